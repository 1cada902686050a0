"""One case as the reference: the reading changes, the comparison does not."""

from hypothesis import given

from casebook.domain.alignment import align
from casebook.domain.case import Case
from casebook.domain.comparison_reference import Standing, against
from casebook.domain.records import Absence, TermRef
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES, cases

WORDS = Wording(vocabularies=VOCABULARIES)
REFERENCE, SAME, OTHER, ADDED, LACKING = Standing


@given(cases(most=2))
def test_a_case_is_the_same_as_itself(case):
    read = against(align([case, case], WORDS), 1)
    assert set(read.values()) == {(SAME, REFERENCE)}


def test_how_each_stands_to_the_reference():
    ddr, ssr = (FrameworkUse(framework=TermRef(name)) for name in ("ddr", "ssr"))
    one = Case(frameworks=(ddr,), scope=TermRef("national"), countries=("LR", "SL"), tags=("a",))
    two = Case(
        frameworks=(ssr,),
        scope=TermRef("regional"),
        countries=("SL", "LR"),
        absences={"parent_case": Absence.NOT_APPLICABLE},
    )
    read = against(align([one, two], WORDS), 0)
    assert read["frameworks/term:ddr"] == (REFERENCE, LACKING)
    assert read["frameworks/term:ssr"] == (REFERENCE, ADDED)
    assert read["overview/scope"] == (REFERENCE, OTHER)
    assert read["overview/countries"] == (REFERENCE, SAME)
    assert read["overview/parent_case"] == (REFERENCE, OTHER)
    assert read["overview/tags"] == (REFERENCE, LACKING)
