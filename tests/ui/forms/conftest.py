"""A desk to test forms at: a real workbench over a real library, with one case open."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.fields import Kind
from casebook.domain.records import RecordId, TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from casebook.services.settings import Settings
from casebook.services.vocabularies import load_vocabularies
from casebook.storage.library import Library
from casebook.ui.fonts import register_fonts
from casebook.ui.forms.editors import make_editor
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.theme import LIGHT, apply_theme
from casebook.ui.workbench import Workbench

UNMIL = Actor(
    id=RecordId("actor-unmil"), name="United Nations Mission in Liberia", short_name="UNMIL", country="LR"
)
ECOWAS = Actor(
    id=RecordId("actor-ecowas"), name="Economic Community of West African States", short_name="ECOWAS"
)
ELSEWHERE = Actor(id=RecordId("actor-au"), name="African Union", short_name="AU")
REPORT = Source(
    id=RecordId("source-1"), title="First progress report of the Secretary-General", citation_key="un2003"
)
FIRST = Challenge(
    id=RecordId("challenge-1"),
    title="Divergent national interests of the contributing states",
    category=TermRef("mandate-gap"),
    severity=4,
    description=(
        "Contributing states entered with different end states in mind. Some troops were limited by caveats to convoy "
        "escort, so the force commander could not … [@un2003, p. 4]\n\n"
        "- **caveats** were not written down\n- *nobody* asked for them"
    ),
    response="A joint planning cell in Accra agreed one set of rules of engagement before the hand-over …",
    affected=(UNMIL.id, ECOWAS.id),
    resolved=TermRef("partly"),
)
SECOND = Challenge(id=RecordId("challenge-2"), title="Doctrine and language differences", severity=3)


def liberia() -> Case:
    return Case(
        id=RecordId("case-liberia"),
        ref_code="LR-2003-001",
        title="Peacekeeping after civil war in Liberia",
        brief="A regional force stopped the fighting; a United Nations mission then disarmed the fighters.",
        period=When("2003/2018"),
        countries=("LR",),
        places=(Place(id=RecordId("place-1"), name="Monrovia"), Place(id=RecordId("place-2"), name="Tubmanburg")),
        actors=(Participant(id=RecordId("part-1"), actor=UNMIL.id),),
        challenges=(FIRST, SECOND),
        timeline=(Event(id=RecordId("event-1"), title="Peace agreement", date=When("2003-08-18")),),
        actor_records=(UNMIL, ECOWAS),
        source_records=(REPORT,),
    )


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> QApplication:
    register_fonts()
    apply_theme(qapp, LIGHT)
    return qapp


@pytest.fixture(scope="session")
def vocabularies():
    return load_vocabularies(paths.resources() / "vocabularies")


@pytest.fixture
def workbench(look, vocabularies, tmp_path):
    library = Library.create(tmp_path / "field.casebook", author="Ama Mensah")
    library.cases.save(None, liberia(), None)
    library.cases.save(None, Case(title="African Union in Darfur", ref_code="SD-2004-001", actor_records=(ELSEWHERE,)), None)
    desk = Workbench(Settings(), vocabularies)
    desk.set_library(library)
    desk.open_case("case-liberia")
    yield desk
    desk.set_library(None)


@pytest.fixture
def context(workbench) -> FormContext:
    return FormContext(workbench)


class Page:
    """A window with one editor, another control to go to, and what the editor said."""

    def __init__(self, qtbot, context: FormContext) -> None:
        self.qtbot, self.context = qtbot, context
        self.window = QWidget()
        self.window.resize(560, 420)
        self.column = QVBoxLayout(self.window)
        qtbot.addWidget(self.window)

    def show(self, kind: Kind, **options) -> FieldEditor:
        from casebook.domain.fields import FieldSpec

        from PySide6.QtWidgets import QPushButton

        options = {"label": "Challenge", "name": "field", **options}
        self.editor = make_editor(FieldSpec(kind=kind, **options), self.context, self.window)
        self.said: list = []
        self.editor.edited.connect(self.said.append)
        self.elsewhere = QPushButton("Elsewhere")
        self.column.addWidget(self.editor)
        self.column.addWidget(self.elsewhere)
        self.column.addStretch(1)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.editor.setFocus()
        return self.editor

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.editor.control, text)

    def press(self, key, modifier=None) -> None:
        from PySide6.QtCore import Qt

        self.qtbot.keyClick(
            QApplication.focusWidget() or self.editor.control, key, modifier or Qt.KeyboardModifier.NoModifier
        )

    def leave(self) -> None:
        self.elsewhere.setFocus()


@pytest.fixture
def page(qtbot, context) -> Page:
    return Page(qtbot, context)
