import pytest

from casebook import paths
from casebook.domain.errors import NotFoundError
from casebook.publishing.templates import find_template, find_templates


def test_the_built_in_report_is_found():
    template = find_template("full-report", [paths.templates()])
    assert template.title == "Full case report" and set(template.formats) == {
        "pdf",
        "docx",
        "html",
        "odt",
        "epub",
        "md",
    }


def test_damaged_templates_are_left_out_and_the_first_folder_wins(tmp_path):
    for number, (folder, sheet) in enumerate(
        [
            ("a/x", 'title = "First"'),
            ("b/x", 'title = "Second"'),
            ("b/y", "title ="),
            ("b/z", "name = 3"),
            ("b/v", 'title = "V"\nformats = "pdf"'),
            ("b/w", 'title = "W"\ncases = "some"'),
        ]
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "template.toml").write_text(sheet)
        (tmp_path / folder / "report.html.j2").write_text(str(number))
    (tmp_path / "b" / "empty").mkdir()
    (tmp_path / "b" / "empty" / "template.toml").write_text('title = "No report"')
    found = find_templates([tmp_path / "a", tmp_path / "b", tmp_path / "missing"])
    assert [(t.name, t.title, t.formats) for t in found] == [("x", "First", ())]
    with pytest.raises(NotFoundError, match="“x”"):
        find_template("nope", [tmp_path / "a"])


@pytest.mark.parametrize(("sheet", "many"), [("", False), ('cases = "one"', False), ('cases = "many"', True)])
def test_a_template_says_whether_it_is_for_many_cases(tmp_path, sheet, many):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "template.toml").write_text(f'title = "X"\n{sheet}')
    (tmp_path / "x" / "report.html.j2").write_text("x")
    assert find_template("x", [tmp_path]).many is many
