"""Run as a program: opens a window, and prints as JSON when it was first painted and what memory it then holds.

`first_paint.py bare` opens an empty Qt window, the floor; `first_paint.py casebook LIBRARY` opens Casebook.
Seconds are counted from STARTED, a reading of the system's monotonic clock taken before the process was started.
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
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watch(QObject):
        """Notes the moment the top window has painted for the first time."""

        seconds = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow) and not self.seconds:
                QTimer.singleShot(0, self.note)
            return False

        def note(self) -> None:
            if not self.seconds:
                self.seconds = time.monotonic() - started
                QTimer.singleShot(IDLE, QApplication.quit)

    app = QApplication([])
    watch = Watch()
    app.installEventFilter(watch)
    if sys.argv[1] == "bare":
        window = QMainWindow()
        window.resize(1440, 900)
        window.show()
        app.exec()
    else:
        from casebook.ui.session import Session

        session = Session(app)
        session.start(Path(sys.argv[2]))
        app.exec()
        session.window.close()
    print(json.dumps({"seconds": watch.seconds, "megabytes": resident_megabytes()}))
    return 0


def resident_megabytes() -> float:
    """Resident memory of the process now, as a task manager shows it (VmRSS of /proc)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
