"""The form of the admin in which something is written, as a browser would send it."""

from typing import Any

from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

TEXT = nested_form_data({"body": streamfield([("text", rich_text("<p>What happened, at length.</p>"))])})


def form_data(page: Any) -> dict[str, Any]:
    """What stands in its fields; the text, which a script draws, is one paragraph."""
    form = BeautifulSoup(page.content, "html.parser").select_one("form[data-edit-form]")
    for field in form.select("[disabled]"):
        field.decompose()
    return dict(querydict_from_html(str(form)).items()) | TEXT
