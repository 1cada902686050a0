"""The outline: parts, sections and shared records with counts and completeness."""

import attrs
from PySide6.QtCore import Qt

from casebook.domain.case import CASE, Case
from casebook.domain.completeness import completeness
from casebook.domain.sections.challenges import Challenge
from casebook.ui.write.outline_model import OutlineModel, OutlineRole, outline_rows
from tests.made_up import OddCase


def shown(case: Case) -> OutlineModel:
    model = OutlineModel()
    model.show_case(case, completeness(case))
    return model


def test_it_keeps_qt_s_rules_for_models(qtmodeltester):
    qtmodeltester.check(shown(Case()))


def test_every_part_and_every_section_that_stands_by_itself_has_a_line(qapp):
    rows = outline_rows(Case(), completeness(Case()))
    assert [row.key for row in rows] == [
        *(part.key for part in CASE.parts),
        *(spec.key for spec in CASE.top_sections),
        *(spec.key for spec in CASE.shared_sections),
    ]
    assert [row.key for row in rows if row.starts_group] == [CASE.shared_sections[0].key]


def test_a_made_up_section_has_a_line_as_well(qapp):
    assert "oddities" in [row.key for row in outline_rows(OddCase(), completeness(OddCase()))]


def test_a_line_says_its_count_and_completeness_to_the_ear(qapp):
    case = Case(challenges=(Challenge(title="a"), Challenge(title="b")))
    model = shown(case)
    index = model.index(model.row_of("challenges"))
    assert index.data() == "Challenges"
    assert index.data(OutlineRole.COUNT) == 2
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Challenges, 2 entries, ")
    assert spoken.endswith("per cent complete")
    part = model.index(0)
    assert part.data(OutlineRole.COUNT) is None


def test_only_lines_that_differ_are_drawn_anew(qtbot):
    case = Case()
    model = shown(case)
    renewed = []
    model.dataChanged.connect(lambda first, _last, _roles: renewed.append(model.key_at(first.row())))
    more = attrs.evolve(case, challenges=(Challenge(title="a"),))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_case(more, completeness(more))
    assert renewed == ["challenges"]


def test_without_a_case_there_are_no_lines(qtbot):
    model = shown(Case())
    with qtbot.waitSignal(model.modelReset):
        model.show_case(None, None)
    assert model.rowCount() == 0
    assert model.key_at(0) == ""
    assert model.row_of("challenges") == -1
