"""The case that forms are tested with, and a page with one editor on it."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.records import RecordId, TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from casebook.ui.forms.choice_popup import ChoicePopup
from casebook.ui.forms.editors import make_editor
from casebook.ui.forms.form_context import FormContext

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
    """The open case."""
    return Case(
        id=RecordId("case-liberia"),
        ref_code="LR-2003-001",
        title="Peacekeeping after civil war in Liberia",
        brief="A regional force stopped the fighting; a United Nations mission then disarmed the fighters.",
        period=When("2003/2018"),
        countries=("LR",),
        places=(
            Place(id=RecordId("place-1"), name="Monrovia"),
            Place(id=RecordId("place-2"), name="Tubmanburg"),
        ),
        actors=(Participant(id=RecordId("part-1"), actor=UNMIL.id),),
        challenges=(FIRST, SECOND),
        timeline=(Event(id=RecordId("event-1"), title="Peace agreement", date=When("2003-08-18")),),
        actor_records=(UNMIL, ECOWAS),
        source_records=(REPORT,),
    )


class Page:
    """A window with one editor, a button to go to, and what the editor said."""

    def __init__(self, qtbot: Any, context: FormContext) -> None:
        self.qtbot, self.context = qtbot, context
        self.window = QWidget()
        self.window.resize(560, 420)
        self.column = QVBoxLayout(self.window)
        self.said: list[Any] = []
        qtbot.addWidget(self.window)

    def show(self, kind: Kind, **options: Any) -> Any:
        """The editor for a field of this kind, ready for keys."""
        spec = FieldSpec(kind=kind, **{"label": "Challenge", "name": "field", **options})
        self.editor = make_editor(spec, self.context, self.window)
        self.editor.edited.connect(self.said.append)
        self.elsewhere = QPushButton("Elsewhere")
        self.column.addWidget(self.editor)
        self.column.addWidget(self.elsewhere)
        self.column.addStretch(1)
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.editor.setFocus()
        return self.editor

    def type(self, text: str) -> None:
        """Type letters where the keyboard is; QTest knows keys for ASCII only, so others go in as the system sends them."""
        for sign in text:
            widget = self.window.focusWidget()
            if sign.isascii():
                self.qtbot.keyClicks(widget, sign)
            else:
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(
                    widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, sign)
                )

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the keyboard is."""
        self.qtbot.keyClick(self.window.focusWidget(), key, modifier)

    def paste(self, text: str) -> None:
        """Put a text on the clipboard and paste it where the keyboard is."""
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def leave(self) -> None:
        """Go to another control."""
        self.elsewhere.setFocus()

    def popup(self) -> ChoicePopup:
        """The list of suggestions that is open."""
        return next(popup for popup in self.window.findChildren(ChoicePopup) if popup.isVisible())

    def offered(self) -> list[str]:
        """The rows of the open list."""
        model = self.popup().list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]
