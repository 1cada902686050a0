"""The composition root of the window; hands everything else to the command line."""

import logging
import os
import sys
import traceback
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from casebook import display, paths
from casebook.ui.garbage import EVERY, Garbage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from casebook.ui.session import Session

COLLECT_AFTER = 5000
"""Milliseconds after the start at which garbage is first looked for, library or not."""

LOG_SIZE = 500_000
"""Bytes after which the log begins anew; one earlier log is kept."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window for `casebook [LIBRARY]`; anything else is a command. Returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if asks_for_window(arguments):
        return open_window(Path(arguments[0]) if arguments else None)
    from casebook import cli

    return cli.main(arguments, open_window)


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Whether these are no arguments, or one that is a library file rather than a command."""
    if not arguments:
        return True
    first = arguments[0]
    return (
        len(arguments) == 1
        and not first.startswith("-")
        and (Path(first).is_file() or first.endswith(".casebook"))
    )


def open_window(library: Path | None) -> int:
    """Open the window on a library, or on the one of last time, until it is closed. Returns the exit status."""
    obstacle = display.obstacle()
    if obstacle is None:
        try:
            from PySide6.QtWidgets import QApplication
        except ImportError as error:
            obstacle = display.import_obstacle(error)
    if obstacle is not None:
        print(obstacle, file=sys.stderr)
        return 1
    log = _start_log()
    app = QApplication(sys.argv[:1])
    session = begin(app)
    from casebook.ui.session import SignalDoor

    before = sys.excepthook
    sys.excepthook = _Unexpected(session, log)
    door = SignalDoor(session.window)
    named = os.environ.get("CASEBOOK_LIBRARY", "")
    try:
        session.start(library or (Path(named) if named else None))
        return app.exec()
    finally:
        door.release()
        sys.excepthook = before


def begin(app: "QApplication") -> "Session":
    """Make the session of an application, with its window not shown yet."""
    # Before anything else: collecting garbage while modules load takes a tenth of the start and finds nothing.
    garbage = Garbage()
    from PySide6.QtCore import QTimer

    from casebook.ui.light_imports import import_lightly

    import_lightly()
    from casebook.ui.session import Session

    session = Session(app)
    timer = QTimer(session.window, interval=EVERY)
    timer.timeout.connect(garbage.collect_due)

    def settle() -> None:
        garbage.settle()
        timer.start()

    session.window.door.opened.connect(lambda _path: settle())
    QTimer.singleShot(COLLECT_AFTER, session.window, settle)
    return session


class _Unexpected:
    """The hook for errors nobody foresaw: logs them, and says so in one sentence with details to copy."""

    def __init__(self, session: "Session", log: Path) -> None:
        self._session = session
        self._log = log

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._session.window.close()
            return
        logging.getLogger("casebook").error("Unexpected", exc_info=(kind, error, trace))
        try:
            self._session.workbench.flush()
        except Exception:
            logging.getLogger("casebook").exception("Saving failed as well")
        self._session.tell_unexpected("".join(traceback.format_exception(kind, error, trace)), self._log)


def _start_log() -> Path:
    """Log warnings and worse into the folder of the user's state."""
    log = paths.user_state() / "casebook.log"
    writer = RotatingFileHandler(log, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", delay=True)
    writer.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("casebook")
    root.setLevel(logging.WARNING)
    root.addHandler(writer)
    return log
