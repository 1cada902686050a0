"""Run as a program: the real window on a library; a field officer types into the Liberia case until killed.

Prints "saved <text>" each time the window says that what was typed is saved, and then types on.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from casebook.domain.records import RecordId
from casebook.ui.session import Session

MARK = "Typed in the field, sentence"


class Officer:
    """Opens the case, goes to its first challenge, and adds sentence after sentence to what happened."""

    def __init__(self, session: Session, case_id: RecordId) -> None:
        self._session = session
        self._case_id = case_id
        self._count = 0
        self._box: QWidget | None = None
        session.workbench.library_changed.connect(lambda: QTimer.singleShot(0, self.begin))
        session.workbench.saved.connect(self.saved)

    def begin(self) -> None:
        bench = self._session.workbench
        if bench.library is None or self._box is not None:
            return
        bench.open_case(self._case_id)
        self._session.window.go("write")
        assert bench.case is not None
        bench.go_to.emit(bench.case.challenges[0].id, "description")
        self._box = self._session.window.focusWidget()
        QTest.keyClick(self._box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self.type_on()

    def type_on(self) -> None:
        self._count += 1
        QTest.keyClicks(self._box, f" {MARK} {self._count}.")

    def saved(self, _case_id: str) -> None:
        case = self._session.workbench.case
        assert case is not None
        sys.stdout.write(f"saved {len(case.challenges[0].description)}\n")
        sys.stdout.flush()
        QTimer.singleShot(0, self.type_on)


def main() -> int:
    app = QApplication([])
    session = Session(app)
    officer = Officer(session, RecordId(sys.argv[2]))
    session.start(Path(sys.argv[1]))
    app.exec()
    return int(officer is None)


if __name__ == "__main__":
    sys.exit(main())
