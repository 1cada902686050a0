"""What is still to be fixed: counted, walked through, and asked for before review."""

import pytest
from PySide6.QtWidgets import QWidget

from casebook.domain.changes import Aspect, setting
from casebook.domain.dates import When
from casebook.domain.records import Absence
from casebook.services.new_cases import start_case
from casebook.ui.write.aside import Aside
from casebook.ui.write.case_review import CHECK_AFTER, CaseReview
from casebook.ui.write.outline import Outline


@pytest.fixture
def review(workbench, qtbot):
    """The review of a case that was just begun, which lacks its title and more."""
    workbench.open_case(start_case(workbench.library, "en").id)
    window = QWidget()
    qtbot.addWidget(window)
    made = CaseReview(workbench, Outline(workbench, window), Aside(workbench, window), window)
    workbench.case_changed.connect(lambda case, change: made.count_after(change, case))
    made.begin()
    made.count()
    yield made
    window.close()


def fields(review):
    return [finding.field for finding in review.findings]


def targets(review):
    """What each finding takes the person to: a field, or a whole section."""
    return [finding.field or finding.section for finding in review.findings]


def say_what_is_absent(workbench):
    """Mark every section of the open case as having nothing."""
    for spec in workbench.declaration.top_sections:
        case = workbench.case
        workbench.apply(setting(case, case.id, spec.key, Absence.NOT_APPLICABLE, Aspect.ABSENCE))


def test_it_counts_what_is_missing(review):
    assert "title" in fields(review)
    assert "period" in fields(review)


def test_a_case_is_seen_before_it_is_counted(review, workbench, qtbot):
    review.begin()
    assert review.findings == ()
    with qtbot.waitSignal(review.counted):
        pass
    assert review.findings


def test_typing_is_counted_shortly_afterwards(review, workbench, qtbot):
    case = workbench.case
    with qtbot.waitSignal(review.counted, timeout=5 * CHECK_AFTER):
        workbench.apply(setting(case, case.id, "title", "Patrols"))
        assert "title" in fields(review)
    assert "title" not in fields(review)


def test_anything_else_is_counted_at_once(review, workbench, qtbot):
    case = workbench.case
    with qtbot.waitSignal(review.counted, timeout=CHECK_AFTER // 2 + 500):
        workbench.apply(setting(case, case.id, "countries", ("LR",)))
    assert "countries" not in fields(review)


def test_each_step_leads_to_the_next_and_says_so(review, workbench, qtbot):
    told = []
    workbench.told.connect(lambda sentence, _undo: told.append(sentence))
    for at, field in enumerate(targets(review), start=1):
        with qtbot.waitSignal(review.found) as found:
            review.step(1)
        assert found.args == [workbench.case.id, field]
        assert told[-1].startswith(f"{at} of {len(review.findings)}: ")
    with qtbot.waitSignal(review.found) as found:
        review.step(-1)
    assert found.args[1] == targets(review)[-2]


def test_advice_does_not_keep_a_case_from_review(review, workbench):
    say_what_is_absent(workbench)
    title = "A title of a good many more words than the ten that are advised"
    values = {"title": title, "brief": "They met.", "countries": ("LR",), "period": When("2003")}
    for name, value in values.items():
        workbench.apply(setting(workbench.case, workbench.case.id, name, value))
    assert review.send()
    assert [finding.rule for finding in review.findings] == ["too-many-words"]
    assert workbench.case.status == "ready-for-review"


def test_only_a_case_without_findings_is_sent(review, workbench, qtbot):
    with qtbot.waitSignal(workbench.told) as told:
        assert not review.send()
    assert told.args[0].startswith(f"{len(review.findings)} things are to be fixed")
    say_what_is_absent(workbench)
    values = {"title": "Patrols", "brief": "They met.", "countries": ("LR",)}
    for name, value in values.items():
        workbench.apply(setting(workbench.case, workbench.case.id, name, value))
    with qtbot.waitSignal(workbench.told) as told:
        assert not review.send()
    assert told.args[0].startswith("One thing is to be fixed")


def test_a_case_with_nothing_to_fix_says_so(review, workbench, liberia, qtbot):
    workbench.close_case()
    with qtbot.waitSignal(workbench.told) as told:
        review.begin()
        review.step(1)
    assert told.args[0] == "Nothing to fix. The case can go to review."
    assert not review.send()
