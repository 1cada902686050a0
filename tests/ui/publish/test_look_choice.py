"""Whose look, which citations, which language: offered from what is at hand, told only when chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from casebook import paths
from casebook.publishing.builds import PLAIN, Build
from casebook.ui.publish.look_choice import LookChoice


@pytest.fixture
def choice(workbench, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path / "home"))
    made = LookChoice(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def box(choice, name):
    return choice.findChild(QComboBox, name)


def offered(choice, name):
    return [box(choice, name).itemData(at) for at in range(box(choice, name).count())]


def test_what_is_at_hand_is_offered(choice):
    assert offered(choice, "build-look") == ["", PLAIN]
    assert offered(choice, "citation-style")[:2] == ["", "casebook"] and "apa" in offered(
        choice, "citation-style"
    )
    assert offered(choice, "report-language")[:2] == ["", "en"]
    assert box(choice, "report-language").itemText(1) in ("English", "American English")


def test_keys_choose_and_showing_tells_nothing(choice, qtbot):
    told = []
    choice.changed.connect(lambda: told.append((choice.look, choice.citation_style, choice.language)))
    choice.show_build(Build(look=PLAIN, citation_style="apa", language="en"))
    assert (choice.look, choice.citation_style, choice.language) == (PLAIN, "apa", "en") and told == []
    qtbot.keyClick(box(choice, "build-look"), Qt.Key.Key_Up)
    assert told == [("", "apa", "en")]


def test_a_style_that_is_elsewhere_stays_chosen_and_one_that_arrives_is_offered(choice):
    choice.show_build(Build(citation_style="only-there", language="xx"))
    assert (choice.citation_style, choice.language) == ("only-there", "xx")
    shipped = paths.resources() / "csl" / "apa.csl"
    paths.user_styles().mkdir(parents=True, exist_ok=True)
    (paths.user_styles() / "our-own.csl").write_bytes(shipped.read_bytes())
    choice.hide()
    choice.show()
    assert "our-own" in offered(choice, "citation-style") and choice.citation_style == "only-there"
