import attrs

from casebook.domain.receipt import Reason
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.ui.publish.receipt_words import REASONS, count_lines, each_line, name_warnings


def hidden(case):
    """The case with its first outcome and the name of its first actor record for the own organisation only."""
    outcome = attrs.evolve(case.outcomes[0], sensitivity=Sensitivity.INTERNAL)
    actor = attrs.evolve(case.actor_records[0], sensitivity=Sensitivity.INTERNAL)
    return case.replacing(outcome).replacing(actor)


def test_every_reason_has_words():
    assert set(REASONS) == set(Reason)


def test_what_is_withheld_is_counted_by_section(workbench, liberia):
    case = hidden(liberia)
    _clean, receipt = redact(case, Sensitivity.PUBLIC)
    lines = count_lines(receipt, case, workbench.wording.translate)
    assert any(line.startswith("Outcomes: ") for line in lines)


def test_each_thing_is_named_with_place_and_reason(workbench, liberia):
    case = hidden(liberia)
    _clean, receipt = redact(case, Sensitivity.PUBLIC)
    each = each_line(receipt, case, workbench.wording)
    assert len(each) == len(receipt.items)
    outcome = next(line for line in each if line.what == workbench.wording.title(case.outcomes[0], case))
    assert (outcome.where, outcome.why) == ("Outcomes", "marked above the audience")


def test_names_still_standing_in_texts_are_warned_of(workbench, liberia):
    name = liberia.actor_records[0].name
    case = attrs.evolve(hidden(liberia), analysis=f"Without {name} nothing would have moved.")
    _clean, receipt = redact(case, Sensitivity.PUBLIC)
    warnings = name_warnings(receipt, case, workbench.wording)
    assert any(name in line.what and "Analysis" in line.where for line in warnings)
