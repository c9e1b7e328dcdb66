from django.db import models


class FormerAddress(models.Model):
    """An address that a record once had in one language, so that old links still lead to it."""

    kind = models.CharField(max_length=80)
    record_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10)
    slug = models.SlugField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "language", "slug"], name="former_address_of_one_record")
        ]

    def __str__(self) -> str:
        return self.slug
