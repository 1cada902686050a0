import pytest

from casebook import paths
from casebook.domain.errors import NotFoundError, PublishError
from casebook.domain.wording import Wording
from casebook.services.own_templates import (
    add_word_template,
    check_template,
    duplicate,
    fault_line,
    files_of,
    free_title,
    is_users,
    names,
    put_back,
    remove,
    rename,
    template_called,
    word_examples,
)
from casebook.services.publishing import templates
from casebook.services.vocabularies import load_vocabularies
from tests.publishing.own_templates import word


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def listed():
    return {template.name: template for template in templates()}


def test_a_copy_has_all_it_imports_and_works_by_itself(home):
    made = duplicate("participant-handout", "My “own” handout")
    assert (made.name, made.title, made.max_pages, made.own) == (
        "my-own-handout",
        "My “own” handout",
        2,
        True,
    )
    assert [file.name for file in files_of(made)] == [
        "report.html.j2",
        "casebook.html.j2",
        "short.html.j2",
        "template.toml",
    ]
    assert made.folder.is_relative_to(home) and listed()["my-own-handout"] == made
    assert check_template(made) is None


def test_a_name_that_is_taken_or_empty_is_refused():
    duplicate("card", "Mine")
    for title, why in (
        ("Mine", "already"),
        ("mine!", "already"),
        ("Card", "already"),
        ("  …", "at least one letter"),
    ):
        with pytest.raises(PublishError, match=why):
            duplicate("card", title)
    with pytest.raises(NotFoundError):
        duplicate("poem", "Another")
    assert free_title("Mine") == "Mine 2" and free_title("Other") == "Other"


def test_a_path_in_a_name_leads_nowhere(home):
    made = duplicate("card", "../../../etc/passwd")
    assert made.folder.parent == paths.user_templates()


def test_renaming_keeps_the_rest(home):
    made = rename(duplicate("card", "Mine"), 'Half a "page"')
    assert (made.name, made.title, made.look, made.max_pages) == ("mine", 'Half a "page"', "card", 1)
    with pytest.raises(PublishError, match="at least one letter"):
        rename(made, " ")


def test_what_is_removed_can_be_put_back():
    made = duplicate("card", "Mine")
    removed = remove(made)
    assert "mine" not in listed()
    assert put_back(removed) == made and "mine" in listed()
    first = remove(made)
    second = remove(duplicate("card", "Mine"))
    assert first.lies != second.lies and put_back(first).title == "Mine"
    with pytest.raises(PublishError, match="already"):
        put_back(second)


def test_what_came_with_casebook_stays():
    card = template_called("card")
    assert not is_users(card) and not card.own
    for work in (lambda: remove(card), lambda: rename(card, "x")):
        with pytest.raises(PublishError, match="stays as it is"):
            work()


def test_a_word_file_is_taken_in(tmp_path):
    file = word(tmp_path / "our letter.docx", "{{ fields.title }}").document
    made = add_word_template(file)
    file.unlink()
    assert (made.name, made.title, made.formats) == ("our-letter", "our letter", ("docx",))
    assert check_template(made) is None
    copy = duplicate("our-letter", "Another letter")
    assert copy.document != made.document and copy.document.read_bytes() == made.document.read_bytes()


def test_the_worked_examples_are_there_to_begin_with():
    assert [add_word_template(file).formats for file in word_examples()] == [("docx",)] * 2


def test_a_template_is_called_by_name_folder_or_file(tmp_path):
    made = duplicate("card", "Mine")
    assert template_called("mine") == made == template_called(str(made.folder))
    file = word(tmp_path / "t.docx", "a").document
    assert template_called(str(file)).document == file
    with pytest.raises(NotFoundError):
        template_called(str(tmp_path / "none.docx"))


def test_names_have_examples_from_the_sample():
    wording = Wording(vocabularies=load_vocabularies(paths.resources() / "vocabularies"))
    shown = {variable.name: variable.example for group in names(wording) for variable in group.variables}
    assert shown["fields.title"].startswith("Liberia") and shown["outcome.statement"]


def test_the_line_of_a_fault():
    sentence = "The template “T” cannot be used (report.html.j2, line 14: there is no “x” here); nothing was written."
    assert fault_line(sentence, "report.html.j2") == 14
    assert fault_line(sentence, "t.html.j2") == 0 == fault_line("", "a") == fault_line(sentence, "")
