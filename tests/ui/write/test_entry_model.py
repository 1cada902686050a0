"""Cards of a section: what they say, how rows come, go and move, and what is put into words anew."""

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from casebook.domain.case import Case
from casebook.domain.findings import Finding
from casebook.domain.records import RecordId, Sensitivity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wording import Wording
from casebook.ui.write.entry_model import EntryModel, EntryRole, sourced_records

WORDING = Wording(vocabularies={})
CHALLENGES = Case().declaration.sections["challenges"]
OUTCOMES = Case().declaration.sections["outcomes"]


def challenge(name: str, **values) -> Challenge:
    return Challenge(id=RecordId(name), title=name, **values)


def shown(case: Case, spec=CHALLENGES, findings=()) -> EntryModel:
    model = EntryModel()
    model.show_section(case, spec, WORDING, findings)
    return model


def titles(model: EntryModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def chips(model: EntryModel, row: int) -> list[str]:
    return [text for text, _state in model.index(row).data(EntryRole.CHIPS)]


def test_it_keeps_qt_s_rules_for_models(qtmodeltester):
    qtmodeltester.check(shown(Case(challenges=(challenge("a"), challenge("b")))))


def test_a_card_says_title_and_facts_to_eyes_and_ears(qapp):
    model = shown(Case(challenges=(challenge("Mud", severity=2),)))
    index = model.index(0)
    assert index.data() == "Mud"
    assert index.data(EntryRole.FACTS) == "2 (limited)"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Mud, 2 (limited), no source"
    assert index.data(EntryRole.RECORD_ID) == "Mud"


def test_what_has_no_source_says_so_until_it_has_one(qapp):
    case = Case(challenges=(challenge("a"),))
    model = shown(case)
    assert chips(model, 0) == ["no source"]
    source = Source(title="Report")
    linked = attrs.evolve(
        case, evidence=(Evidence(claim=RecordId("a"), source=source.id),), source_records=(source,)
    )
    model.show_section(linked, CHALLENGES, WORDING, ())
    assert chips(model, 0) == []


def test_a_source_of_a_child_stands_behind_its_parent():
    outcome = Outcome()
    indicator = Indicator(parent=outcome.id)
    link = Evidence(claim=indicator.id, source=RecordId("s"))
    case = Case(outcomes=(outcome,), indicators=(indicator,), evidence=(link, Evidence(claim=RecordId("x"))))
    assert sourced_records(case) == {outcome.id, indicator.id}


def test_shared_records_need_no_source(qapp):
    spec = Case().declaration.sections["actor_records"]
    assert chips(shown(Case(actor_records=(Actor(name="UN"),)), spec), 0) == []


def test_findings_are_counted_on_the_card(qapp):
    link = Evidence(claim=RecordId("a"), source=RecordId("s"))
    findings = tuple(
        Finding(rule="required-missing", section="challenges", record_id="a", field=field)
        for field in ("category", "title")
    )
    model = shown(Case(challenges=(challenge("a"),), evidence=(link,)), findings=findings)
    assert chips(model, 0) == ["2 to fix"]


def test_only_a_stricter_level_than_that_of_the_case_is_shown(qapp):
    levels = (Sensitivity.PUBLIC, Sensitivity.PARTNER, Sensitivity.INTERNAL)
    link = [Evidence(claim=RecordId(str(level)), source=RecordId("s")) for level in levels]
    case = Case(
        sensitivity=Sensitivity.PARTNER,
        challenges=tuple(challenge(str(level), sensitivity=level) for level in levels),
        evidence=tuple(link),
    )
    model = shown(case)
    assert [chips(model, row) for row in range(3)] == [[], [], ["Internal"]]


def test_a_new_word_renews_one_row_and_resets_nothing(qtbot):
    case = Case(challenges=(challenge("a"), challenge("b")))
    model = shown(case)
    renamed = case.replacing(attrs.evolve(case.challenges[1], title="bee"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as renewed:
        model.show_section(renamed, CHALLENGES, WORDING, ())
    assert [index.row() for index in renewed.args[:2]] == [1, 1]
    assert titles(model) == ["a", "bee"]


def test_a_renamed_actor_renames_the_cards_that_name_it(qapp):
    liberia = Case().declaration.sections["actors"]
    actor = Actor(name="ECOWAS")
    case = Case(actors=(Participant(actor=actor.id),), actor_records=(actor,))
    model = shown(case, liberia)
    assert titles(model) == ["ECOWAS"]
    model.show_section(case.replacing(attrs.evolve(actor, name="AU")), liberia, WORDING, ())
    assert titles(model) == ["AU"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(st.sampled_from("abcdefg"), unique=True),
    after=st.lists(st.sampled_from("abcdefgh"), unique=True),
)
def test_rows_follow_the_entries_and_what_stays_keeps_its_place(qapp, before, after):
    case = Case(challenges=tuple(challenge(name) for name in before))
    model = shown(case)
    kept = {name: QPersistentModelIndex(model.index(before.index(name))) for name in before}
    model.show_section(
        attrs.evolve(case, challenges=tuple(challenge(name) for name in after)), CHALLENGES, WORDING, ()
    )
    assert titles(model) == after
    for name, index in kept.items():
        assert index.isValid() == (name in after)
        assert not index.isValid() or index.data() == name


@pytest.mark.parametrize(
    ("dragged", "row", "moved"),
    [(0, 2, (0, 1)), (0, 3, (0, 2)), (2, 0, (2, 0)), (0, -1, (0, 2)), (1, 2, None), (1, 1, None)],
)
def test_dropping_a_card_asks_for_the_move_it_means(qapp, dragged, row, moved):
    model = shown(Case(challenges=tuple(challenge(name) for name in "abc")))
    asked = []
    model.move_wanted.connect(lambda start, end: asked.append((start, end)))
    data = model.mimeData([model.index(dragged)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert asked == ([moved] if moved else [])


def test_dropping_onto_a_card_puts_it_there(qapp):
    model = shown(Case(challenges=tuple(challenge(name) for name in "abc")))
    asked = []
    model.move_wanted.connect(lambda start, end: asked.append((start, end)))
    model.dropMimeData(model.mimeData([model.index(2)]), Qt.DropAction.MoveAction, -1, -1, model.index(0))
    assert asked == [(2, 0)]


def test_nothing_can_be_dragged_where_nothing_may_change(qapp):
    model = shown(Case(challenges=(challenge("a"),)))
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    model.movable = False
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled


def test_outside_the_list_there_is_nothing(qapp):
    model = shown(Case(outcomes=(Outcome(statement="x"),)), OUTCOMES)
    assert model.id_at(-1) == model.id_at(1) == ""
    assert model.row_of("nobody") == -1
