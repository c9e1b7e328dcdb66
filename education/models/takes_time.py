import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..times import span_of_days, span_of_time

ONE_MOMENT = datetime.timedelta(seconds=1)
ONE_DAY = datetime.timedelta(days=1)


class TakesTime(models.Model):
    """Something from one moment until another, said in the park's own time."""

    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    all_day = models.BooleanField(
        _("dates only"), default=False, help_text=_("The times of the day are not known or don't matter.")
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """An event does not end before it starts."""
        super().clean()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("An event can't end before it starts.")})

    @property
    def is_over(self) -> bool:
        """Whether it has taken place."""
        return self.ends <= timezone.now()

    @property
    def first_day(self) -> datetime.date:
        """The day on which it begins, on the park's clocks."""
        return timezone.localtime(self.starts).date()

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of an event of several days; one that ends at midnight does not last into the next."""
        last = timezone.localtime(max(self.starts, self.ends - ONE_MOMENT)).date()
        return last if last != self.first_day else None

    @property
    def day_after(self) -> datetime.date:
        """The first day on which it is over."""
        return (self.last_day or self.first_day) + ONE_DAY

    @property
    def dates(self) -> str:
        """“8 February 2027”, or from the first to the last day."""
        return span_of_days(self.first_day, self.last_day)

    @property
    def times(self) -> str:
        """From when until when, where that is known."""
        return "" if self.all_day else span_of_time(self.starts, self.ends)

    @property
    def zone(self) -> str:
        """The name of the park's time on that day: CET or CEST."""
        return timezone.localtime(self.starts).tzname() or ""
