"""Takes the pictures of the guide anew: the real window, on the sample library, used by keys (`make pictures`)."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from casebook import paths
from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import Finding, FindingState
from casebook.publishing.order import Order
from casebook.services.panels import Tick
from casebook.services.publishing import publish_all, take_out, templates
from casebook.services.sample import SAMPLE_NAME, make_sample
from casebook.storage.library import Library
from casebook.ui.compare.compare_workspace import CompareWorkspace
from casebook.ui.forms.choice_popup import ChoicePopup
from casebook.ui.library.library_workspace import LibraryWorkspace
from casebook.ui.publish.publish_workspace import PublishWorkspace
from casebook.ui.session import Session
from casebook.ui.write.write_workspace import WriteWorkspace

PICTURES = Path(__file__).parents[2] / "docs" / "images"
SIZE = QSize(1440, 900)
LARGEST = 250_000
"""Bytes a picture may have."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SCREEN = (
    '{"screens": [{"name": "laptop", "x": 0, "y": 0, "width": 1440, "height": 900,'
    ' "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}'
)
"""What Qt's offscreen platform is told, so that lists hang where they would hang on a laptop."""
DOCUMENTS = "/home/ama/Documents"
"""What stands in the pictures where a real folder would."""


class Camera:
    """A session on a sample library of its own, and what it takes to picture it."""

    def __init__(self, home: Path) -> None:
        (home / "config").mkdir(parents=True)
        settings = {"author": "Ama Mensah", "theme": "light", "daily_backup": False}
        (home / "config" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        os.environ["CASEBOOK_HOME"] = str(home)
        self.home = home
        self.library = home / SAMPLE_NAME
        assert make_sample(self.library, lambda _done, _of: None, lambda: False)
        shutil.copy(self.library, home / "Shared cases.casebook")
        self.session = Session(QApplication.instance() or QApplication([]))
        self.window = self.session.window
        self.window.resize(SIZE)

    def rest(self, milliseconds: int = 500) -> None:
        """Let the window come to rest, and what runs in other threads end."""
        QTest.qWait(milliseconds)
        while self.session.workbench.tasks.running:
            QTest.qWait(50)
        QTest.qWait(50)

    def quiet(self) -> None:
        """Put away what was said of the step before."""
        self.window.findChild(QWidget, "toast").hide()

    def press(self, action: str) -> None:
        """Do what a menu entry or its keys do."""
        chosen = self.window.actions_table[action]
        assert chosen.isEnabled(), f"{action} cannot be done now"
        chosen.trigger()
        self.rest(200)

    def type_in(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.rest(200)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        self.rest(200)

    def open_case(self, reference: str) -> WriteWorkspace:
        """Open a case in Write by its reference code."""
        library = self.session.workbench.library
        assert library is not None
        assert self.session.workbench.open_case(library.cases.resolve(reference))
        self.window.go("write")
        self.rest()
        return self.workspace(WriteWorkspace)

    def workspace(self, kind: type) -> QWidget:
        """The workspace of that kind."""
        found = self.window.findChild(kind)
        assert found is not None, kind
        return found

    def take(self, name: str, of: QRect | None = None) -> None:
        """Picture the window with what hangs over it."""
        self.rest()
        picture = self.window.grab(of) if of else self.window.grab()
        origin = self.window.mapToGlobal(QPoint(0, 0)) + (of.topLeft() if of else QPoint(0, 0))
        painter = QPainter(picture)
        hanging = [one for kind in (ChoicePopup, QMenu) for one in self.window.findChildren(kind)]
        hanging += [one for one in QApplication.topLevelWidgets() if isinstance(one, QListView)]
        for one in hanging:
            if one.isVisible() and one.isWindow():
                painter.drawPixmap(one.mapToGlobal(QPoint(0, 0)) - origin, one.grab())
        painter.end()
        keep(picture.toImage(), name)

    def take_dialog(self, name: str, ask: Callable[[], object], then: Callable[[QWidget], object]) -> None:
        """Picture the dialog that `ask` opens, over the window, once `then` has filled it; then put it away."""
        taken = []

        def picture() -> None:
            dialog = QApplication.activeModalWidget()
            try:
                then(dialog)
                self.rest(200)
                keep(_over(self.window.grab(), dialog.grab()), name)
                taken.append(name)
            finally:
                dialog.reject()

        QTimer.singleShot(500, picture)
        ask()
        self.window.activateWindow()
        self.rest(100)
        assert taken, f"{name} was not taken"


def _over(below: QPixmap, dialog: QPixmap) -> QImage:
    """A dialog in the middle of a window that stands back."""
    place = QRect(QPoint(0, 0), dialog.size())
    place.moveCenter(below.rect().center())
    painter = QPainter(below)
    painter.fillRect(below.rect(), QColor(0, 0, 0, 50))
    painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 90))
    painter.drawPixmap(place.topLeft(), dialog)
    painter.end()
    return below.toImage()


def keep(picture: QImage, name: str) -> None:
    """Write a picture in at most 256 colours: a third of the size, and no different to the eye."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    file = PICTURES / f"{name}.png"
    full = picture.convertToFormat(QImage.Format.Format_RGB32)
    dither = Qt.ImageConversionFlag.ThresholdDither
    flat = full.convertToFormat(QImage.Format.Format_Indexed8, _colours_of(full), dither)
    assert flat.save(str(file), "PNG", 0)
    sys.stdout.write(f"{file.name}: {file.stat().st_size // 1000} kB\n")
    assert file.stat().st_size <= LARGEST, f"{name} is too large"


def _colours_of(picture: QImage) -> list[int]:
    """At most 256 colours so that every one of the picture has a near neighbour among them."""
    used = [colour for colour, _count in Counter(memoryview(picture.constBits()).cast("I")).most_common()]
    for apart in range(3, 100, 3):
        chosen: list[tuple[int, int, int]] = []
        for colour in used:
            red, green, blue = colour >> 16 & 255, colour >> 8 & 255, colour & 255
            if all(abs(red - r) + abs(green - g) + abs(blue - b) > apart for r, g, b in chosen):
                chosen.append((red, green, blue))
                if len(chosen) > 256:
                    break
        else:
            break
    return [0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in chosen]


def welcome(camera: Camera) -> None:
    """What a window without a library shows, and starting a library with a passphrase."""
    camera.window.go("welcome")
    camera.take("welcome")

    def fill(dialog: QWidget) -> None:
        dialog.findChild(QLineEdit, "name").setText("Field cases 2026")
        dialog.findChild(QLineEdit, "folder").setText(DOCUMENTS)
        dialog.findChild(QWidget, "protect").click()
        for field in ("passphrase", "passphrase-again"):
            dialog.findChild(QLineEdit, field).setText("four quite unrelated words")

    camera.take_dialog("new-library", camera.window.actions_table["new-library"].trigger, fill)


def finding(camera: Camera, workspace: LibraryWorkspace) -> None:
    """What the page on finding shows: words, what is offered, facets, the map."""
    asking = workspace._asking
    camera.press("find")
    camera.type_in("police training")
    camera.take("find-words")
    camera.key(Qt.Key.Key_Escape)
    camera.press("find")
    QTest.keyClicks(workspace._words.field, "police status:")
    camera.take("find-offered")
    workspace._words.field._completer.list.hide()
    workspace._words.clear()
    asking.tick_all((Tick("framework", "ssr"), Tick("era", "contemporary")))
    QTest.qWait(1500)
    camera.take("find-facets")
    camera.press("library-map")
    QTest.qWait(2500)
    camera.take("find-map")
    camera.press("library-map")
    asking.clear()
    QTest.qWait(600)


def library(camera: Camera) -> None:
    """The list of cases: one chosen, filtered, several chosen, the quick capture."""
    workspace = camera.workspace(LibraryWorkspace)
    workspace._table.choose(5)
    camera.take("library")
    camera.press("theme-dark")
    camera.take("library-dark")
    camera.press("theme-light")
    camera.press("find")
    camera.type_in("police women")
    camera.take("library-filter")
    camera.key(Qt.Key.Key_Escape)
    finding(camera, workspace)
    workspace._table.choose(0)
    workspace._table.setFocus()
    for _ in range(2):
        camera.key(Qt.Key.Key_Down, SHIFT)
    camera.take("library-chosen")
    workspace._table.choose(0)

    def fill(dialog: QWidget) -> None:
        QTest.keyClicks(QApplication.focusWidget(), "Joint river patrols after the flood")
        for field, text in (
            (
                "what_happened",
                "Two forces that had never worked together shared boats and radios for six weeks.",
            ),
            ("why_it_matters", "The village committees asked them to stay. Nobody had planned for that."),
        ):
            dialog.findChild(QPlainTextEdit, field).setPlainText(text)

    camera.take_dialog("quick-capture", camera.window.actions_table["capture"].trigger, fill)
    camera.take_dialog(
        "palette", camera.window.actions_table["palette"].trigger, lambda _: camera.type_in("dark")
    )


def write(camera: Camera) -> None:
    """A case from its overview to its history."""
    pane = camera.open_case("LR-2003-001")
    pane.show_section("challenges")
    camera.take("write")
    pane.show_section("outcomes")
    pane.page.current.groups[0].open(next(iter(pane.page.current.groups[0]._cards)))
    camera.rest()
    _scroll_to(pane.page.current.groups[0])
    camera.take("write-inside")
    pane.show_section("lessons")
    pane.page.current.form.focus_field("discussion")
    camera.key(Qt.Key.Key_End, CTRL)
    camera.type_in(" @icg")
    camera.take("write-cite")
    camera.key(Qt.Key.Key_Escape)
    for _letter in " @icg":
        camera.key(Qt.Key.Key_Backspace)
    pane.show_section("challenges")
    camera.press("link-source")
    camera.type_in("sec")
    camera.take("write-source")
    camera.key(Qt.Key.Key_Escape)
    camera.key(Qt.Key.Key_Escape)


def fixing(camera: Camera) -> None:
    """What stands beside a case: who may see what, what is to fix, history, attachments."""
    pane = camera.open_case("IQ-2003-001")
    pane.show_section("challenges")
    pane.page.current.form.focus_field("description")
    camera.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    camera.take("write-menu")
    QApplication.activePopupWidget().close()
    camera.press("check-now")
    camera.press("next-finding")
    camera.take("write-fix")
    camera.quiet()
    pane.show_section("lessons")
    pane.page.current.form.focus_field("observation")
    camera.key(Qt.Key.Key_End, CTRL)
    camera.type_in(" Promotions went by sect.")
    camera.press("case-history")
    camera.key(Qt.Key.Key_Home)
    camera.take("write-history")
    camera.press("undo")
    camera.session.window.findChild(QTabBar, "aside-tabs").setCurrentIndex(0)
    pane = camera.open_case("LR-2003-001")
    pane.show_section("attachments")
    camera.rest(800)
    camera.take("write-attachments")


def begin(camera: Camera) -> None:
    """A case that was begun a minute ago."""
    camera.press("new-case")
    pane = camera.workspace(WriteWorkspace)
    pane.page.current.form.focus_field("title")
    camera.type_in("Joint river patrols after the flood")
    pane.page.current.form.focus_field("period")
    camera.type_in("about June 2003")
    camera.take("write-new")
    pane.show_section("outcomes")
    camera.take("write-empty")
    camera.press("trash")
    camera.quiet()


def reading(camera: Camera) -> None:
    """A library that somebody else has open, and one that a passphrase protects."""
    protected = camera.home / "Field cases 2026.casebook"
    Library.create(protected, passphrase="four quite unrelated words", author="Ama Mensah").close()
    camera.take_dialog(
        "passphrase", lambda: camera.window.door.open(protected), lambda _: camera.type_in("four quite")
    )
    camera.press("library")
    held = Library.open(camera.home / "Shared cases.casebook", author="Joseph Kollie")
    camera.take_dialog("in-use", lambda: camera.window.door.open(held.path), lambda _: None)
    camera.window.door.open(held.path, read_only=True)
    camera.take("reading")
    held.close()


def publish(camera: Camera) -> None:
    """From the choice of an audience to the pages."""
    camera.open_case("LR-2003-001")
    camera.press("publish")
    workspace = camera.workspace(PublishWorkspace)
    folder = workspace.form.findChild(QLineEdit, "folder")
    folder.setText(DOCUMENTS + "/Casebook reports")
    camera.take("publish")
    camera.take_dialog("publish-withheld", workspace.form.withheld.details_wanted.emit, lambda _: None)
    folder.setText(str(camera.home / "reports"))
    workspace.form.findChild(QPushButton, "export").click()
    camera.rest(1000)
    folder.setText(DOCUMENTS + "/Casebook reports")
    camera.take("publish-done")
    (report,) = (camera.home / "reports").glob("*.pdf")
    document = QPdfDocument()
    document.load(str(report))
    pages = range(document.pageCount())
    outcomes = next(
        page for page in pages if "People disarmed and demobilised" in document.getAllText(page).text()
    )
    for name, page in (("report-first", 0), ("report-outcomes", outcomes)):
        keep(_sheet(document, page), name)


def handing_out(camera: Camera) -> None:
    """The handout and the guide of one case, for a course; and templates of one's own."""
    camera.open_case("LR-2003-001")
    camera.press("publish")
    workspace = camera.workspace(PublishWorkspace)
    folder = workspace.form.findChild(QLineEdit, "folder")
    reports = camera.home / "handed-out"
    audience = workspace.form.findChild(QComboBox, "audience")
    for build, report in ((2, "guide"), (1, "handout")):
        workspace.builds.choose(build)
        audience.setFocus()
        while "Training" not in audience.currentText():
            camera.key(Qt.Key.Key_Down)
        folder.setText(str(reports / report))
        folder.editingFinished.emit()
        workspace.form.findChild(QPushButton, "export").click()
        camera.rest(1500)
    folder.setText(DOCUMENTS + "/Course in Accra")
    workspace.middle.show_pages()
    camera.rest(1500)
    camera.take("publish-handout")
    sheets = [_sheet(_pdf(next((reports / "handout").glob("*.pdf"))), page) for page in (0, 1)]
    sheets.append(_sheet(_pdf(next((reports / "guide").glob("*.pdf"))), 0))
    keep(_side_by_side(sheets), "handout-and-guide")
    _own_templates(camera, workspace)


def _own_templates(camera: Camera, workspace: PublishWorkspace) -> None:
    """A copy of a report being changed, and a Word template beside what it makes (drawn by LibreOffice)."""
    own = workspace.own
    own.duplicate(next(template for template in templates() if template.name == "participant-handout"))
    editor = own.editor
    assert editor is not None
    editor.resize(SIZE)
    editor.activateWindow()
    camera.rest(3000)
    keep(editor.grab().toImage(), "template-editor")
    editor.close()
    camera.window.activateWindow()
    office = shutil.which("soffice")
    if office is None:
        sys.stdout.write("word-template.png: not taken, LibreOffice is not installed\n")
        return
    example = paths.resources() / "word-examples" / "handout-in-word.docx"
    library = camera.session.workbench.library
    assert library is not None
    manuscript = take_out(library, library.cases.resolve("LR-2003-001"))
    order = Order(
        folder=camera.home / "word", template=str(example), formats=("docx",), audience=Sensitivity.TRAINING
    )
    (made,) = publish_all((manuscript,), order)[0].files
    sheets = []
    for document in (example, made):
        asked = [office, "--headless", "--convert-to", "pdf", "--outdir", str(made.parent), str(document)]
        subprocess.run(asked, check=True, capture_output=True)
        sheets.append(_sheet(_pdf(made.parent / f"{document.stem}.pdf"), 0))
    keep(_side_by_side(sheets), "word-template")


def _pdf(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    document.load(str(path))
    return document


def _side_by_side(sheets: list[QImage], share: float = 0.62) -> QImage:
    """Sheets beside each other on grey."""
    small = [
        sheet.scaledToWidth(round(sheet.width() * share), Qt.TransformationMode.SmoothTransformation)
        for sheet in sheets
    ]
    gap = 24
    wide, high = sum(sheet.width() + gap for sheet in small) + gap, max(sheet.height() for sheet in small)
    whole = QImage(wide, high + 2 * gap, QImage.Format.Format_RGB32)
    whole.fill(QColor("#D9D5CB"))
    painter = QPainter(whole)
    left = gap
    for sheet in small:
        painter.drawImage(left, gap, sheet)
        left += sheet.width() + gap
    painter.end()
    return whole


def _sheet(document: QPdfDocument, page: int) -> QImage:
    size = (document.pagePointSize(page) * 1.5).toSize()
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return sheet


def rest(camera: Camera) -> None:
    """Three cases side by side, and the settings."""
    camera.press("library")
    table = camera.workspace(LibraryWorkspace)._table
    table.choose(0)
    table.setFocus()
    camera.key(Qt.Key.Key_Down, SHIFT)
    camera.key(Qt.Key.Key_Down, SHIFT)
    camera.press("compare-cases")
    camera.rest(2000)
    space = camera.workspace(CompareWorkspace)
    rows, model = space.page.table, space.page.model
    done = Finding(text="Security sector reform appears in all three.", state=FindingState.DECIDED)
    space.desk.set_finding("frameworks", done)
    waiting = Finding(
        text="How many of those trained in Iraq stayed in service?", state=FindingState.NEEDS_INFORMATION
    )
    space.desk.set_finding("activities", waiting)
    rows.go(model.row_with("frameworks"))
    rows.scrollTo(model.index(model.row_with("frameworks"), 0), rows.ScrollHint.PositionAtTop)
    camera.take("compare")
    camera.press("library")
    table.setFocus()
    camera.key(Qt.Key.Key_A, CTRL)
    camera.press("compare-cases")
    for tab, name in ((1, "compare-matrix"), (2, "compare-timelines")):
        space.findChild(QTabBar, "compare-tabs").setCurrentIndex(tab)
        camera.rest(2500)
        camera.quiet()
        camera.take(name)
    camera.session.settings.daily_backup = True
    camera.press("settings")
    camera.take("settings")


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    above.verticalScrollBar().setValue(widget.mapTo(above.widget(), QPoint(0, 0)).y() - 24)


def main() -> int:
    """Take every picture, or those of the parts named on the command line."""
    parts = (welcome, library, reading, begin, write, fixing, publish, handing_out, rest)
    named = sys.argv[1:]
    home = Path(tempfile.mkdtemp(prefix="casebook-pictures-"))
    (home / "screen.json").write_text(SCREEN, encoding="utf-8")
    os.environ |= {"HOME": str(home), "QT_QPA_PLATFORM": f"offscreen:configfile={home / 'screen.json'}"}
    socket.gethostname = lambda: "laptop-7"
    try:
        camera = Camera(home / "casebook")
        camera.session.start(None)
        for part in parts:
            if not named or part.__name__ in named:
                if part is not welcome:
                    camera.window.door.open(camera.library)
                    camera.rest(1500)
                part(camera)
        camera.window.close()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
