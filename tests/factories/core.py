import factory
from factory.django import DjangoModelFactory, ImageField

from parkportal.core.models import ParkDocument, ParkImage, Term, Vocabulary


def term(vocabulary: Vocabulary, identifier: str) -> Term:
    """A term that comes with the software."""
    return Term.objects.get(vocabulary=vocabulary, identifier=identifier)


class ImageFactory(DjangoModelFactory):
    """An image that may stand on a live page."""

    class Meta:
        model = ParkImage

    title = factory.Sequence("Image {}".format)
    file = ImageField(width=640, height=400, color="teal")
    alt_nl = "Een vlak in groenblauw"
    alt_en = "A plane in teal"
    credit = "Somebody"
    licence = "cc-by-4.0"


class DocumentFactory(DjangoModelFactory):
    """A document."""

    class Meta:
        model = ParkDocument

    title = factory.Sequence("Document {}".format)
    file = factory.django.FileField(filename="document.txt", data=b"text")
