from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.records import Sensitivity
from casebook.publishing.builds import HOUSE, PLAIN, Build, build_body, build_from, first_build
from casebook.publishing.look import Look
from casebook.publishing.order import Order
from casebook.publishing.templates import Template

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
texts = st.tuples(st.text(max_size=9), st.text(max_size=9))
builds = st.builds(
    Build,
    id=st.text(max_size=9),
    name=st.text(max_size=20),
    template=st.text(max_size=20),
    audience=st.sampled_from(Sensitivity),
    formats=texts,
    sections=texts,
    left_out=texts,
    language=st.text(max_size=3),
    look=st.sampled_from([HOUSE, PLAIN]),
    citation_style=st.text(max_size=9),
    folder=st.text(max_size=20),
    file_name=st.text(max_size=20),
    receipt_page=st.booleans(),
)


@given(builds)
def test_a_build_comes_back_as_it_was_kept(build):
    assert build_from(build_body(build), build_id=build.id, name=build.name) == build


@given(st.dictionaries(st.sampled_from([*build_body(Build()), "name", "id", "more"]), json_values))
def test_a_damaged_build_keeps_what_can_be_understood(body):
    build = build_from({"file_name": "{title}", **body}, name="Mine")
    assert build.name == "Mine" and isinstance(build.audience, Sensitivity)
    assert all(isinstance(key, str) for key in build.formats)


def test_what_another_version_has_written_is_written_again():
    build = build_from({"template": "card", "margin": {"left": 3}, "audience": "martians"})
    assert (build.template, build.audience, build.more) == (
        "card",
        Sensitivity.PUBLIC,
        {"margin": {"left": 3}},
    )
    assert build_body(build)["margin"] == {"left": 3}


def test_a_build_asks_for_what_it_holds_and_takes_the_rest_from_the_reader():
    build = Build(template="card", audience=Sensitivity.PARTNER, formats=("pdf",), left_out=("lessons",))
    order = build.order(Path("here"), "fr")
    assert order == Order(
        folder=Path("here"),
        template="card",
        audience=Sensitivity.PARTNER,
        formats=("pdf",),
        language="fr",
        left_out=("lessons",),
    )
    own = Build(folder="~/out", language="ar").order(Path("here"), "fr")
    assert (own.folder, own.language) == (Path.home() / "out", "ar")


def test_the_first_build_of_a_report_has_formats_the_report_can_have():
    report = Template(name="slides", title="Slides", formats=("pptx", "pdf"), folder=Path())
    assert first_build(report).formats == ("pptx",)
    assert first_build(Template(name="x", title="X", folder=Path())).formats == ("pdf", "docx")


def test_the_look_is_that_of_the_house_unless_casebooks_own_is_chosen(tmp_path):
    assert Build().order(tmp_path, "en").look is None
    assert Build(look=PLAIN, citation_style="apa").order(tmp_path, "en").look == Look()
    assert Build(citation_style="apa").order(tmp_path, "en").citation_style == "apa"
