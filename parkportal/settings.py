"""The settings, read from the environment; docs/deploying.md lists every variable.

Without variables they are those of a production server and refuse to start without a SECRET_KEY.
``manage.py`` sets DEBUG on a developer's machine.
"""

import datetime
from ipaddress import ip_network
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from parkportal.core.mailers import mailer
from parkportal.core.map_tiles import with_tile_server

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

# --- The environment -------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="only for developing, never for a server" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text, or DEBUG=true on your own machine.")

SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000" if DEBUG else "https://localhost").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"] if DEBUG else ["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATABASES = {"default": env.db_url_config(env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
POSTGRESQL = DATABASES["default"]["ENGINE"].endswith("postgresql")
if POSTGRESQL:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Compiling a query takes longer than any query here; a search sorts what it found in memory; disks have no arms.
    PLANNER = "-c jit=off -c work_mem=16MB -c random_page_cost=1.1"
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = PLANNER
else:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

# How long shared caches may keep a public page, in seconds: fresh, then stale while it is renewed,
# then stale while the application is down.
CACHE_FRESH = env.int("CACHE_FRESH", default=0 if DEBUG else 60)
CACHE_STALE_WHILE_REVALIDATE = env.int("CACHE_STALE_WHILE_REVALIDATE", default=600)
CACHE_STALE_IF_ERROR = env.int("CACHE_STALE_IF_ERROR", default=86400)
# The address at which the reverse proxy renews what it keeps; empty where there is no such proxy.
CACHE_REFRESH_URL = env.str("CACHE_REFRESH_URL", default="").rstrip("/")

# --- Applications ----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",
    "parkportal.core",
    "organisations",
    "education",
    "news",
    "parkportal.website",
    "parkportal.demo",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django_filters",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "parkportal.core.middleware.PublicCacheMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "parkportal.core.middleware.StaffContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "parkportal.core.middleware.LanguageMiddleware",
    "parkportal.core.middleware.CleanQueryMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "parkportal.website.signin.sessions.EndingSessionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "parkportal.website.signin.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "parkportal.core.redirects.VisibleRedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "parkportal.urls"
WSGI_APPLICATION = "parkportal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "parkportal.website.context_processors.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]

# --- Languages and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ("nl", "en")}
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["parkportal.formats"]
TIME_ZONE = "Europe/Amsterdam"
WAGTAIL_USER_TIME_ZONES = ["Europe/Amsterdam"]

# --- Files -----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "parkportal.core.static_bundle.BundledStaticFilesStorage"
    },
}

if not env.bool("COMPRESS_STATIC", default=True):  # The demo does not wait for it.
    WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("css", "html", "js", "json", "map", "md", "svg", "txt", "woff2", "xml")
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=DEBUG)  # nginx does, where there is one.

# --- Background work and mail ----------------------------------------------------------------------

TASKS_BACKENDS = {
    "immediate": "django.tasks.backends.immediate.ImmediateBackend",
    "queue": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": TASKS_BACKENDS[env.str("TASKS", default="immediate" if DEBUG else "queue")]}}
MAILERS = {
    "default": mailer(
        env.str("EMAIL_URL", default="filemail://" if DEBUG else "smtp://localhost:25"), folder=VAR_DIR / "mail"
    )
}
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="parkportal@example.org")

# --- Translating -----------------------------------------------------------------------------------

# A service that makes a first translation: deepl+https://KEY@api.deepl.com or libretranslate+https://[KEY@]host
TRANSLATOR_URL = env.str("TRANSLATOR_URL", default="")

# --- The map --------------------------------------------------------------------------------------

# A tile server draws the map instead of the park's own plan: https://tiles.example.org/{z}/{x}/{y}.png
MAP_TILES_URL = env.str("MAP_TILES_URL", default="")
MAP_TILES_ATTRIBUTION = env.str("MAP_TILES_ATTRIBUTION", default="")

# --- Security --------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Who is believed about where a visitor comes from: nginx and what stands in front of it, which have local addresses.
LOCAL_NETWORKS = ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
TRUSTED_PROXIES = [ip_network(each) for each in env.list("TRUSTED_PROXIES", default=LOCAL_NETWORKS)]
SECURE_SSL_REDIRECT = HTTPS and not DEBUG
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False  # Wagtail's editor reads the token from the cookie.
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows previews in a frame of its own.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
SECURE_CSP = with_tile_server(SECURE_CSP, MAP_TILES_URL)
# Wagtail's editor needs inline scripts and styles, and shows previews in a frame.
STAFF_CSP = SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "frame-src": [CSP.SELF],
}

# --- Signing in ------------------------------------------------------------------------------------

# Nobody of the staff gets in without a second factor; docs/decisions/signing-in.md says how all of this works.
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=not DEBUG)
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=120)
SESSION_LONGEST_HOURS = env.int("SESSION_LONGEST_HOURS", default=12)
SESSION_COOKIE_AGE = SESSION_LONGEST_HOURS * 60 * 60
SIGN_INS_KEPT_DAYS = env.int("SIGN_INS_KEPT_DAYS", default=90)
LOCKOUT_OF_USER, LOCKOUT_OF_NETWORK = 5, 30  # Wrong passwords in a quarter of an hour.
PASSWORD_RESET_TIMEOUT = 4 * 60 * 60
LOGIN_URL = "/cms/login/"
LOGIN_REDIRECT_URL = "/cms/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_ADAPTER = "parkportal.website.signin.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = False  # django-axes and the limits of our forms count, in the database.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_FORMS = {
    "login": "parkportal.website.signin.forms.LoginForm",
    "reauthenticate": "parkportal.website.signin.forms.ReauthenticateForm",
    "reset_password": "parkportal.website.signin.forms.ResetPasswordForm",
    "reset_password_from_key": "parkportal.website.signin.forms.NewPasswordForm",
}
MFA_ADAPTER = "parkportal.website.signin.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # Clocks of phones are up to half a minute off.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_FORMS = {
    "authenticate": "parkportal.website.signin.forms.AuthenticateForm",
    "reauthenticate": "parkportal.website.signin.forms.ReauthenticateByCodeForm",
    "activate_totp": "parkportal.website.signin.forms.ConnectAppForm",
    "authenticate_webauthn": "parkportal.website.signin.forms.KeyForm",
    "reauthenticate_webauthn": "parkportal.website.signin.forms.ReauthenticateByKeyForm",
    "add_webauthn": "parkportal.website.signin.forms.AddKeyForm",
    "edit_webauthn": "parkportal.website.signin.forms.RenameKeyForm",
}
AXES_HANDLER = "parkportal.website.signin.lockout.LockoutHandler"
AXES_FAILURE_LIMIT = LOCKOUT_OF_USER
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_CLIENT_IP_CALLABLE = "parkportal.website.signin.names.network_address"
AXES_USERNAME_CALLABLE = "parkportal.website.signin.names.hashed_name"
AXES_WHITELIST_CALLABLE = "parkportal.website.signin.devices.may_still_try"
AXES_LOCKOUT_CALLABLE = "parkportal.website.signin.lockout.lockout_response"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "csrfmiddlewaretoken"]
AXES_VERBOSE = False

# --- Wagtail ---------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "parkportal"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_PASSWORD_RESET_ENABLED = False  # Ours stands at the same address.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILIMAGES_IMAGE_MODEL = "core.ParkImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "parkportal.core.image_form.DrawableImageForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "core.ParkDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx", "zip"]
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "parkportal.core.admin_search"} | ({"SEARCH_CONFIG": "simple"} if POSTGRESQL else {})
}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
NINJA_PAGINATION_CLASS = "parkportal.core.api_pages.ApiPages"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # Previews need X_FRAME_OPTIONS to be SAMEORIGIN.

# --- Logging ---------------------------------------------------------------------------------------

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"private": {"()": "parkportal.core.logs.WithoutPersonalLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["private"]}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {"django": {"level": LOG_LEVEL}},
}
