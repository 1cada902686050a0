import pytest
from markupsafe import Markup

from casebook.domain.sections.lessons import Lesson
from casebook.publishing.views import EntryView, FieldView, SectionView, missing_of


def field(name, html="", **values):
    return FieldView(
        name=name, label=name.title(), kind=values.pop("kind", "line"), html=Markup(html), **values
    )


@pytest.fixture
def entry():
    return EntryView(
        record=Lesson(),
        title=Markup("T"),
        plain_title="T",
        fields=(
            field("title", "T", summary=True),
            field("note", "n"),
            field("kind", "k", fact=True),
            field("story", "<p>s</p>", kind="prose"),
            field("gap", absence="not recorded"),
            field("hole", absence="not recorded"),
            field("void", absence="looked for, none found"),
            field("secret", withheld=True, absence="not recorded"),
        ),
        children=(SectionView(key="inner", title="Inner", singular="Inner"),),
    )


def names(fields):
    return [view.name for view in fields]


def test_an_entry_tells_its_fields_apart(entry):
    assert entry.summary.name == "title" and names(entry.rest("note")) == ["kind", "story"]
    assert names(entry.short()) == ["kind", "note"] and names(entry.long()) == ["story"]
    assert names(entry.some(["story", "gap"])) == ["story", "gap"]
    assert entry.child("inner").title == "Inner"


def test_what_is_not_there_is_an_error(entry):
    with pytest.raises(KeyError):
        entry.field("nothing")
    with pytest.raises(KeyError):
        entry.child("nothing")


def test_three_ways_to_be_empty_are_told_apart_and_withheld_is_none_of_them(entry):
    assert entry.missing == (("not recorded", ("Gap", "Hole")), ("looked for, none found", ("Void",)))
    assert missing_of(()) == ()


@pytest.mark.parametrize(
    ("html", "kind", "run_in"),
    [
        ("<p>one <em>two</em></p>\n", "prose", "one <em>two</em>"),
        ("<p>one</p>\n<p>two</p>", "prose", ""),
        ("<ul><li>a</li></ul>", "prose", ""),
        ('<div dir="rtl"><p>x</p></div>', "prose", ""),
        ("plain", "line", "plain"),
    ],
)
def test_one_paragraph_can_run_in(html, kind, run_in):
    assert field("f", html, kind=kind).run_in == run_in
