"""Says in one sentence why no window can open here, before Qt is asked and would end the process."""

import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from casebook.system_packages import NEEDED_BY_PLATFORM, NEEDED_BY_QT, package_names

_LINUX_PLATFORMS = frozenset(
    {"eglfs", "linuxfb", "minimal", "minimalegl", "offscreen", "vkkhrdisplay", "vnc"}
    | {"wayland", "wayland-egl", "xcb"}
)
_NO_DISPLAY = (
    "Casebook found no display to open its window on: start it inside a desktop session, set DISPLAY or "
    "WAYLAND_DISPLAY (over ssh: 'ssh -X'), or use the commands that 'casebook --help' lists, which need none."
)


def obstacle() -> str | None:
    """One sentence on what keeps the window from opening here and how to mend it, or None if nothing does."""
    if importlib.util.find_spec("PySide6") is None:
        return "Casebook's window needs PySide6, which is not installed: install Casebook again."
    if not sys.platform.startswith("linux"):
        return None
    return linux_obstacle(os.environ, loads=library_loads, answers=display_answers)


def linux_obstacle(
    environ: Mapping[str, str],
    *,
    loads: Callable[[str], bool],
    answers: Callable[[str, Mapping[str, str]], bool],
) -> str | None:
    """What keeps Qt on Linux from opening a window; None if at least one platform it would try works.

    `loads(soname)` says whether a shared library can be loaded, `answers(platform, environ)` whether the
    platform's display lets this process in.
    """
    platforms = _platforms(environ)
    if not platforms:
        return _NO_DISPLAY
    unknown = [name for name in platforms if name not in _LINUX_PLATFORMS]
    if len(unknown) == len(platforms):
        return f"QT_QPA_PLATFORM names '{unknown[0]}', which Qt does not have: unset it and start again."
    obstacles = [
        _platform_obstacle(name, environ, loads, answers) for name in platforms if name not in unknown
    ]
    return None if None in obstacles else obstacles[-1]


def import_obstacle(error: ImportError) -> str:
    """The sentence for an import of Qt that failed, naming the packages when a system library is missing."""
    soname = re.match(r"(\S+\.so[.\d]*): cannot open shared object", str(error))
    if soname:
        return _missing([soname[1]])
    return f"Casebook's window could not be loaded ({error}): install Casebook again."


def library_loads(soname: str) -> bool:
    """Whether the system's own loader finds a shared library: the very search Qt's plugins will make."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def display_answers(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether the display server of a platform lets this process in; platforms without a server always do."""
    if platform == "xcb":
        return _x_server_answers(environ)
    if platform.startswith("wayland"):
        return _wayland_answers(environ)
    return True


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """The platform plugins Qt will try, in its order."""
    chosen = [part.partition(":")[0].strip() for part in environ.get("QT_QPA_PLATFORM", "").split(";")]
    if any(chosen):
        return [name for name in chosen if name]
    usual = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    return [name for variable, name in usual.items() if environ.get(variable)]


def _platform_obstacle(
    platform: str,
    environ: Mapping[str, str],
    loads: Callable[[str], bool],
    answers: Callable[[str, Mapping[str, str]], bool],
) -> str | None:
    needed = NEEDED_BY_QT + NEEDED_BY_PLATFORM.get(platform.removesuffix("-egl"), ())
    missing = [soname for soname in needed if not loads(soname)]
    if missing:
        return _missing(missing)
    if answers(platform, environ):
        return None
    variable = "DISPLAY" if platform == "xcb" else "WAYLAND_DISPLAY"
    value = environ.get(variable, "")
    return (
        f"The display that {variable} names ('{value}') does not answer or does not let Casebook in: "
        "start Casebook inside the desktop session, or use the commands that 'casebook --help' lists, "
        "which need no display."
    )


def _missing(sonames: list[str]) -> str:
    debian, fedora = package_names(sonames)
    what = "a system library" if len(sonames) == 1 else "system libraries"
    if not debian:
        return (
            f"Casebook's window needs {what} missing here ({', '.join(sonames)}): install what provides it."
        )
    return (
        f"Casebook's window needs {what} missing here ({', '.join(sonames)}): install with "
        f"'sudo apt install {' '.join(debian)}' on Debian or Ubuntu, "
        f"'sudo dnf install {' '.join(fedora)}' on Fedora."
    )


def _x_server_answers(environ: Mapping[str, str]) -> bool:
    """Ask as Qt will, through libxcb, so that authorisation is tried too."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(environ.get("DISPLAY", "")), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    """Try the compositor's socket; a relative name is below XDG_RUNTIME_DIR (Wayland's own rule)."""
    place = Path(environ.get("XDG_RUNTIME_DIR", "/")) / environ.get("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX) as knock:
        try:
            knock.connect(str(place))
        except OSError:
            return False
    return True
