"""Where staff import: the list with the form, and one page for each import that shows how far it is."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from ..languages import current_language
from ..models import ImportJob, ImportState
from ..staff_page import StaffPage
from .differences import Difference, differences
from .forms import ColumnsForm, UploadForm, may_import
from .jobs import start
from .kinds import Kind, all_kinds, kind_named
from .mapping import remember

RIGHT = "core.add_importjob"
PER_PAGE = 50
LISTED = 50
TITLE = gettext_lazy("Import")


class ImportsView(StaffPage, TemplateView):
    """A form for a file, and what was imported before."""

    page_title = TITLE
    header_icon = "upload"
    template_name = "core/admin/importing/imports.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may import."""
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form and the list."""
        kwargs.setdefault("form", UploadForm(user=self.request.user, initial={"language": current_language()}))
        jobs = ImportJob.objects.defer("rows", "errors").select_related("user")[:LISTED]
        examples = [(kind.label, kind.example) for kind in all_kinds().values() if kind.example]
        listed = [(job, kind_named(job.kind).label) for job in jobs]
        return super().get_context_data(jobs=listed, examples=examples, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take the file, or say what is wrong with it."""
        form = UploadForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        table = form.cleaned_data["file"]
        job = form.save(commit=False)
        uploaded: Any = request.FILES["file"]
        user: Any = request.user
        job.filename, job.user, job.spoken = uploaded.name[:255], user, current_language()
        job.heading, job.rows, job.total = table.heading, table.rows, len(table.rows)
        job.save()
        return redirect("import_job", job.pk)


class ImportView(StaffPage, TemplateView):
    """One import, from the columns of its file to its undoing."""

    header_icon = "upload"
    template_name = "core/admin/importing/import.html"

    @cached_property
    def job(self) -> ImportJob:
        """The import."""
        return get_object_or_404(ImportJob.objects.select_related("user"), pk=self.kwargs["key"])

    @cached_property
    def kind(self) -> Kind:
        """What it holds."""
        return kind_named(self.job.kind)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may import such records."""
        if not request.user.has_perm(RIGHT) or not may_import(request.user, self.kind):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """What it holds."""
        return _("Import: %(kind)s") % {"kind": self.kind.label}

    def get_page_subtitle(self) -> str:
        """From which file."""
        return self.job.filename

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How far it is, and what it changes."""
        if self.job.state == ImportState.MAPPING:
            kwargs.setdefault("form", ColumnsForm(job=self.job, kind=self.kind))
        changes = Paginator(self.job.changes.all(), PER_PAGE).get_page(self.request.GET.get("p"))
        new = self.job.changes.filter(is_new=True).count()
        return super().get_context_data(
            job=self.job,
            changes=changes,
            differences=self._differences(changes),
            new_count=new,
            changed_count=changes.paginator.count - new,
            kept=self.job.changes.exclude(kept="") if self.job.state == ImportState.UNDONE else (),
            **kwargs,
        )

    def _differences(self, changes: Any) -> list[Difference]:
        return differences(self.kind, self.job.language, changes) if changes.paginator.count else []

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        """Do the next step, unless somebody else did it already."""
        actions = {
            "columns": self._columns,
            "again": self._again,
            "restart": self._restart,
            "carry_out": self._carry_out,
            "undo": self._undo,
            "discard": self._discard,
        }
        action = actions.get(request.POST.get("action", ""))
        return action() if action else redirect("import_job", key)

    def _columns(self) -> HttpResponse:
        form = ColumnsForm(self.request.POST, job=self.job, kind=self.kind)
        if self.job.state == ImportState.MAPPING and not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        if self.job.state == ImportState.MAPPING:
            self.job.columns = form.chosen
            remember(self.job)
            if self.job.move(ImportState.MAPPING, ImportState.CHECKING, columns=form.chosen, done=0, message=""):
                start(self.job)
        return self._here()

    def _again(self) -> HttpResponse:
        """Back to the columns, after a change elsewhere."""
        if self.job.move(ImportState.READY, ImportState.MAPPING, message="", errors=[], error_count=0):
            self.job.changes.all().delete()
        return self._here()

    def _restart(self) -> HttpResponse:
        """The step that a worker left undone."""
        if self.job.is_stalled and self.job.move(ImportState(self.job.state), ImportState(self.job.state), done=0):
            start(self.job)
        return self._here()

    def _carry_out(self) -> HttpResponse:
        if not self.job.error_count and self.job.changes.exists():
            anew = {"done": 0, "total": self.job.changes.count(), "message": "", "user": self.request.user}
            if self.job.move(ImportState.READY, ImportState.WRITING, **anew):
                start(self.job)
        return self._here()

    def _undo(self) -> HttpResponse:
        if self.job.move(ImportState.DONE, ImportState.UNDOING, done=0, message="", user=self.request.user):
            start(self.job)
        return self._here()

    def _discard(self) -> HttpResponse:
        if self.job.state in (ImportState.MAPPING, ImportState.READY):
            self.job.delete()
            messages.success(self.request, _("The file was thrown away; nothing was changed."))
        return redirect(reverse("imports"))

    def _here(self) -> HttpResponse:
        return redirect("import_job", self.job.pk)
