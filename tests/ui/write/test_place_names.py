"""Places by section and number."""

from casebook.domain.case import new_case
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.wording import Wording
from casebook.ui.write.place_names import PlaceNames


def test_entries_are_numbered_where_they_stand():
    first, second = Outcome(), Outcome()
    indicator = Indicator(parent=second.id)
    inner = Measurement(parent=indicator.id)
    case = new_case(outcomes=(first, second), indicators=(indicator,), measurements=(inner,))
    names = PlaceNames(case, Wording(vocabularies={}))
    assert names.name(second.id, "outcomes") == "Outcome 2"
    assert names.name(indicator.id, "indicators") == "Outcome 2 › Indicator 1"
    assert names.name(inner.id, "measurements") == "Outcome 2 › Measurement 1"
    assert names.name(case.id, "narrative") == "Narrative"
    assert (names.root("measurements"), names.root("overview")) == ("outcomes", "overview")
