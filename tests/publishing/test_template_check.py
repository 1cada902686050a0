import attrs
import pytest

from casebook import paths
from casebook.domain.errors import PublishError
from casebook.publishing.order import PublishCancelledError
from casebook.publishing.template_check import check, hold_ready
from casebook.publishing.templates import find_templates, template_at
from tests.publishing.own_templates import own, word

EXAMPLES = sorted((paths.resources() / "word-examples").glob("*.docx"))


@pytest.mark.parametrize("template", find_templates([paths.templates()]), ids=lambda template: template.name)
def test_every_built_in_report_passes(materials, template):
    assert check(template, materials) is None


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_worked_examples_pass(materials, file):
    assert check(template_at(file), materials) is None


def test_two_examples_come_along():
    assert [file.stem for file in EXAMPLES] == ["case-record-in-word", "handout-in-word"]


def test_a_fault_that_shows_with_a_full_case_only_is_found(materials, tmp_path):
    template = word(tmp_path / "t.docx", "{% for a in entries.actors %}{{ a.nmae }}{% endfor %}")
    finding = check(template, materials)
    assert "a case with everything filled" in finding.sentence and "“nmae”" in finding.sentence
    assert finding.fault.place == "“{{ a.nmae }}” in paragraph 1"


def test_a_fault_that_shows_with_an_empty_case_only_is_found(materials, tmp_path):
    template = own(tmp_path / "t", "<p>\n{{ entries.lessons[0].title }}</p>")
    finding = check(template, materials)
    assert "a case with nothing filled" in finding.sentence
    assert (finding.fault.name, finding.fault.line) == ("report.html.j2", 2)


def test_a_file_with_macros_is_a_finding(materials, tmp_path):
    (tmp_path / "t.docx").write_bytes(b"no")
    assert "not a Word file" in check(template_at(tmp_path / "t.docx"), materials).sentence


def test_a_person_can_stop_it(materials, tmp_path):
    with pytest.raises(PublishCancelledError):
        check(own(tmp_path / "t", "a"), materials, lambda: True)


def test_a_word_file_is_tried_before_its_first_report_and_again_when_it_changed(materials, tmp_path):
    file = word(tmp_path / "t.docx", "{{ fields.title }}").document
    assert hold_ready(str(file), materials) is None
    assert hold_ready(str(file), materials, lambda: True) is None
    word(file, "{{ entries.lessons[0].title }}")
    with pytest.raises(PublishError, match="a case with nothing filled"):
        hold_ready(str(file), materials)
    assert (
        hold_ready("card", attrs.evolve(materials, template_folders=(paths.templates(),)), lambda: True)
        is None
    )
