"""A template of one's own makes what a built-in one makes, and reaches nothing beyond what it is given."""

import shutil

import attrs
import pytest

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.errors import PublishError
from casebook.domain.records import Sensitivity
from casebook.domain.sections.lessons import Lesson
from casebook.publishing.converters import FORMATS
from casebook.publishing.order import Order
from casebook.publishing.own_rendering import sources_of
from casebook.publishing.report import publish
from casebook.publishing.templates import template_at
from tests.publishing.formats import every_byte, text_of
from tests.publishing.own_templates import own
from tests.publishing.sample import sample_case

SECRET = "Zqsecretcontent"
PAGE = "<!DOCTYPE html><html><head><title>T</title></head><body><p>Hello</p>{}</body></html>"
NET = "http://127.0.0.1:9/zqnet"
REACHING = [
    '<img src="{place}.svg"><img src="file://{place}.svg"><img src="../../../../..{place}.svg">',
    '<img src="{net}.png"><img src="x" srcset="{net} 2x">',
    '<object data="{place}.svg"></object><embed src="{place}.svg"><iframe src="{place}.html"></iframe>',
    '<iframe src="{net}"></iframe><video src="{net}"></video><audio src="{place}.txt"></audio>',
    '<link rel="stylesheet" href="{place}.css"><style>@import "{place}.css"; p {{ background: url({net}) }}</style>',
    '<div style="background:url({net})">a</div><span style="background:url({net})">b</span>',
    '<p background="{net}">p</p><table background="{net}"><tr><td background="{net}" style="background:url({net})">a</td></tr></table>',
    '<div class="new-page" onclick="zqnet()" data-x="{net}">c</div><script>fetch("{net}")</script>',
    '<svg><image href="{net}"/></svg><form action="{net}"><input type="image" src="{net}"></form>',
    '<base href="file://{folder}/"><img src="secret.svg"><meta http-equiv="refresh" content="0;url={net}">',
    '<meta name="header-includes" content="{net}"><meta name="css" content="{net}">',
    '<a href="javascript:zqnet()">x</a><a href="file://{place}.txt">f</a><a href="{place}.txt">g</a>',
    "\\include{{{place}.txt}} \\input{{{place}.txt}}",
    '#read("{place}.txt") #include "{place}.typ" #image("{place}.svg") `#read("{place}.txt")`{{=typst}}',
    '<pre class="typst">#read("{place}.txt")</pre><code class="raw" data-format="typst">#read("{place}.txt")</code>',
    '<span class="math inline">\\input{{{place}.txt}}</span><math><mtext>#read("{place}.txt")</mtext></math>',
]
LEFT_AS_TEXT = ("#read(", "\\include{", "\\input{", "#include ", "#image(", "zqnet")
"""Words of a template that may stand in a report as what they are."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A file with something to find, in several disguises; without its ending."""
    folder = tmp_path_factory.mktemp("elsewhere")
    disguises = {
        "txt": SECRET,
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg"><text>{SECRET}</text></svg>',
        "html": f"<p>{SECRET}</p>",
        "css": f'p {{ content: "{SECRET}" }}',
        "typ": SECRET,
    }
    for ending, text in disguises.items():
        (folder / f"secret.{ending}").write_text(text, encoding="utf-8")
    return folder / "secret"


@pytest.mark.parametrize("source", REACHING, ids=lambda source: source[:40])
def test_nothing_is_fetched_and_nothing_stays_that_would_fetch(materials, tmp_path, place, source):
    body = source.format(place=place, folder=place.parent, net=NET)
    template = own(tmp_path / "t", PAGE.format("{% raw %}" + body + "{% endraw %}"))
    order = Order(folder=tmp_path / "out", template=str(template.folder), formats=tuple(FORMATS))
    for path in publish(Case(title="T"), order, materials).files:
        held = every_byte(path)
        assert SECRET not in held and "Hello" in text_of(path), path.suffix
        assert "zqnet" not in held and "javascript:" not in held and "file://" not in held, path.suffix


@pytest.mark.parametrize("name", ["full-report", "participant-handout", "card"])
def test_a_copy_of_a_report_makes_the_same(materials, liberia, tmp_path, name):
    shutil.copytree(paths.templates() / name, tmp_path / "own" / name)
    copied = attrs.evolve(materials, template_folders=(tmp_path / "own",))
    order = Order(
        folder=tmp_path / "out", template=name, formats=("html", "pdf"), audience=Sensitivity.TRAINING
    )
    usual, own_one = publish(liberia, order, materials), publish(liberia, order, copied)
    assert usual.digests == own_one.digests


@pytest.mark.parametrize("name", ["casebook-volume", "lessons-digest", "comparison-paper"])
def test_a_copy_of_a_report_of_many_cases_makes_the_same(materials, liberia, tmp_path, name):
    shutil.copytree(paths.templates() / name, tmp_path / "own" / name)
    copied = attrs.evolve(materials, template_folders=(tmp_path / "own",))
    cases = (liberia, sample_case("sierra-leone"))
    order = Order(folder=tmp_path / "out", template=name, formats=("html",), audience=Sensitivity.TRAINING)
    assert publish(cases, order, materials).digests == publish(cases, order, copied).digests


def test_it_sees_the_redacted_case_only(materials, tmp_path):
    lessons = (
        Lesson(
            title="Shown", observation="Zqhidden", field_sensitivities={"observation": Sensitivity.PARTNER}
        ),
        Lesson(title="Zqabove", sensitivity=Sensitivity.INTERNAL),
    )
    source = (
        "{{ case }} {{ fields }} {{ entries }} {{ sections }} {{ shared }} {{ parts }} {{ report }} {{ withheld }}"
        "{% for lesson in case.lessons %}{{ lesson.observation }}{{ lesson.title }}{% endfor %}"
        "{{ linked('x') }}{{ picture('x') }}"
    )
    template = own(tmp_path / "t", PAGE.format(source))
    order = Order(folder=tmp_path / "out", template=str(template.folder), formats=("html",))
    (made,) = publish(Case(title="T", lessons=lessons), order, materials).files
    held = every_byte(made)
    assert "Shown" in held and "Zqhidden" not in held and "Zqabove" not in held


def test_charts_pictures_and_translations_are_asked_for(materials, liberia, tmp_path):
    source = (
        "{{ tr('Sources') }} {% if charts.timeline %}<figure><img src='{{ charts.timeline.path }}' alt='Zqdrawn'></figure>{% endif %}"
        "{{ charts.indicators_of(case.outcomes[0].id).title }}"
    )
    template = own(tmp_path / "t", PAGE.format(source))
    order = Order(folder=tmp_path / "out", template=str(template.folder), formats=("html",))
    given = attrs.evolve(materials, translate=str.upper)
    (made,) = publish(liberia, order, given).files
    html = made.read_text(encoding="utf-8")
    assert "SOURCES" in html and "data:image/svg+xml;base64," in html and "Zqdrawn" in html


def test_the_case_s_own_names(materials, tmp_path):
    source = (
        "{{ fields.title }}|{{ fields.context }}|"
        "{% for lesson in entries.lessons %}{{ lesson.heading }}{{ lesson.observation }}{% endfor %}"
    )
    template = own(tmp_path / "t", PAGE.format(source))
    order = Order(folder=tmp_path / "out", template=str(template.folder), formats=("md",))
    case = Case(title="<b>T</b>", context="**bold**", lessons=(Lesson(title="L", observation="O"),))
    (made,) = publish(case, order, materials).files
    text = made.read_text(encoding="utf-8")
    assert "**bold**" in text and "<b>T</b>" in text_of(made) and "L" in text and "O" in text


def test_its_files_are_read_from_its_folder_only(tmp_path):
    template = own(tmp_path / "t", "a", **{"part.j2": "b"})
    (tmp_path / "secret.j2").write_text("secret")
    (template.folder / "link.j2").symlink_to(tmp_path / "secret.j2")
    (template.folder / "note.md").write_text("c")
    found = sources_of(template, paths.resources())
    assert found["report.html.j2"] == "a" and found["part.j2"] == "b" and "casebook.html.j2" in found
    assert "link.j2" not in found and "note.md" not in found and "secret" not in found.values()


def test_too_many_and_too_long_files_are_refused(tmp_path):
    template = own(tmp_path / "t", "a")
    for number in range(101):
        (template.folder / f"{number}.j2").write_text("a")
    with pytest.raises(PublishError, match="more than 100 files"):
        sources_of(template, paths.resources())
    template = own(tmp_path / "u", "a" * 1_000_001)
    with pytest.raises(PublishError, match="too long"):
        sources_of(template_at(template.folder), paths.resources())
