"""Pictures of a form with every kind of editor: light, dark, large, narrow, mirrored, and with a list open."""

from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from casebook.domain import fields as declare
from casebook.domain.dates import When
from casebook.domain.fields import field_specs
from casebook.domain.records import Absence, Entry, Sensitivity
from casebook.ui.forms.choice_popup import ChoicePopup
from casebook.ui.forms.section_form import RecordForm
from casebook.ui.theme import DARK, LIGHT, apply_theme
from tests.ui.forms.desk import ECOWAS, FIRST, UNMIL

ARTIFACTS = Path(__file__).parents[2] / "artifacts"

pytestmark = pytest.mark.screens


@attrs.frozen(kw_only=True)
class Everything(Entry):
    """A record with a field of every kind."""

    title: str = declare.line(
        "Line", required=True, hint="One sentence a stranger would understand", limit=40
    )
    category: str | None = declare.term("Term", "challenge", required=True)
    severity: int | None = declare.scale(
        "Scale", 1, 5, words=("a nuisance", "limited", "serious", "severe", "fatal")
    )
    story: str = declare.prose("Prose")
    empty: str = declare.prose("Prose that was looked for")
    families: tuple[str, ...] = declare.terms("Terms", "partnership-family", high=3, hint="At most three")
    people: int | None = declare.whole("Whole number", unit="people")
    share: float | None = declare.number("Number", unit="%", low=0, high=100)
    turning: bool | None = declare.flag("Flag")
    date: When | None = declare.when("Date", hint="As exactly as you know it")
    actor: str | None = declare.link("Link", "actor_records")
    actors: tuple[str, ...] = declare.links("Links", "actor_records")
    tags: tuple[str, ...] = declare.chips("Chips", hint="Words of your own")
    country: str | None = declare.country("Country")
    language: str | None = declare.language("Language")
    countries: tuple[str, ...] = declare.countries("Countries")
    address: str = declare.url("Web address")
    digest: str = declare.file("File")


FILLED = Everything(
    title="Divergent national interests of the contributing states",
    category="mandate-gap",
    severity=4,
    story=FIRST.description,
    families=("ddr", "peacekeeping-deployment"),
    people=8296,
    share=12.5,
    turning=True,
    date=When("2003-06~"),
    actor=UNMIL.id,
    actors=(UNMIL.id, ECOWAS.id),
    tags=("riverine patrols", "women peacekeepers", "radio"),
    country="LR",
    language="en",
    countries=("LR", "SL", "CI"),
    address="https://peacekeeping.un.org",
    digest="ab" * 32,
    absences={"empty": Absence.NONE_FOUND},
    field_sensitivities={"story": Sensitivity.INTERNAL},
    sensitivity=Sensitivity.PARTNER,
)


def page(qtbot, context, width):
    area = QScrollArea()
    area.setProperty("look", "paper")
    area.setWidgetResizable(True)
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(24, 20, 24, 20)
    form = RecordForm(context, Everything, field_specs(Everything), host)
    column.addWidget(form)
    column.addStretch(1)
    area.setWidget(host)
    area.resize(width, 400)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    form.show_record(context.case, FILLED)
    QApplication.processEvents()
    area.resize(width, host.sizeHint().height() + 600)
    QApplication.processEvents()
    return area, form


def check_picture(area, name):
    ARTIFACTS.mkdir(exist_ok=True)
    picture = area.grab()
    painter = QPainter(picture)
    for popup in area.findChildren(ChoicePopup):
        if popup.isVisible():
            painter.drawPixmap(popup.pos() - area.mapToGlobal(QPoint(0, 0)), popup.grab())
    painter.end()
    file = ARTIFACTS / f"forms-{name}.png"
    assert picture.save(str(file))


@pytest.fixture
def restored(look):
    yield look
    look.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(look, LIGHT)


@pytest.mark.parametrize(
    ("name", "tokens", "percent", "width"),
    [
        ("light", LIGHT, 100, 640),
        ("dark", DARK, 100, 640),
        ("narrow", LIGHT, 100, 340),
        ("large", LIGHT, 200, 1200),
        ("mirrored", LIGHT, 100, 640),
    ],
)
def test_every_editor(qtbot, restored, context, name, tokens, percent, width):
    apply_theme(restored, tokens, text_percent=percent)
    if name == "mirrored":
        restored.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    area, form = page(qtbot, context, width)
    form.focus_field("story")
    QApplication.processEvents()
    check_picture(area, name)


@pytest.mark.parametrize(("field", "typed"), [("category", "coord"), ("actors", "afr"), ("countries", "gui")])
def test_lists(qtbot, restored, context, field, typed):
    area, form = page(qtbot, context, 640)
    form.focus_field(field)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    check_picture(area, f"list-{field}")


def test_problems(qtbot, restored, context):
    area, form = page(qtbot, context, 640)
    for field, typed in (("share", "120"), ("date", "someday"), ("category", "zebra"), ("address", "x")):
        form.focus_field(field)
        qtbot.keyClicks(QApplication.focusWidget(), typed)
    form.focus_field("title")
    assert form.editor("date").problem
    check_picture(area, "problems")
