from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db.models import Model
from wagtail.models import Page

from parkportal.core.checks.names import known_once
from parkportal.core.checks.rules import findings
from parkportal.core.publication import CheckedBeforePublishing


class Command(BaseCommand):
    """Lists what the check before publishing finds in everything that is published."""

    help = "Lists what the check before publishing finds in the published pages and records."

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each finding: its severity, its rule, what it is in, and the message."""
        with known_once():
            for thing in published():
                for finding in findings(thing):
                    words = (finding.severity, finding.rule, f"{thing._meta.verbose_name} {thing}", finding.sentence)
                    self.stdout.write("\t".join(map(str, words)))


def published() -> Iterator[Model]:
    """Every page and record that is live."""
    for model in apps.get_models():
        if issubclass(model, CheckedBeforePublishing):
            queryset: Any = model._default_manager.filter(live=True)
            if issubclass(model, Page):
                queryset = queryset.exact_type(model).select_related("locale")
            yield from queryset.iterator(chunk_size=100)
