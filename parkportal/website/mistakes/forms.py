"""What a visitor fills in who found a mistake."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from parkportal.core.models import Record
from parkportal.core.proposals.kinds import Kind
from parkportal.core.proposals.proposing import differences
from parkportal.core.public_forms import GuardedForm, LinesField, MailboxField

from .kinds import REMARK


class MistakeForm(GuardedForm):
    """What isn't right, what it should be where that is one field, and whom to answer."""

    remark = LinesField(
        label=_("What isn't right, and how do you know?"),
        max_length=2000,
        rows=6,
        help_text=_("The more exactly, the sooner it is mended."),
    )
    email = MailboxField(
        label=_("Your e-mail address"), required=False, help_text=_("Only if you want to hear what we did with it.")
    )

    def __init__(self, *args: Any, record: Record, kind: Kind, asked: tuple[str, ...], **kwargs: Any) -> None:
        self.record, self.kind = record, kind
        self.declared = [field for field in kind.fields if field.name in asked]
        kwargs["initial"] = {field.name: field.read(record) for field in self.declared}
        super().__init__(*args, **kwargs)
        self.fields |= {field.name: field.form_field(kind.model) for field in self.declared}
        self.order_fields(["remark", *asked, "email"])

    def values(self) -> dict[str, Any]:
        """What is proposed: the fields that differ, and the words."""
        written = {field.name: field.cleaned(self.cleaned_data[field.name]) for field in self.declared}
        return differences(self.kind, self.record, written) | {REMARK: self.cleaned_data["remark"]}
