"""The project's settings for its tests: fast, in a folder of their own, on SQLite or on DATABASE_URL."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "for tests only")
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="parkportal-tests-"))
os.environ.setdefault("SITE_URL", "http://testserver")
os.environ.setdefault("SERVE_MEDIA", "true")
os.environ.setdefault("LOG_LEVEL", "ERROR")
os.environ.setdefault("SECOND_FACTOR", "false")

from parkportal.settings import *  # noqa: F403

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False  # type: ignore[assignment]  # noqa: F405
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
if POSTGRESQL:  # noqa: F405
    DATABASES["default"]["OPTIONS"]["options"] += " -c synchronous_commit=off"  # type: ignore[operator]  # noqa: F405
