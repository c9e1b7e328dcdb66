import pytest

from parkportal.core.models import Term, Vocabulary
from parkportal.core.vocabulary_loader import load_vocabularies

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("vocabulary", Vocabulary)
def test_every_vocabulary_has_terms_in_both_languages(vocabulary: Vocabulary) -> None:
    terms = Term.objects.filter(vocabulary=vocabulary)
    assert terms
    assert [term.identifier for term in terms if not (term.label_nl and term.label_en)] == []
    assert [term.identifier for term in terms if not (term.definition_nl and term.definition_en)] == []


def test_loading_again_keeps_what_staff_changed() -> None:
    Term.objects.filter(vocabulary=Vocabulary.SECTOR, identifier="space").update(label_nl="Heelal")
    total = Term.objects.count()
    load_vocabularies()
    assert Term.objects.count() == total
    assert Term.objects.get(vocabulary=Vocabulary.SECTOR, identifier="space").label_nl == "Heelal"
