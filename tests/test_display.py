"""When no window can open, one sentence says why and what to do."""

import os
import socket
import subprocess
import sys

import pytest

from casebook import display

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="about displays on Linux")


def ask(environ, missing=(), silent=()):
    """What stands in the way when some libraries are missing and some displays silent."""
    return display.linux_obstacle(
        environ,
        loads=lambda soname: soname not in missing,
        answers=lambda platform, _: platform not in silent,
    )


def test_no_display_at_all_is_said_in_one_sentence():
    sentence = ask({})
    assert "found no display" in sentence
    assert "set DISPLAY or WAYLAND_DISPLAY" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "environ",
    [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}],
    ids=["x11", "wayland", "offscreen"],
)
def test_nothing_is_said_where_a_window_can_open(environ):
    assert ask(environ) is None


@pytest.mark.parametrize(
    ("soname", "debian", "fedora"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
        ("libEGL.so.1", "libegl1", "libglvnd-egl"),
        ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ],
)
def test_a_missing_library_is_named_with_its_debian_and_fedora_package(soname, debian, fedora):
    sentence = ask({"DISPLAY": ":0"}, missing={soname})
    assert f"a system library missing here ({soname})" in sentence
    assert f"'sudo apt install {debian}'" in sentence
    assert f"'sudo dnf install {fedora}'" in sentence


def test_several_missing_libraries_make_one_command_with_each_package_once():
    sentence = ask({"DISPLAY": ":0"}, missing={"libxcb-randr.so.0", "libxcb-shape.so.0"})
    assert "'sudo apt install libxcb-randr0 libxcb-shape0'" in sentence
    assert "'sudo dnf install libxcb'" in sentence


def test_wayland_falls_back_to_x11_as_qt_does():
    both = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert ask(both, missing={"libwayland-cursor.so.0"}) is None
    assert ask(both, missing={"libxcb-cursor.so.0"}) is None
    assert "xcb-cursor" in ask(both, missing={"libwayland-cursor.so.0", "libxcb-cursor.so.0"})


def test_x11_libraries_are_not_asked_for_without_x11():
    assert ask({"QT_QPA_PLATFORM": "offscreen"}, missing={"libxcb-cursor.so.0"}) is None


def test_a_display_that_does_not_answer_is_named():
    sentence = ask({"DISPLAY": ":77"}, silent={"xcb"})
    assert "DISPLAY names (':77') does not answer" in sentence


def test_an_unknown_platform_is_refused_before_qt_aborts():
    assert "names 'teletype', which Qt does not have" in ask({"QT_QPA_PLATFORM": "teletype"})
    assert ask({"QT_QPA_PLATFORM": "teletype;offscreen:size=1x1"}) is None


def test_a_failed_import_of_qt_becomes_the_same_sentence():
    gone = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "'sudo apt install libegl1'" in display.import_obstacle(gone)
    odd = ImportError("libodd.so.9: cannot open shared object file: No such file or directory")
    assert "(libodd.so.9): install what provides it" in display.import_obstacle(odd)
    assert "install Casebook again" in display.import_obstacle(ImportError("No module named 'PySide6'"))


@linux_only
def test_the_loader_of_this_system_is_asked():
    assert display.library_loads("libc.so.6")
    assert not display.library_loads("libnobody-has-this.so.0")


@linux_only
@pytest.mark.skipif(not display.library_loads("libxcb.so.1"), reason="asks through libxcb")
def test_an_x_server_that_is_not_there_does_not_answer():
    assert not display.display_answers("xcb", {"DISPLAY": ":987"})


@linux_only
def test_a_wayland_compositor_is_found_by_its_socket(tmp_path):
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "way"}
    assert not display.display_answers("wayland", environ)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "way"))
        compositor.listen()
        assert display.display_answers("wayland", environ)


def test_offscreen_needs_no_display_here():
    assert display.display_answers("offscreen", {})
    assert display.obstacle() is None


@linux_only
@pytest.mark.parametrize("platform", ["offscreen", "xcb", "wayland", "teletype"])
def test_what_is_said_agrees_with_what_qt_does(platform):
    """Qt, started for real without a display, fails exactly where an obstacle is named."""
    environ = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environ |= {"QT_QPA_PLATFORM": platform, "QT_LOGGING_RULES": "*=false"}
    start = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0));"
    start += "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    started = subprocess.run([sys.executable, "-c", start], env=environ, capture_output=True, timeout=60)
    said = display.linux_obstacle(environ, loads=display.library_loads, answers=display.display_answers)
    assert (said is None) == (started.returncode == 0)


def test_asking_imports_no_qt():
    asked = "import sys, casebook.display as d; d.obstacle(); print('PySide6' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
