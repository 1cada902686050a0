"""What is above the audience is in no byte of any format."""

import base64
import getpass
import hashlib
import re
import zipfile
from datetime import UTC, date, datetime

import attrs
import pytest
from pypdf import PdfReader

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.records import RecordId, Sensitivity, Stamp
from casebook.domain.redaction import records
from casebook.domain.sections.attachments import Attachment
from casebook.domain.sections.registry import Actor
from casebook.publishing.order import Order
from casebook.publishing.photos import cleaned
from casebook.publishing.report import publish
from casebook.publishing.templates import find_templates
from tests.publishing.formats import every_byte
from tests.publishing.planted import CaseWithRumours, filled, token
from tests.publishing.sample import FULL
from tests.publishing.test_photos import SECRET as PLANTED
from tests.publishing.test_photos import planted as planted_photo
from tests.publishing.test_pictures import png

LEVELS = list(Sensitivity)
REPORTS = {template.name: template for template in find_templates([paths.templates()])}
OTHERS = sorted(REPORTS.keys() - {"full-report"})


def planted() -> tuple[CaseWithRumours, dict[str, Sensitivity]]:
    """A case with, in each section, one record for each level and one record with a field for each level."""
    case = filled(CaseWithRumours)
    secrets: dict[str, Sensitivity] = {}
    for key in case.declaration.sections:
        kept = list(case.section(key))
        for level in LEVELS[1:]:
            mark = f"Sec{level.name.title()}{token(key, 'whole')}"
            secrets[mark] = level
            kept.append(
                attrs.evolve(kept[0], id=f"{key}-{level.key}", sensitivity=level, **_texts(case, key, mark))
            )
        case = case.with_section(key, tuple(kept))
    for _key, record in list(records(case)):
        if record.id.startswith("id-of"):
            texts = [s for s in _specs(case, record) if s.kind in ("line", "prose") and not s.required]
            for level, spec in zip(LEVELS[1:], texts, strict=False):
                mark = f"Sec{level.name.title()}{token(record.id, spec.name)}"
                secrets[mark] = level
                old = case.find(record.id)
                case = case.replacing(
                    attrs.evolve(
                        old,
                        **{spec.name: mark},
                        field_sensitivities={**old.field_sensitivities, spec.name: level},
                    )
                )
    return case, secrets


def _specs(case, record):
    return (
        case.declaration.header
        if record is case or record.id == case.id
        else case.declaration.sections[case.section_key(record.id)].fields
    )


def _texts(case, key, mark):
    fields = case.declaration.sections[key].fields
    texts = {spec.name: mark for spec in fields if spec.kind in ("line", "prose", "url")}
    return texts | {spec.name: (mark,) for spec in fields if spec.kind == "chips"}


@pytest.mark.parametrize("audience", LEVELS, ids=lambda level: level.key)
def test_a_secret_is_in_no_byte(materials, tmp_path, audience):
    case, secrets = planted()
    made = publish(case, Order(folder=tmp_path, formats=FULL, audience=audience), materials)
    assert len(secrets) > 100
    for path in made.files:
        found = every_byte(path)
        leaked = [mark for mark, level in secrets.items() if level > audience and mark in found]
        assert leaked == [], path.name
        shown = [mark for mark, level in secrets.items() if level <= audience and mark in found]
        assert bool(shown) == (audience > Sensitivity.PUBLIC)


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("audience", LEVELS[:2], ids=lambda level: level.key)
def test_a_secret_is_in_no_byte_of_any_other_report(materials, tmp_path, name, audience):
    case, secrets = planted()
    cases = [case, attrs.evolve(case, id=RecordId("second"))] if REPORTS[name].many else [case]
    order = Order(folder=tmp_path, template=name, formats=REPORTS[name].formats, audience=audience)
    for path in publish(cases, order, materials).files:
        found = every_byte(path)
        assert [mark for mark, level in secrets.items() if level > audience and mark in found] == [], (
            path.name
        )


@pytest.mark.parametrize("name", REPORTS)
def test_no_editor_and_no_path_is_named(materials, tmp_path, name):
    case = attrs.evolve(
        filled(), stamp=Stamp(updated_by="Zebulon Quartermaine", created_by="Zebulon Quartermaine")
    )
    order = Order(folder=tmp_path, template=name, formats=REPORTS[name].formats)
    made = publish(case, order, materials)
    for path in made.files:
        found = every_byte(path)
        assert "Quartermaine" not in found and str(tmp_path) not in found and "casebook-" not in found, (
            path.name
        )
        assert str(materials.resources) not in found and getpass.getuser() not in found.split(), path.name


NAMED = {"name": "Zqelders of Zqgbarnga", "short_name": "ZQEG", "aliases": ("Zqcouncil",)}
SAID = ("zqelders", "zqgbarnga", "zqeg", "zqcouncil")


def with_texts(case, ending):
    """The case with the same words at the end of everything somebody typed."""
    for _key, record in list(records(case)):
        texts = {s.name: getattr(record, s.name) for s in _specs(case, record)}
        kinds = {s.name: s.kind for s in _specs(case, record)}
        typed = {
            name: text + ending for name, text in texts.items() if kinds[name] in ("line", "prose", "url")
        }
        typed |= {name: (*text, ending) for name, text in texts.items() if kinds[name] == "chips"}
        case = case.replacing(attrs.evolve(case.find(record.id), **typed))
    return case


@pytest.mark.parametrize("name", REPORTS)
def test_a_pseudonymised_name_is_in_no_byte_of_any_format(materials, tmp_path, name):
    case = with_texts(filled(), " by Zqelders of Zqgbarnga (ZQEG), Zqcouncil")
    veiled = Actor(
        id=case.actor_records[0].id,
        type="community-leader",
        pseudonym="Group Quartz",
        sensitivity=LEVELS[2],
        **NAMED,
    )
    photo = attrs.evolve(case.attachments[0], digest="d1", file_name="zqelders_of_zqgbarnga.jpg")
    case = attrs.evolve(
        case, actor_records=(veiled,), title="What the ZQEG did", ref_code="ZQEG-1"
    ).replacing(photo)
    given = attrs.evolve(materials, blobs={"d1": planted_photo("JPEG")})
    order = Order(folder=tmp_path, template=name, formats=REPORTS[name].formats)
    made = publish(case, order, given)
    assert made.receipt.pseudonymised == 1 and made.receipt.named == ()
    for path in made.files:
        found = every_byte(path)
        assert [word for word in SAID if word in f"{path.name}{found}".lower()] == [], path.name
        assert "Group Quartz" in found and PLANTED not in found, path.name


def test_where_a_photo_was_taken_is_in_no_byte(materials, tmp_path):
    photos = tuple(
        Attachment(caption=kind, file_name=f"{kind}.x", digest=kind)
        for kind in ("JPEG", "PNG", "WEBP", "TIFF")
    )
    heic = Attachment(caption="Zqcaption", file_name="a.heic", digest="HEIC")
    blobs = {kind.digest: planted_photo(kind.digest) for kind in photos}
    given = attrs.evolve(materials, blobs={**blobs, "HEIC": b"\0\0\0\x18ftypheic" + PLANTED.encode()})
    case = Case(title="T", attachments=(*photos, heic))
    made = publish(case, Order(folder=tmp_path, formats=FULL), given)
    assert made.receipt.dropped == 1 and any("“a.heic”" in notice for notice in made.notices)
    for path in made.files:
        raw = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                raw = b"".join(archive.read(name) for name in archive.namelist())
                assert sum(name.endswith((".jpg", ".jpeg", ".png")) for name in archive.namelist()) == 4
        pictures = re.findall(rb"base64,([A-Za-z0-9+/=]+)", raw)
        raw += b"".join(map(base64.b64decode, pictures)) + every_byte(path).encode("utf-8", "replace")
        assert [
            mark for mark in (PLANTED.encode(), b"2003:08:15", b"8BIM", b"Exif\0", b"eXIf") if mark in raw
        ] == []


@pytest.mark.parametrize("name", ["slides", "casebook-volume"])
def test_the_same_order_makes_the_same_bytes_and_tells_no_other_day(materials, tmp_path, name):
    order = Order(folder=tmp_path, template=name, formats=REPORTS[name].formats, made_on=date(2019, 3, 4))
    made, again = (publish(filled(), order, materials) for _time in range(2))
    today = datetime.now(UTC).date().isoformat()
    for path, other in zip(made.files, again.files, strict=True):
        assert path.read_bytes() == other.read_bytes(), path.name
        found = every_byte(path)
        assert today not in found and "pandoc" not in found.lower() and "Macintosh" not in found, path.name


def test_every_file_says_it_was_made_on_the_day_of_the_report(materials, tmp_path):
    day = date(2019, 3, 4)
    order = Order(folder=tmp_path, formats=FULL, made_on=day)
    made = publish(filled(), order, materials)
    again = publish(filled(), order, materials)
    today = datetime.now(UTC).date().isoformat()
    for path, other in zip(made.files, again.files, strict=True):
        assert path.read_bytes() == other.read_bytes(), path.name
        assert today not in every_byte(path) and today.replace("-", "") not in every_byte(path), path.name
    pdf, docx, _html, odt, epub, _md = made.files
    assert (
        PdfReader(pdf).metadata["/CreationDate"] == PdfReader(pdf).metadata["/ModDate"] == "D:20190304000000Z"
    )
    for path, part, count in (
        (docx, "docProps/core.xml", 2),
        (odt, "meta.xml", 2),
        (epub, "EPUB/content.opf", 1),
    ):
        with zipfile.ZipFile(path) as archive:
            assert {info.date_time for info in archive.infolist()} == {(2019, 3, 4, 0, 0, 0)}
            assert archive.read(part).count(b"2019-03-04T00:00:00Z") == count
            everything = b"".join(archive.read(name) for name in archive.namelist())
        assert b"rsid" not in everything and b"lastModifiedBy" not in everything
    assert made.digests == tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in made.files)


def test_a_withheld_picture_is_in_no_file(materials, tmp_path):
    shown, hidden = png(3, 2), png(2, 3)
    case = Case(
        title="T",
        attachments=(
            Attachment(caption="Shown", digest="d1"),
            Attachment(caption="Zqquarry", digest="d2", sensitivity=Sensitivity.PARTNER),
        ),
    )
    given = attrs.evolve(materials, blobs={"d1": shown, "d2": hidden})
    made = publish(case, Order(folder=tmp_path, formats=("docx", "odt", "html")), given)
    for path in made.files[:2]:
        with zipfile.ZipFile(path) as archive:
            pictures = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
        assert pictures == [cleaned(shown).data]
    html = made.files[2].read_text(encoding="utf-8")
    assert base64.b64encode(cleaned(shown).data).decode() in html
    assert base64.b64encode(cleaned(hidden).data).decode() not in html
    assert all("Zqquarry" not in every_byte(path) for path in made.files)
