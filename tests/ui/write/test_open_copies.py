"""Copies for other programs live in a folder of the person's own, until the window closes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from casebook.ui.write.open_copies import OpenCopies


@pytest.fixture
def owner(look):
    return QObject()


def test_one_window_has_one_folder(owner):
    assert OpenCopies.of(owner) is OpenCopies.of(owner)
    one = OpenCopies.of(owner).put("a" * 64, "map.png", b"1")
    other = OpenCopies.of(owner).put("b" * 64, "map.png", b"2")
    assert one.parents[1] == other.parents[1]
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")


def test_the_folder_goes_with_the_window(owner):
    copy = OpenCopies.of(owner).put("a" * 64, "map.png", b"secret")
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    assert not copy.exists()
    assert not copy.parents[1].exists()


@pytest.mark.parametrize("name", ["../up.txt", "/etc/passwd", "a\\b\\c.txt", "x\x00y.txt", ""])
def test_no_name_leaves_the_folder(owner, name):
    copy = OpenCopies.of(owner).put("a" * 64, name, b"1")
    folder = copy.parents[1]
    assert copy.resolve().is_relative_to(folder.resolve())
    assert len(list(folder.rglob("*"))) == 2
