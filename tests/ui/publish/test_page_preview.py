from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressBar, QToolButton

from casebook.domain.case import Case
from casebook.domain.changes import setting
from casebook.domain.records import Sensitivity
from casebook.domain.sections.registry import Actor
from casebook.publishing.order import Order
from casebook.ui.publish.page_preview import PagePreview
from casebook.ui.publish.page_view import PageView
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.empty_state import EmptyState

PUBLIC, INTERNAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL
SECRET = "Uncle Zebedee"
LONG = "\n\n".join("The council met again and heard both sides at length. " * 12 for _paragraph in range(14))
SMALL = Case(
    title="A small case",
    ref_code="XX-2001-001",
    context=LONG,
    sensitivity=PUBLIC,
    actor_records=(Actor(name=SECRET, sensitivity=INTERNAL), Actor(name="Council of elders")),
)


@pytest.fixture
def small(workbench):
    """A small case with a secret in it, open for writing."""
    case = attrs.evolve(SMALL, sensitivity=PUBLIC)
    workbench.library.cases.save(None, case, None)
    workbench.open_case(case.id)
    return workbench.case


@pytest.fixture
def preview(workbench, small, qtbot):
    made = PagePreview(workbench)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    yield made
    workbench.tasks.cancel_all()


@pytest.fixture
def pages(preview, small, qtbot):
    """The preview with the pages of the small case."""
    show(preview, small, qtbot)
    return preview


def show(preview, case, qtbot, audience=PUBLIC, template="full-report"):
    with qtbot.waitSignal(preview.changed, timeout=30_000):
        preview.show_report({case.id: case.title}, order(template, audience))


def order(template="full-report", audience=PUBLIC, **choices):
    return Order(folder=Path(), template=template, audience=audience, **choices)


def text(preview):
    document = preview.document
    return " ".join(document.getAllText(page).text() for page in range(document.pageCount()))


def view(preview):
    return preview.findChild(PageView, "pages")


def press(preview, name, qtbot):
    qtbot.mouseClick(preview.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def words(preview, name="preview-page"):
    return preview.findChild(ElidedLabel, name).full_text


def type_title(workbench, title):
    workbench.apply(setting(workbench.case, workbench.case.id, "title", title))


def test_the_real_pages_appear(pages, qtbot):
    assert pages.document.pageCount() >= 2 and "A small case" in text(pages)
    assert words(pages) == f"Preview · page 1 of {pages.document.pageCount()}"
    spoken = view(pages)
    assert (
        spoken.accessibleName().startswith("Page 1 of") and "A small case" in spoken.accessibleDescription()
    )
    assert not pages.findChild(QProgressBar, "laying-out").isVisible()

    def inked():
        image = view(pages).viewport().grab().toImage()
        return any(
            image.pixelColor(x, y).lightness() < 90 and image.pixelColor(x, y).alpha() == 255
            for x in range(60, image.width() - 60, 3)
            for y in range(60, image.height() - 60, 3)
        )

    qtbot.waitUntil(inked, timeout=5000)
    assert inked()


def test_a_new_title_shows_at_once_at_the_same_place_and_size(pages, workbench, qtbot):
    qtbot.keyClick(view(pages), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view(pages), Qt.Key.Key_PageDown)
    zoom, down = view(pages).zoom, view(pages).verticalScrollBar().value()
    with qtbot.waitSignal(pages.changed, timeout=30_000):
        type_title(workbench, "Another title")
    assert "Another title" in text(pages) and "A small case" not in text(pages)
    assert (view(pages).zoom, view(pages).page) == (zoom, 1)
    assert abs(view(pages).verticalScrollBar().value() - down) <= 1


def test_a_narrower_audience_takes_the_secret_out(preview, small, qtbot):
    show(preview, small, qtbot, INTERNAL)
    assert SECRET in text(preview)
    show(preview, small, qtbot, PUBLIC)
    assert SECRET not in text(preview) and SECRET not in view(preview).accessibleDescription()


def test_the_latest_wish_wins(pages, workbench, qtbot):
    made = []
    pages.changed.connect(lambda: made.append(text(pages) if pages.document else ""))
    for number in range(4):
        type_title(workbench, f"Title {number}")
    # Asked again while the first is under way: what that one makes is never shown.
    qtbot.waitUntil(lambda: bool(workbench.tasks.running), timeout=5000)
    assert pages.findChild(QProgressBar, "laying-out").isVisible()
    type_title(workbench, "The last title")
    qtbot.waitUntil(lambda: bool(made), timeout=30_000)
    qtbot.waitUntil(lambda: not workbench.tasks.running, timeout=30_000)
    assert len(made) == 1 and "The last title" in made[0]
    assert not pages.findChild(QProgressBar, "laying-out").isVisible()


def test_nothing_is_made_while_nobody_looks(pages, workbench, qtbot):
    pages.hide()
    type_title(workbench, "Written elsewhere")
    assert not workbench.tasks.running
    with qtbot.waitSignal(pages.changed, timeout=30_000):
        pages.show()
    assert "Written elsewhere" in text(pages)


def test_a_case_above_the_audience_is_told_in_its_sentence(pages, workbench, small, qtbot):
    secret = attrs.evolve(small, sensitivity=INTERNAL)
    workbench.close_case()
    workbench.library.cases.save(small, secret, None)
    with qtbot.waitSignal(pages.changed, timeout=30_000):
        pages.refresh()
    assert pages.document is None and words(pages) == "Preview"
    empty = pages.findChild(EmptyState)
    assert empty.isVisible() and "internal" in empty.accessibleName().lower()
    assert not pages.findChild(QToolButton, "zoom-in").isEnabled()


def test_a_report_that_is_not_there_is_told(preview, small, qtbot):
    show(preview, small, qtbot, template="poem")
    assert "no report template called “poem”" in preview.findChild(EmptyState).accessibleName()


def test_without_a_case_it_asks_for_one(pages):
    pages.show_report({}, order())
    assert pages.document is None
    assert pages.findChild(EmptyState).accessibleName().startswith("Choose a case")


def test_keys_and_buttons_change_the_size(pages, qtbot):
    size = pages.findChild(QToolButton, "preview-zoom")
    ctrl = Qt.KeyboardModifier.ControlModifier
    view(pages).setFocus()
    qtbot.keyClick(view(pages), Qt.Key.Key_0, ctrl)
    assert size.text() == "100 %"
    qtbot.keyClick(view(pages), Qt.Key.Key_Plus, ctrl)
    assert size.text() == "110 %" and size.accessibleName() == "Size of the pages: 110 %"
    qtbot.keyClick(view(pages), Qt.Key.Key_Minus, ctrl)
    press(pages, "zoom-out", qtbot)
    assert size.text() == "90 %"
    press(pages, "zoom-in", qtbot)
    press(pages, "fit-width", qtbot)
    fitted = view(pages).zoom
    pages.resize(1200, 600)
    qtbot.waitUntil(lambda: view(pages).zoom > fitted * 1.4, timeout=3000)
    assert view(pages).horizontalScrollBar().maximum() == 0


def test_page_by_page_with_keys_and_buttons(pages, qtbot):
    last = pages.document.pageCount()
    qtbot.keyClick(view(pages), Qt.Key.Key_PageDown)
    assert words(pages) == f"Preview · page 2 of {last}"
    press(pages, "previous-page", qtbot)
    assert words(pages).startswith("Preview · page 1 ")
    qtbot.keyClick(view(pages), Qt.Key.Key_End)
    assert words(pages) == f"Preview · page {last} of {last}"
    qtbot.keyClick(view(pages), Qt.Key.Key_Home)
    qtbot.keyClick(view(pages), Qt.Key.Key_Space)
    assert view(pages).verticalScrollBar().value() > 100


def test_words_are_found_in_the_pages(pages, qtbot):
    field, count = pages.findChild(QLineEdit, "find-in-pages"), pages.findChild(QLabel, "found-in-pages")
    qtbot.keyClick(view(pages), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.isVisible()
    qtbot.keyClicks(field, "council met")
    qtbot.waitUntil(lambda: count.text().startswith("1 of "), timeout=5000)
    qtbot.waitUntil(lambda: int(count.text().split()[-1]) > 100, timeout=5000)
    for _step in range(60):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert count.text().startswith("61 of ") and view(pages).verticalScrollBar().value() > 0
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count.text().startswith("60 of ")
    field.selectAll()
    qtbot.keyClicks(field, "zzzz")
    qtbot.waitUntil(lambda: count.text() == "Not found", timeout=5000)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_of_several_cases_the_first_is_shown_and_another_can_be_chosen(
    preview, workbench, small, qtbot, liberia
):
    other = Case(title="The other case", ref_code="YY-2002-001", sensitivity=PUBLIC)
    workbench.library.cases.save(None, other, None)
    with qtbot.waitSignal(preview.changed, timeout=30_000):
        preview.show_report({small.id: small.title, other.id: other.title}, order())
    chooser = preview.findChild(QComboBox, "preview-case")
    assert chooser.isVisible() and chooser.currentText() == "1 of 2 cases: A small case"
    with qtbot.waitSignal(preview.changed, timeout=30_000):
        QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert "The other case" in text(preview) and "A small case" not in text(preview)


def test_a_report_of_many_is_shown_of_all(preview, workbench, small, qtbot):
    other = Case(title="The other case", ref_code="YY-2002-001", sensitivity=PUBLIC)
    workbench.library.cases.save(None, other, None)
    with qtbot.waitSignal(preview.changed, timeout=60_000):
        preview.show_report({small.id: small.title, other.id: other.title}, order("lessons-digest"))
    assert "The other case" in text(preview) and "A small case" in text(preview)
    assert not preview.findChild(QComboBox, "preview-case").isVisible()


def test_closing_the_library_takes_the_pages_away(pages, workbench):
    workbench.set_library(None)
    assert pages.document is None and workbench.tasks.running == []
