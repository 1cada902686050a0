"""A web address: checked, and opened only by a click."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolButton

from casebook.domain.fields import Kind
from casebook.ui.forms.url_editor import is_web_address


class Browser(QObject):
    """Stands for the system's browser: Qt hands it the addresses that are opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser():
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("https")


def test_a_good_address_opens_by_its_button_alone(page, qtbot, browser):
    editor = page.show(Kind.URL)
    button = editor.findChild(QToolButton, "field:open")
    assert not button.isEnabled()
    page.type("https://example.org/report")
    page.press(Qt.Key.Key_Return)
    assert (editor.problem, browser.opened) == ("", [])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert browser.opened == ["https://example.org/report"]


def test_anything_else_is_kept_but_not_opened(page, browser):
    editor = page.show(Kind.URL)
    page.type("javascript:alert(1)")
    page.leave()
    assert editor.value() == "javascript:alert(1)"
    assert "https://" in editor.problem
    assert not editor.findChild(QToolButton, "field:open").isEnabled()


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("http://example.org", True),
        ("https://[::1", False),
        ("https://", False),
        ("ftp://example.org", False),
        ("file:///etc/passwd", False),
        ("https://a b", False),
    ],
)
def test_which_addresses_count(text, good):
    assert is_web_address(text) is good
