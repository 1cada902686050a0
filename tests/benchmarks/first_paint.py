"""Run as a program: opens a window, and prints as JSON when it was painted and what memory it then holds.

`first_paint.py bare` opens an empty Qt window, the floor; `first_paint.py casebook LIBRARY` opens Casebook.
`window` is the first paint of anything, `cases` the first paint of the list with cases in it. Seconds are counted from STARTED, a reading of the system's monotonic clock taken before the process was started.
"""

import json
import os
import sys
import time
from pathlib import Path

IDLE = 1500
"""Milliseconds after the first paint at which the window counts as idle."""


def main() -> int:
    started = float(os.environ["STARTED"])
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Watch(QObject):
        """Notes when the window has painted for the first time, and when it has painted the list of cases."""

        window = 0.0
        cases = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                if isinstance(watched, QMainWindow) and not self.window:
                    QTimer.singleShot(0, lambda: self.note("window"))
                elif not self.cases and shows_cases(watched.parent()):
                    QTimer.singleShot(0, lambda: self.note("cases"))
            return False

        def note(self, what: str) -> None:
            if not getattr(self, what):
                setattr(self, what, time.monotonic() - started)
            if self.cases or sys.argv[1] == "bare":
                QTimer.singleShot(IDLE, QApplication.quit)

    def shows_cases(view: QObject | None) -> bool:
        return isinstance(view, QTableView) and view.model() is not None and view.model().rowCount() > 0

    app = QApplication([])
    watch = Watch()
    app.installEventFilter(watch)
    if sys.argv[1] == "bare":
        window = QMainWindow()
        window.resize(1440, 900)
        window.show()
        app.exec()
    else:
        from casebook.app import begin

        session = begin(app)
        session.start(Path(sys.argv[2]))
        app.exec()
        session.window.close()
    print(json.dumps({"window": watch.window, "cases": watch.cases, "megabytes": resident_megabytes()}))
    return 0


def resident_megabytes() -> float:
    """Resident memory of the process now, as a task manager shows it (VmRSS of /proc)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
