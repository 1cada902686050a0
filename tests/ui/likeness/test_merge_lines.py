from casebook.domain.case import Case
from casebook.domain.merge_plan import merge_plan
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wording import Wording
from casebook.ui.likeness.merge_lines import merge_lines, sides
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)
LONG = "The mission stayed for fifteen years and left behind a police force. " * 9


def lines(kept, other):
    return merge_lines(merge_plan(kept, other, WORDING), WORDING)


def row_of(kept, other, key):
    return next(line.row for line in lines(kept, other) if line.row is not None and line.row.key == key)


def test_rows_stand_under_the_headings_of_the_case():
    made = lines(Case(title="One"), Case(title="Two", challenges=(Challenge(title="Gap"),)))
    titles = [line.title for line in made if line.row is None]
    assert titles[:2] == ["Overview", "Narrative"] and "Challenges" in titles
    assert made[-1].title == "Gap" and made[-1].kept.text == ""


def test_words_that_differ_are_marked_on_their_side():
    kept, other = Case(context="It began in 2003 with talks."), Case(context="It began in 2004 with talks 🕊.")
    one, two = sides(row_of(kept, other, "field/context"))
    assert [one.text[at : at + length].strip() for at, length, _kept in one.runs] == ["2003"]
    assert [mark for _at, _length, mark in two.runs] == ["added", "added"]
    assert two.runs[-1][1] == 3  # a space and a sign of two units


def test_long_stretches_that_are_the_same_are_shortened():
    one, two = sides(
        row_of(Case(context=LONG + "It held."), Case(context=LONG + "It broke."), "field/context")
    )
    assert len(one.text) < 200 and one.text.startswith("… ")
    assert one.text.endswith("held.") and two.text.endswith("broke.")


def test_texts_that_have_little_in_common_are_shown_as_they_are():
    one, two = sides(
        row_of(Case(context="Alpha beta."), Case(context="Gamma delta epsilon"), "field/context")
    )
    assert (one.text, one.runs, two.runs) == ("Alpha beta.", (), ())
    assert one.lines > 0
