"""Files as staff upload them."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from parkportal.core.models import ImportJob


def csv_file(*lines: str, encoding: str = "utf-8", name: str = "list.csv") -> SimpleUploadedFile:
    """A file of these lines."""
    return SimpleUploadedFile(name, "\r\n".join(lines).encode(encoding))


def xlsx_file(*rows: list[Any]) -> SimpleUploadedFile:
    """A workbook of these rows."""
    book, content = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(content)
    return SimpleUploadedFile("list.xlsx", content.getvalue())


def uploaded(client: Client, file: Any, kind: str = "organisations", language: str = "nl", **options: Any) -> ImportJob:
    """The import of a file, before anybody has said what its columns are."""
    answer = client.post(reverse("imports"), {"kind": kind, "file": file, "language": language, **options})
    assert answer.status_code == 302, answer.context["form"].errors
    return ImportJob.objects.latest("pk")


def act(client: Client, job: ImportJob, action: str, **values: Any) -> str:
    """Press a button on an import's page; gives the page that follows."""
    answer = client.post(reverse("import_job", args=[job.pk]), {"action": action, **values}, follow=True)
    assert answer.status_code == 200
    if action != "discard":
        job.refresh_from_db()
    return answer.content.decode()


def compared(client: Client, file: Any, kind: str = "organisations", language: str = "nl", **options: Any) -> ImportJob:
    """The import of a file, with the columns as they were suggested."""
    job = uploaded(client, file, kind, language, **options)
    form = client.get(reverse("import_job", args=[job.pk])).context["form"]
    act(client, job, "columns", **{name: field.initial for name, field in form.fields.items()})
    return job
