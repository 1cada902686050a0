"""What is above the audience is in no byte of any format."""

import base64
import getpass
import zipfile

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity, Stamp
from casebook.domain.redaction import records
from casebook.domain.sections.attachments import Attachment
from casebook.publishing.converters import FORMATS
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from tests.publishing.formats import every_byte
from tests.publishing.planted import CaseWithRumours, filled, token
from tests.publishing.test_pictures import png

LEVELS = list(Sensitivity)


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
    made = publish(case, Order(folder=tmp_path, formats=tuple(FORMATS), audience=audience), materials)
    assert len(secrets) > 100
    for path in made.files:
        found = every_byte(path)
        leaked = [mark for mark, level in secrets.items() if level > audience and mark in found]
        assert leaked == [], path.name
        shown = [mark for mark, level in secrets.items() if level <= audience and mark in found]
        assert bool(shown) == (audience > Sensitivity.PUBLIC)


def test_no_editor_and_no_path_is_named(materials, tmp_path):
    case = attrs.evolve(
        filled(), stamp=Stamp(updated_by="Zebulon Quartermaine", created_by="Zebulon Quartermaine")
    )
    made = publish(case, Order(folder=tmp_path, formats=tuple(FORMATS)), materials)
    for path in made.files:
        found = every_byte(path)
        assert "Quartermaine" not in found and str(tmp_path) not in found and "casebook-" not in found, (
            path.name
        )
        assert str(materials.resources) not in found and getpass.getuser() not in found.split(), path.name


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
        assert pictures == [shown]
    html = made.files[2].read_text(encoding="utf-8")
    assert base64.b64encode(shown).decode() in html and base64.b64encode(hidden).decode() not in html
    assert all("Zqquarry" not in every_byte(path) for path in made.files)
