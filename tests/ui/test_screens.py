"""Every view and dialog, in every look: rendered and measured in the suite, written as pictures by `make screens`."""

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from casebook.storage.library import Library
from casebook.ui.appearance import Appearance
from casebook.ui.i18n import PSEUDO, install_language
from casebook.ui.main_window import MainWindow
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.widgets.toast import Toast
from casebook.ui.window_state import WindowState
from tests.ui.views import VIEWS, Scene, clipped

ARTIFACTS = Path(__file__).resolve().parent.parent / "artifacts"


@attrs.frozen(kw_only=True)
class Variant:
    """A way the window can look."""

    name: str
    theme: str = "light"
    percent: int = 100
    size: tuple[int, int] = (1440, 900)
    language: str = "en"
    mirrored: bool = False


LIGHT = Variant(name="light")
HARD = Variant(name="dark-200-narrow", theme="dark", percent=200, size=(1000, 700))
ALL = (
    LIGHT,
    Variant(name="dark", theme="dark"),
    Variant(name="200", percent=200),
    Variant(name="narrow", size=(900, 600)),
    Variant(name="long", language=PSEUDO),
    Variant(name="mirrored", mirrored=True),
    HARD,
)


@pytest.fixture
def scene(request, workbench, appearance: Appearance, liberia, tmp_path, qtbot) -> Iterator[Scene]:
    """The window in the variant the test asks for."""
    variant: Variant = request.param
    app = QApplication.instance()
    appearance.apply(variant.theme, variant.percent)
    install_language(app, variant.language)
    if variant.mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    workbench.settings.daily_backup = False
    workbench.close_case()
    window = MainWindow(workbench, appearance, WindowState(tmp_path / "window.json"))
    qtbot.addWidget(window)
    window.resize(*variant.size)
    window.show()
    yield Scene(window, workbench, liberia, qtbot)
    window.close()
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.setParent(None)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    appearance.apply("light", 100)


def seen(view, scene) -> QWidget:
    """Bring up a view and give it a moment to settle."""
    for dialog in scene.window.findChildren(QDialog):
        dialog.close()
    scene.window.findChild(MessageBar, "problem-bar").hide()
    shown = view(scene)
    scene.qtbot.wait(30)
    return shown


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    steps = [(x, y) for x in range(0, image.width(), 13) for y in range(0, image.height(), 13)]
    return {QColor(image.pixel(x, y)).name() for x, y in steps}


@pytest.mark.parametrize("scene", [LIGHT, HARD], indirect=True, ids=lambda variant: variant.name)
def test_every_view_is_drawn_cuts_no_text_and_names_every_control(scene):
    cut, nameless = [], []
    for view in VIEWS:
        shown = seen(view, scene)
        assert shown.isVisible(), view.__name__
        assert len(colours(shown)) > 5, f"{view.__name__} is blank"
        cut += [f"{view.__name__}: {found}" for found in clipped(shown)]
        nameless += [f"{view.__name__}: {found}" for found in without_a_name(shown)]
    assert (cut, nameless) == ([], [])


def without_a_name(shown: QWidget) -> Iterator[str]:
    """Controls that take keys and say nothing to those who cannot see them."""
    for control in shown.findChildren(QWidget):
        takes_keys = bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus) and control.isVisible()
        words = control.accessibleName() or control.property("text")
        if takes_keys and not words and not control.objectName().startswith("qt_"):
            yield f"{type(control).__name__} {control.objectName()}"


@pytest.mark.screens
@pytest.mark.parametrize("scene", ALL, indirect=True, ids=lambda variant: variant.name)
def test_write_pictures(scene, request):
    folder = ARTIFACTS / request.node.callspec.id
    folder.mkdir(parents=True, exist_ok=True)
    for view in VIEWS:
        shown = seen(view, scene)
        scene.qtbot.wait(150)
        scene.window.findChild(Toast, "toast").setVisible(view.__name__ == "notices")
        assert shown.grab().save(str(folder / f"{view.__name__}.png"))


@pytest.mark.screens
@pytest.mark.parametrize("scene", [LIGHT, ALL[1]], indirect=True, ids=lambda variant: variant.name)
def test_write_pictures_of_an_empty_library(scene, request, tmp_path):
    folder = ARTIFACTS / request.node.callspec.id
    folder.mkdir(parents=True, exist_ok=True)
    scene.workbench.set_library(Library.create(tmp_path / "empty.casebook"))
    scene.window.go("library")
    scene.qtbot.wait(100)
    assert scene.window.grab().save(str(folder / "library_empty.png"))
