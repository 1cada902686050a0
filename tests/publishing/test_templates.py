import itertools

import pytest

from casebook import paths
from casebook.domain.errors import NotFoundError, PublishError
from casebook.publishing.order import PublishCancelledError, never
from casebook.publishing.templates import find_template, find_templates, render


@pytest.fixture
def write(tmp_path):
    def make(name, report, sheet='title = "Mine"'):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "template.toml").write_text(sheet)
        (folder / "report.html.j2").write_text(report)
        return find_template(name, [tmp_path])

    return make


def run(template, context=None, cancelled=never):
    return render(template, context or {}, paths.resources(), cancelled)


def test_the_built_in_report_is_found():
    template = find_template("full-report", [paths.templates()])
    assert template.title == "Full case report" and set(template.formats) == {
        "pdf",
        "docx",
        "html",
        "odt",
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


def test_what_is_put_in_is_escaped(write):
    assert run(write("t", "<p>{{ x }}</p>"), {"x": "<b>{{7*7}}"}) == "<p>&lt;b&gt;{{7*7}}</p>"


def test_shared_macros_are_at_hand(write):
    report = '{% import "casebook.html.j2" as put with context %}{{ put.grade(none) }}ok'
    assert run(write("t", report), {"tr": str}) == "ok"


@pytest.mark.parametrize(
    "report",
    [
        "{{ nothing }}",
        "{{ x.__class__.__mro__ }}",
        "{{ x.append(1) }}",
        '{% include "/etc/passwd" %}',
        '{% include "../secret.txt" %}',
        '{% include "link.j2" %}',
        "{% for a in range(9999999) %}{% endfor %}",
        "{{ 1 / 0 }}",
        "{% if %}",
        "{{ x['k'].y }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_a_faulty_or_prying_template_is_refused_in_one_sentence(write, tmp_path, report):
    template = write("t", report)
    (tmp_path / "secret.txt").write_text("secret")
    (template.folder / "link.j2").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(PublishError, match=r"“t”.*nothing was written"):
        run(template, {"x": [1]})


def test_an_endless_template_ends(write, monkeypatch):
    monkeypatch.setattr("casebook.publishing.templates.PATIENCE", 0.2)
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}{% endfor %}{% endfor %}"
    with pytest.raises(PublishError, match="too long"):
        run(write("t", loop))


def test_a_person_can_stop_a_template(write):
    asked = itertools.count()
    with pytest.raises(PublishCancelledError):
        run(write("t", "{% for a in range(9999) %}{{ a }}{% endfor %}"), cancelled=lambda: next(asked) > 5)


def test_a_changed_template_is_read_anew(write):
    template = write("t", "one")
    assert run(template) == "one"
    (template.folder / "report.html.j2").write_text("three")
    assert run(template) == "three"
