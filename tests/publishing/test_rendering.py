import itertools

import pytest

from casebook import paths
from casebook.domain.errors import PublishError
from casebook.publishing.order import PublishCancelledError, never
from casebook.publishing.rendering import render
from casebook.publishing.templates import find_template


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
    monkeypatch.setattr("casebook.publishing.rendering.PATIENCE", 0.2)
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
