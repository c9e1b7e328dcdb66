"""Where staff make, see and revoke the personal links to an article."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from parkportal.core.staff_page import StaffPage

from ..models import Article, JournalistLink
from . import access

TITLE = _("Links for journalists")


class LinkForm(forms.ModelForm):
    """Who gets the link, and until when."""

    class Meta:
        model = JournalistLink
        fields = ("person", "medium", "expires")
        widgets = {"expires": AdminDateTimeInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["expires"].required = False

    def _post_clean(self) -> None:
        """The link is made by ``open_link``, which knows the embargo."""


class LinksView(StaffPage, FormView):
    """The links to one article in all its languages, and a form for another."""

    form_class = LinkForm
    page_title = TITLE
    header_icon = "link"
    template_name = "news/admin/journalist_links.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for whoever may publish the article."""
        self.article = get_object_or_404(Article.objects.specific(), pk=kwargs["page"])
        if not self.article.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """The article."""
        return str(self.article)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The links and how they were used."""
        return super().get_context_data(
            article=self.article,
            embargo_end=access.embargo_end(self.article),
            links=JournalistLink.objects.to_story(self.article).prefetch_related("views"),
            **kwargs,
        )

    def form_valid(self, form: LinkForm) -> HttpResponse:
        """Make the link and show its address, this once."""
        data = form.cleaned_data
        try:
            token = access.open_link(self.article, data["person"], data["medium"], data["expires"], self.request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        language = self.article.locale.language_code
        new = f"{settings.SITE_URL}{access.address(token, language)}"
        return self.render_to_response(self.get_context_data(form=LinkForm(), new_address=new, new_for=data["person"]))


@require_POST
def revoke(request: HttpRequest, link: int) -> HttpResponse:
    """End a link now."""
    found = get_object_or_404(JournalistLink.objects.select_related("article"), pk=link)
    if not found.article.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    found.revoke()
    messages.success(request, _("The link for %(person)s no longer works.") % {"person": found.person})
    return redirect("journalist_links", found.article_id)


@hooks.register("register_admin_urls")
def link_urls() -> list[URLPattern]:
    """Where the links of an article are."""
    return [
        path("journalist-links/<int:page>/", never_cache(LinksView.as_view()), name="journalist_links"),
        path("journalist-links/<int:link>/revoke/", revoke, name="revoke_journalist_link"),
    ]


@hooks.register("register_page_header_buttons")
def links_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The way there from an article."""
    if isinstance(page.specific_deferred, Article) and page.permissions_for_user(user).can_publish():
        yield Button(TITLE, reverse("journalist_links", args=[page.pk]), icon_name="link", priority=70)
