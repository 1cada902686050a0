import datetime
import itertools
import re
from pathlib import Path

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.errors import AudienceError, NotFoundError, PublishError
from casebook.domain.records import Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from casebook.publishing.look import Look
from casebook.publishing.order import Existing, Order, PublishCancelledError
from casebook.publishing.report import publish, typeset
from tests.publishing.formats import squeezed, text_of
from tests.publishing.planted import CaseWithRumours, filled, token
from tests.publishing.sample import FULL

GOLDEN = Path(__file__).parent.parent / "golden"
SMALL = Case(title="A small case", ref_code="X-1", context="Text.")


@pytest.mark.parametrize("format_key", FULL)
def test_every_declared_field_appears_a_made_up_section_too(materials, tmp_path, format_key):
    case = filled(CaseWithRumours)
    order = Order(folder=tmp_path, formats=(format_key,), audience=Sensitivity.INTERNAL)
    text = squeezed(text_of(publish(case, order, materials).files[0]))
    for key, specs in [("", case.declaration.header)] + [
        (k, s.fields) for k, s in case.declaration.sections.items()
    ]:
        for spec in specs:
            if spec.kind in ("line", "prose", "chips", "url", "terms") or (
                spec.kind == "term" and spec.vocabulary != "consent"
            ):
                assert token(key, spec.name) in text, (key, spec.name)
    assert "Rumoursheard" in text and "7dB" in text


@pytest.mark.parametrize("format_key", ["md", "html"])
def test_the_report_is_what_it_was(materials, tmp_path, update_golden, format_key):
    order = Order(
        folder=tmp_path,
        formats=(format_key,),
        audience=Sensitivity.INTERNAL,
        made_on=datetime.date(2026, 3, 2),
    )
    made = publish(filled(CaseWithRumours), order, materials).files[0].read_text(encoding="utf-8")
    # What the charts look like is looked at where they are drawn.
    made = re.sub(r"(data:image/svg\+xml);base64,[^\"]+", r"\1", made)
    expected = GOLDEN / f"full-report.{format_key}"
    if update_golden:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")


def test_an_empty_case_makes_a_short_honest_report(materials, tmp_path):
    text = text_of(publish(Case(), Order(folder=tmp_path, formats=("md",)), materials).files[0])
    assert "Untitled case" in text and "Status not recorded" in text
    assert "Sections not recorded: Places, Actors, Relations" in text and text.count("Lessons") == 1


def test_scripts_of_the_world_are_printed_or_their_lack_is_told(materials, tmp_path):
    said = {
        "Arabic": "السلام عليكم",
        "Chinese": "和平协议",
        "Cyrillic": "Мирное соглашение",
        "Devanagari": "शान्ति समझौता",
    }
    case = Case(title="Peace", context="\n\n".join(said.values()), tags=tuple(said.values()))
    made = publish(case, Order(folder=tmp_path, formats=("pdf", "docx", "html")), materials)
    told = " ".join(made.notices)
    text = squeezed(text_of(made.files[0]))
    assert squeezed(said["Cyrillic"]) in text and "Cyrillic" not in told
    for script in ("Arabic", "Chinese", "Devanagari"):
        # Shaped letters come back in another order or form from a PDF; that some come back shows they were printed.
        letters = set(squeezed(said[script]))
        assert (len(letters & set(text)) > len(letters) / 2) or script in told
    assert all(words in text_of(path) for path in made.files[1:] for words in said.values())


def test_a_sign_no_font_has_is_told(materials, tmp_path):
    made = publish(Case(title="T", context="a\u0378b"), Order(folder=tmp_path), materials)
    (notice,) = made.notices
    assert (
        "no font" in notice and "unknown signs" in notice and made.files[0].read_bytes().startswith(b"%PDF")
    )


def test_a_withheld_name_left_in_the_text_is_told(materials, tmp_path):
    case = attrs.evolve(
        SMALL,
        context="The Elders of Gbarnga spoke.",
        actor_records=(Actor(name="Elders of Gbarnga", sensitivity=Sensitivity.PARTNER),),
    )
    made = publish(case, Order(folder=tmp_path, formats=("md",)), materials)
    assert "“Elders of Gbarnga” is withheld" in made.notices[0] and made.receipt.counts == {
        "actor_records": 1
    }


def test_progress_goes_up_to_the_end(materials, tmp_path):
    told = []
    publish(SMALL, Order(folder=tmp_path, formats=("md", "html")), materials, lambda *args: told.append(args))
    shares = [share for share, _doing in told]
    assert shares == sorted(shares) and (shares[0], shares[-1]) == (0.0, 1.0)
    assert "Making Markdown" in [doing for _share, doing in told]


@pytest.mark.parametrize("steps", [0, 1, 3, 6, 12, 40])
def test_stopping_leaves_nothing_behind(materials, tmp_path, steps):
    asked = itertools.count()
    try:
        made = publish(
            SMALL,
            Order(folder=tmp_path, formats=("docx", "pdf")),
            materials,
            cancelled=lambda: next(asked) >= steps,
        )
    except PublishCancelledError:
        assert list(tmp_path.iterdir()) == []
    else:
        assert sorted(tmp_path.iterdir()) == sorted(made.files)


def test_a_second_export_gets_a_number_or_is_refused_whole(materials, tmp_path):
    order = Order(folder=tmp_path, formats=("md",))
    first, second = (publish(SMALL, order, materials).files[0] for _time in range(2))
    assert second.name == first.name.replace(".md", " (2).md")
    both = attrs.evolve(order, formats=("html", "md"), existing=Existing.REFUSE)
    with pytest.raises(PublishError, match="is there already"):
        publish(SMALL, both, materials)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([first.name, second.name])


@pytest.mark.parametrize(
    ("order", "error", "sentence"),
    [
        ({"formats": ("doc",)}, NotFoundError, "“doc”.*pdf, docx"),
        ({"formats": ()}, PublishError, "at least one format"),
        ({"template": "none"}, NotFoundError, "“full-report”"),
    ],
)
def test_what_is_not_to_be_had_is_one_sentence(materials, tmp_path, order, error, sentence):
    with pytest.raises(error, match=sentence):
        publish(SMALL, Order(folder=tmp_path, **order), materials)
    assert list(tmp_path.iterdir()) == []


def test_a_case_above_the_audience_makes_no_report(materials, tmp_path):
    with pytest.raises(AudienceError):
        publish(attrs.evolve(SMALL, sensitivity=Sensitivity.INTERNAL), Order(folder=tmp_path), materials)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_one_sentence(materials, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(PublishError, match="could not be written"):
        publish(SMALL, Order(folder=tmp_path / "file" / "sub"), materials)


def test_a_template_of_ones_own_is_used_and_keeps_to_its_formats(materials, tmp_path):
    folder = tmp_path / "mine" / "brief"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('name = "brief"\ntitle = "Brief"\nformats = ["md"]')
    (folder / "report.html.j2").write_text(
        "<html><body><h1>{{ report.title }}</h1>{{ case.ref_code }}</body></html>"
    )
    given = attrs.evolve(materials, template_folders=(*materials.template_folders, tmp_path / "mine"))
    made = publish(SMALL, Order(folder=tmp_path, template="brief", formats=("md",)), given)
    assert made.files[0].read_text(encoding="utf-8").split() == ["#", "A", "small", "case", "X-1"]
    with pytest.raises(PublishError, match="“Brief” cannot be made as PDF"):
        publish(SMALL, Order(folder=tmp_path, template="brief"), given)


def test_a_citation_that_names_no_source_is_said_with_its_place(materials, tmp_path):
    case = Case(
        title="T",
        context="As [@known] and [@gone, p. 2] say, and @gone again.",
        challenges=(Challenge(title="Guns", description="see @lost"),),
        source_records=(Source(title="S", citation_key="known"),),
    )
    order = Order(folder=tmp_path, formats=("md",), audience=Sensitivity.INTERNAL)
    done = publish(case, order, materials)
    assert len(done.notices) == 2
    assert "key “gone”" in done.notices[0] and done.notices[0].endswith("It stands in: Context.")
    assert "key “lost”" in done.notices[1] and "Guns – What happened" in done.notices[1]
    assert "\\[@gone, p. 2\\]" in done.files[0].read_text(encoding="utf-8")


def test_a_withheld_source_is_not_told_by_a_notice(materials, tmp_path):
    secret = Source(title="S", citation_key="hushhush", sensitivity=Sensitivity.INTERNAL)
    case = Case(
        title="T", context="As [@hushhush] says.", source_records=(secret,), sensitivity=Sensitivity.PUBLIC
    )
    done = publish(case, Order(folder=tmp_path, formats=("md",)), materials)
    assert "hushhush" not in str(done.notices) + done.files[0].read_text(encoding="utf-8")


def test_a_style_of_the_house_that_is_elsewhere_is_said_and_the_report_made(materials, tmp_path):
    case = attrs.evolve(SMALL, source_records=(Source(title="S", citation_key="k"),), context="So [@k].")
    look = Look(citation_style="only-there")
    order = Order(folder=tmp_path, formats=("md",), audience=Sensitivity.INTERNAL, look=look)
    done = publish(case, order, materials)
    assert (
        len(done.notices) == 1
        and "“only-there” of the house style is not on this computer" in done.notices[0]
    )
    assert "(‘S’ n.d.)" in done.files[0].read_text(encoding="utf-8")


def test_a_citation_style_nobody_has_is_refused_and_nothing_written(materials, tmp_path):
    case = attrs.evolve(SMALL, source_records=(Source(title="S", citation_key="k"),))
    order = Order(folder=tmp_path, audience=Sensitivity.INTERNAL, citation_style="poem")
    with pytest.raises(NotFoundError, match="no citation style called “poem”"):
        publish(case, order, materials)
    assert list(tmp_path.iterdir()) == []


MANY = "{% for one in cases %}<h1 id='{{ one.anchor }}'>{{ one.report.title }}</h1>{% for field in one.narrative.fields %}{{ field.html }}{% endfor %}{% if one.charts.timeline %}<img src='{{ one.charts.timeline.path }}' alt='Chart of {{ one.number }}'>{% endif %}{% endfor %}{% for entry in sources %}<p>{{ entry.reference }}</p>{% endfor %}"


@pytest.fixture
def for_many(materials, tmp_path):
    """The materials with a small template for many cases."""
    folder = tmp_path / "mine" / "heap"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('title = "Heap"\ncases = "many"')
    (folder / "report.html.j2").write_text(f"<html><body>{MANY}</body></html>")
    return attrs.evolve(materials, template_folders=(*materials.template_folders, tmp_path / "mine"))


def cited(title, year):
    source = Source(title=f"{title} report", citation_key="same", authors=(title,), issued=When(year))
    event = Event(title=title, date=When(year))
    return Case(title=title, context="As told [@same, p. 4].", source_records=(source,), timeline=(event,))


def test_many_cases_make_one_report_in_which_nothing_clashes(for_many, tmp_path):
    cases = [cited("Alpha", "2001"), cited("Beta", "2002")]
    order = Order(folder=tmp_path / "out", template="heap", formats=("html", "pdf"))
    made = publish(cases, order, for_many)
    assert [file.name for file in made.files] == ["2-cases heap public.html", "2-cases heap public.pdf"]
    html = made.files[0].read_text(encoding="utf-8")
    assert "(Alpha 2001, p. 4)" in html and "(Beta 2002, p. 4)" in html
    assert html.index("Alpha report") < html.index("Beta report")
    pictures = re.findall(r'src="(data:image/svg[^"]+)" alt="Chart of (\d)"', html)
    assert len({picture for picture, _number in pictures}) == 2 and [n for _, n in pictures] == ["1", "2"]
    assert len(re.findall(r' id="([^"]+)"', html)) == len(set(re.findall(r' id="([^"]+)"', html)))
    assert typeset(cases, order, for_many).pdf == made.files[1].read_bytes()


def test_a_report_of_many_is_named_after_what_it_is_called(for_many, tmp_path):
    order = Order(folder=tmp_path / "out", template="heap", formats=("md",), title="My\x00 Book")
    named = publish([SMALL, SMALL], order, for_many)
    alone = publish([SMALL], attrs.evolve(order, title=""), for_many)
    assert named.files[0].name == "2-cases my-book heap public.md"
    assert alone.files[0].name == "X-1 a-small-case heap public.md"


def test_a_report_of_one_case_refuses_several_and_none_is_no_report(materials, tmp_path):
    with pytest.raises(PublishError, match="one case at a time, not of 2"):
        publish([SMALL, SMALL], Order(folder=tmp_path), materials)
    with pytest.raises(PublishError, match="at least one case"):
        publish([], Order(folder=tmp_path), materials)


def test_one_case_above_the_audience_stops_the_report_of_many(for_many, tmp_path):
    secret = attrs.evolve(SMALL, title="Secret", sensitivity=Sensitivity.INTERNAL)
    with pytest.raises(AudienceError, match="“Secret”"):
        publish([SMALL, secret], Order(folder=tmp_path / "out", template="heap", formats=("md",)), for_many)
    assert not (tmp_path / "out").exists()
