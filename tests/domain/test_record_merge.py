"""What the record that stays says when several become one."""

from casebook.domain.record_merge import differing, merged, names_of
from casebook.domain.records import Absence, Sensitivity, TermRef
from casebook.domain.sections.registry import Actor, Source


def test_what_it_lacks_is_filled_in_and_the_other_names_are_kept():
    keep = Actor(
        name="ECOWAS Mission in Liberia", short_name="ECOMIL", absences={"country": Absence.NONE_FOUND}
    )
    other = Actor(name="ECOMIL", aliases=("Ecowas mission in  LIBERIA", "The vanguard"), country="LR")
    third = Actor(name="Mission de la CEDEAO", type=TermRef("mission-military"), country="GH")
    made = merged(keep, (other, third))
    assert made.id == keep.id and made.name == keep.name and made.short_name == "ECOMIL"
    assert (made.country, made.type, made.absences) == ("LR", "mission-military", {})
    assert made.aliases == ("The vanguard", "Mission de la CEDEAO")


def test_for_each_field_another_may_be_chosen_and_its_name_stays_as_one_of_the_names():
    keep, other = Actor(name="ECOMIL", country="LR"), Actor(name="ECOWAS Mission in Liberia", country="GH")
    made = merged(keep, (other,), {"name": other.id, "country": other.id})
    assert (made.name, made.country, made.aliases) == (other.name, "GH", ("ECOMIL",))


def test_the_stricter_sensitivity_counts_and_nothing_is_part_of_itself():
    keep = Actor(name="A", field_sensitivities={"name": Sensitivity.PARTNER})
    other = Actor(
        name="A",
        sensitivity=Sensitivity.INTERNAL,
        field_sensitivities={"name": Sensitivity.TRAINING, "country": Sensitivity.INTERNAL},
        parent_actor=keep.id,
    )
    made = merged(keep, (other,))
    assert made.sensitivity is Sensitivity.INTERNAL and made.parent_actor is None
    assert made.field_sensitivities == {"name": Sensitivity.PARTNER, "country": Sensitivity.INTERNAL}


def test_only_what_differs_is_asked_about():
    one = Source(title="Final  report", citation_key="un2018", publisher="UN", authors=("UN",))
    other = Source(title="final report", citation_key="un-2018", authors=("United Nations",))
    assert [spec.name for spec in differing((one, other))] == ["citation_key", "authors"]
    part = Actor(name="Part", parent_actor=Actor().id)
    assert differing((part, Actor(name="part", parent_actor=part.id))) == ()
    assert list(names_of(Actor(name="A", short_name="B", aliases=("C", "D"), pseudonym="E"))) == [
        "A",
        "B",
        "C",
        "D",
    ]
