from django.db import models


class SubmissionCount(models.Model):
    """How often a public form was sent from one origin within one span of time; see ``parkportal.core.public_forms``.

    The key is a keyed hash: whose count it is can't be told from the row.
    """

    key = models.CharField(max_length=64, primary_key=True)
    total = models.PositiveIntegerField(default=0)
    ends = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.total} until {self.ends:%Y-%m-%d %H:%M}"
