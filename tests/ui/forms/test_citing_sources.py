"""Keys of sources."""

from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.citing import cited_keys
from casebook.domain.sections.registry import Actor, Source
from casebook.ui.forms.citing_sources import key_of, suggested_key, with_key


def test_a_key_is_made_of_the_title_and_never_taken_twice():
    assert suggested_key("Final progress report, S/2018/344", ()) == "finalprogressreports2018"
    assert suggested_key("Note", ("note", "note-2")) == "note-3"
    assert suggested_key("تقرير", ()) == "source"


def test_only_sources_without_a_key_get_one():
    actor, keyed = Actor(name="UN"), Source(title="A", citation_key="own")
    assert with_key(actor, ()) is actor
    assert with_key(keyed, ()) is keyed
    assert with_key(Source(title="Note"), (Source(citation_key="note"),)).citation_key == "note-2"
    assert (key_of(actor), key_of(keyed)) == ("", "own")


@given(st.text())
def test_every_suggested_key_can_be_cited(title):
    key = suggested_key(title, ())
    assert cited_keys(f"[@{key}]") == {key}
