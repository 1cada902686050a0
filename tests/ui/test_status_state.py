from casebook.domain.records import Sensitivity
from casebook.ui.status_state import sensitivity_state, status_state


def test_every_status_of_the_vocabulary_has_a_state(vocabularies):
    states = {term: status_state(term) for term in vocabularies["status"].by_id}
    assert states["approved"] == "ok" and states["changes-requested"] == "danger"
    assert list(states.values()).count("neutral") == 1


def test_what_is_not_known_is_neutral():
    assert status_state("made-up") == status_state(None) == "neutral"


def test_internal_stands_out_most():
    assert sensitivity_state(Sensitivity.INTERNAL) == "danger"
    assert sensitivity_state(Sensitivity.PUBLIC) == "neutral"
