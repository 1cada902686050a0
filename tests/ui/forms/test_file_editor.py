"""The file of an attachment."""

from casebook.domain.fields import Kind


def test_it_shows_that_there_is_a_file_and_takes_no_keys(page):
    editor = page.show(Kind.FILE)
    assert editor.control.placeholderText() == "No file yet"
    editor.set_value("ab" * 32)
    page.type("x")
    assert editor.value() == "ab" * 32
    assert "abababababab…" in editor.control.text()
    assert page.said == []
