"""Content is declared once: a value in any field of any section reaches every consumer, made-up sections too."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from casebook import paths
from casebook.domain.alignment import align
from casebook.domain.checks import find_problems
from casebook.domain.comparison_details import details
from casebook.domain.completeness import completeness
from casebook.domain.declaration import declaration_of
from casebook.domain.fields import Kind, field_specs
from casebook.domain.find_in_case import occurrences
from casebook.domain.grounds import grounds
from casebook.domain.records import Sensitivity
from casebook.domain.text_search import Wanted
from casebook.domain.wording import Wording
from casebook.exchange.case_json import case_text, document_of
from casebook.exchange.case_reading import read_bytes
from casebook.exchange.json_schema import schema
from casebook.publishing.order import Materials, Order
from casebook.publishing.report import publish
from casebook.services.settings import Settings
from casebook.services.vocabularies import load_vocabularies
from casebook.storage.library import Library
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.section_form import RecordForm
from casebook.ui.workbench import Workbench
from casebook.ui.write.outline_model import outline_rows
from tests.finding import found
from tests.made_up import OddCase, filled, needle
from tests.strategies import VOCABULARIES

ODD = declaration_of(OddCase)
WRITTEN = (Kind.LINE, Kind.PROSE, Kind.CHIPS)
FORMATS = ("html", "md", "docx", "odt", "pdf")


def needles() -> list[tuple[str, str, str]]:
    """(section key, field, the word that stands for it) of every field that holds words."""
    return [
        (key, spec.name, needle(key, spec.name))
        for key, record_type in ODD.record_types()
        for spec in field_specs(record_type)
        if spec.kind in WRITTEN
    ]


@pytest.fixture
def odd_library(tmp_path):
    with Library.create(tmp_path / "odd.casebook", author="Tester", declaration=ODD) as library:
        library.cases.save(None, filled())
        yield library


def test_tables_hold_every_field(odd_library):
    case = filled()
    assert odd_library.cases.load(case.id) == case


def test_search_finds_every_written_field(odd_library):
    lost = [
        (key, field)
        for key, field, word in needles()
        if [place[0] for place in found(odd_library, word).values()] != [key if key != "case" else ""]
    ]
    assert lost == []


def test_finding_within_a_case_finds_every_written_field():
    case = filled()
    lost = [(key, field) for key, field, word in needles() if not occurrences(case, Wanted(text=word))]
    assert lost == []


def test_the_file_carries_every_field_and_its_schema_names_it():
    case = filled()
    (back,) = read_bytes(case_text(case).encode(), ODD)
    assert back == case
    text = json.dumps(document_of(case))
    assert [word for _key, _field, word in needles() if word not in text] == []
    described = json.dumps(schema(ODD))
    names = {spec.name for _key, record_type in ODD.record_types() for spec in field_specs(record_type)}
    assert [name for name in names | set(ODD.sections) if f'"{name}"' not in described] == []


def test_the_comparison_shows_every_field():
    case = filled()
    made = align([case, case], Wording(vocabularies=VOCABULARIES))
    told = [word for row in made.rows for cell in row.cells for word in cell.words]
    for row in made.rows:
        told += [word for opened in details(made, row) for cell in opened.cells for word in cell.words]
    text = " ".join(told)
    assert [place for *place, word in needles() if word not in text] == []


def test_checks_and_completeness_count_every_section():
    assert set(completeness(OddCase()).by_key) >= set(ODD.sections)
    assert completeness(filled()).by_key["oddities"] == 100
    empty = OddCase(oddities=(ODD.sections["oddities"].entry_type(),))  # type: ignore[arg-type]
    assert "oddities" in {finding.section for finding in find_problems(empty)}


def test_the_outline_shows_every_top_section():
    keys = [row.key for row in outline_rows(filled(), completeness(filled()))]
    assert keys == [
        *(part.key for part in ODD.parts),
        *(spec.key for spec in ODD.top_sections),
        *(spec.key for spec in ODD.shared_sections),
    ]


def test_every_compared_field_can_be_counted_over_many_cases(odd_library):
    for ground in grounds(ODD):
        assert odd_library.counts.tally(ground).counts, ground.key
    compared = {
        f"{key}.{spec.name}"
        for key, section in ODD.sections.items()
        for spec in section.fields
        if spec.compare_by and not section.shared
    }
    assert "oddities.phase" in compared
    assert compared <= {ground.key for ground in grounds(ODD)}


@pytest.mark.parametrize("key", ["case", *ODD.sections])
def test_the_form_shows_every_field(key, odd_library, qtbot):
    case = filled()
    workbench = Workbench(Settings(), load_vocabularies(paths.resources() / "vocabularies"))
    workbench.library = odd_library
    workbench.open_case(case.id)
    record_type = dict(ODD.record_types())[key]
    form = RecordForm(FormContext(workbench), record_type, field_specs(record_type))
    qtbot.addWidget(form)
    record = case if key == "case" else case.section(key)[0]
    form.show_record(case, record)
    shown = {spec.name: form.editor(spec.name).value() for spec in field_specs(record_type)}
    assert shown == {spec.name: getattr(record, spec.name) for spec in field_specs(record_type)}
    workbench.library = None


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The full report of the filled case, as text, by format."""
    folder = tmp_path_factory.mktemp("published")
    materials = Materials(
        vocabularies=load_vocabularies(paths.resources() / "vocabularies"),
        resources=paths.resources(),
        template_folders=(paths.templates(),),
    )
    order = Order(folder=folder, formats=FORMATS, audience=Sensitivity.INTERNAL)
    return {file.suffix[1:]: words_of(file) for file in publish(filled(), order, materials).files}


def words_of(file: Path) -> str:
    """All text of a produced file, with hyphens and line ends that typesetting put in taken out."""
    if file.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    elif file.suffix in (".docx", ".odt"):
        with zipfile.ZipFile(file) as archive:
            parts = [name for name in archive.namelist() if name.endswith(".xml")]
            text = "\n".join(archive.read(name).decode() for name in parts)
    else:
        text = file.read_text(encoding="utf-8")
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


@pytest.mark.parametrize("made", FORMATS)
def test_every_export_shows_every_written_field(made, published):
    lost = [
        (key, field)
        for key, field, word in needles()
        if word not in published[made] and not kept_apart(key, field)
    ]
    assert lost == []


def kept_apart(key: str, field: str) -> bool:
    """Fields a report replaces on purpose: a citation key stands for its source, a pseudonym stands for its actor."""
    return (key, field) in {("source_records", "citation_key"), ("actor_records", "pseudonym")}
