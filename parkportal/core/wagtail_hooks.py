from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from . import local_time  # noqa: F401 -- registers how forms read times.
from .admin import HistoryViewSet, yes_no
from .bulk import staff as bulk  # noqa: F401 -- registers its hooks.
from .desk import staff as desk  # noqa: F401 -- registers its hooks.
from .document_access import may_download
from .file_rights import DocumentsForStaff, FilePolicy, ImagesForStaff
from .importing import staff as importing  # noqa: F401 -- registers its hooks.
from .languages import in_every_language
from .models import GlossaryEntry, ParkDocument, ParkImage, Synonym, Term
from .page_rights import PagePolicy
from .proposals import staff as proposals  # noqa: F401 -- registers its hooks.
from .publishing import staff  # noqa: F401 -- registers its hooks.
from .staff_views import findings_of_draft
from .translating import staff as translating  # noqa: F401 -- registers its hooks.

register_permission_policy(Page, PagePolicy())
# Exactly, for Wagtail's apps register theirs for these models, maybe later.
register_permission_policy(ParkImage, FilePolicy(ParkImage, "wagtailimages.Image"), exact_class=True)
register_permission_policy(ParkDocument, FilePolicy(ParkDocument, "wagtaildocs.Document"), exact_class=True)


@hooks.register("construct_admin_api", order=1)  # After Wagtail's own, in whose place they stand.
def files_for_staff(router: Any) -> None:
    """Nor do the admin's scripts learn of hidden files."""
    router.register_endpoint("images", ImagesForStaff)
    router.register_endpoint("documents", DocumentsForStaff)


@hooks.register("before_serve_document")
def serve_public_documents_only(document: ParkDocument, request: HttpRequest) -> None:
    """A document is as private as what it is attached to."""
    if not may_download(document, request.user):
        raise Http404


@hooks.register("before_move_page")
def move_only_what_may_be_moved(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail names the page and where it would go to anybody, and asks only then."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("insert_global_admin_js")
def staff_scripts() -> str:
    """Submitting waits for the draft that is being saved, the check looks at what was saved, a paste is cleaned."""
    return format_html_join(
        "\n",
        '<script type="module" src="{}"></script>',
        ((versioned_static(f"js/staff/{name}.js"),) for name in ("save_in_turn", "findings", "paste")),
    )


@hooks.register("insert_global_admin_css")
def staff_styles() -> str:
    """The look of fields, of what the check finds, of a proposal and of tables."""
    return format_html_join(
        "\n",
        '<link rel="stylesheet" href="{}">',
        ((versioned_static(f"css/staff/{name}.css"),) for name in ("fields", "findings", "proposal", "table")),
    )


@hooks.register("register_admin_urls")
def staff_addresses() -> list[URLPattern]:
    """What the scripts ask."""
    return [path("findings/<str:label>/<int:key>/", findings_of_draft, name="findings_of_draft")]


class TermViewSet(HistoryViewSet):
    """The words of the vocabularies."""

    model = Term
    icon = "tag"
    menu_label = _("Terms")
    list_display = ["__str__", "vocabulary", "identifier", yes_no("retired", _("retired"))]
    list_filter = ["vocabulary", "retired"]
    search_fields = [*in_every_language("label"), "identifier"]
    search_backend_name = None
    list_per_page = 100


class SynonymViewSet(HistoryViewSet):
    """The words that mean the same to who searches."""

    model = Synonym
    icon = "search"
    menu_label = _("Synonyms")
    list_display = ["__str__", "identifier", yes_no("in_use", _("in use"))]
    list_filter = ["in_use"]
    search_fields = [*in_every_language("wording"), "identifier"]
    search_backend_name = None
    list_per_page = 100


class GlossaryViewSet(HistoryViewSet):
    """The words of the field and what they mean."""

    model = GlossaryEntry
    icon = "openquote"
    menu_label = _("Glossary")
    list_display = ["__str__", "identifier", yes_no("in_texts", _("explain in texts"))]
    list_filter = ["in_texts"]
    search_fields = [*in_every_language("word", "full_form", "meaning"), "identifier"]
    search_backend_name = None
    list_per_page = 100


class VocabulariesGroup(SnippetViewSetGroup):
    """The words of the site."""

    items = (TermViewSet, SynonymViewSet, GlossaryViewSet)
    menu_icon = "tag"
    menu_label = _("Vocabularies")
    menu_name = "vocabularies"
    menu_order = 900


register_snippet(VocabulariesGroup)
