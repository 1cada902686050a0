"""Runs pandoc: in its sandbox, in one folder, for a limited time, stopped when the person stops."""

import os
import subprocess
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.order import STOPPED, PublishCancelledError

PATIENCE = 120.0
"""Seconds one conversion may take; a report of a hundred pages takes about three."""
GLANCE = 0.05
"""Seconds between two looks at whether the person wants to stop."""
MEMORY = ("+RTS", "-M1500m", "-A4m", "-O64m", "-RTS")
"""Heap pandoc may use at most, how much of it before it tidies up, and before it does so thoroughly (GHC's words)."""

NOT_FOUND = _(
    "The converter that comes with Casebook is missing; nothing was written. Install Casebook again."
)
FAILED = _(
    "The report could not be converted ({}); nothing was written. Try another format, and report this text."
)
TOO_SLOW = _(
    "The report took too long to convert; nothing was written. Try another format, or a shorter case."
)


@lru_cache(maxsize=1)
def program() -> str:
    """Where the pandoc is that came with the app.

    Raises:
        PublishError: it is not there.
    """
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise PublishError(NOT_FOUND) from error


def environment(home: Path) -> dict[str, str]:
    """What pandoc finds around itself: no network is reached for, and a home without a person's own settings or filters."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LUA_")}
    return {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home), "APPDATA": str(home), "LANG": "C.UTF-8"}


def run(arguments: Sequence[str | Path], folder: Path, cancelled: Callable[[], bool]) -> None:
    """Run pandoc in `folder` until it is done.

    Raises:
        PublishError: it failed or took too long.
        PublishCancelledError: the person stopped it.
    """
    command = [program(), *MEMORY, "--sandbox", *map(str, arguments)]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        said = _wait(process, cancelled)
    if process.returncode != 0:
        raise PublishError(FAILED.format(_last_line(said)))


def _wait(process: subprocess.Popen[bytes], cancelled: Callable[[], bool]) -> bytes:
    waited = 0.0
    while True:
        try:
            return process.communicate(timeout=GLANCE)[1]
        except subprocess.TimeoutExpired:
            waited += GLANCE
            if cancelled() or waited > PATIENCE:
                process.kill()
                process.communicate()
                raise (
                    PublishCancelledError(STOPPED) if waited <= PATIENCE else PublishError(TOO_SLOW)
                ) from None


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else "no reason given"
