"""An internship as it is proposed, and the draft that is made of it."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.models import Organisation
from parkportal.core.languages import in_every_language
from parkportal.core.models import Proposal, Vocabulary
from parkportal.core.proposals import Kind, register
from parkportal.core.proposals.fields import Answer, Day
from parkportal.core.proposals.plain_paragraphs import as_paragraphs
from parkportal.core.slugs import free_slug
from parkportal.core.term_cache import terms_of

from ..models import Internship


class KindOfInternship(Answer):
    """One of the vocabulary's."""

    def shown(self, value: Any) -> str:
        """Its label."""
        return next((str(term) for term in kinds() if term.identifier == value), str(value))


def kinds() -> list[Any]:
    """The kinds of internships."""
    return terms_of(Vocabulary.INTERNSHIP_KIND)


def make_internship(proposal: Proposal, accepted: dict[str, Any]) -> Internship:
    """A draft of what was accepted, of an organisation that is in the directory."""
    kind = next((term for term in kinds() if term.identifier == accepted.get("kind")), None)
    if not accepted.get("name") or not accepted.get("open_until") or kind is None:
        raise ValidationError(
            _("An internship needs a name, a kind and a last day. Accept those, or refuse everything.")
        )
    code = proposal.language
    internship = Internship(
        live=False,
        organisation=_organisation(proposal.organisation),
        kind=kind,
        open_until=datetime.date.fromisoformat(accepted["open_until"]),
        weeks=accepted.get("weeks"),
        application_url=accepted.get("application_url", ""),
        contact_email=accepted.get("application_email", ""),
        **{
            Internship.fallback_slug_column: free_slug(Internship, Internship.fallback_slug_column, accepted["name"]),
            f"name_{code}": accepted["name"],
            f"summary_{code}": accepted.get("summary", ""),
            f"description_{code}": as_paragraphs(accepted.get("description", "")),
        },
    )
    internship.save()
    internship.save_revision(clean=False)
    return internship


def _organisation(name: str) -> Organisation:
    same = Q()
    for column in in_every_language("name"):
        same |= Q(**{f"{column}__iexact": name})
    found = Organisation.objects.visible().filter(same).first()
    if found is None:
        message = _("“%(name)s” is not in the directory by that name. Add it or that name first, or refuse everything.")
        raise ValidationError(message % {"name": name})
    return found


INTERNSHIP = register(
    Kind(
        key="internship",
        label=gettext_lazy("Internship"),
        model=Internship,
        fields=(
            Answer("name", gettext_lazy("Name")),
            KindOfInternship("kind", gettext_lazy("Kind")),
            Answer("summary", gettext_lazy("Summary")),
            Answer("description", gettext_lazy("Description")),
            Answer("weeks", gettext_lazy("Weeks")),
            Day("open_until", gettext_lazy("Open until")),
            Answer("application_url", gettext_lazy("Where to apply")),
            Answer("application_email", gettext_lazy("E-mail for visitors")),
        ),
        make=make_internship,
    )
)
