import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from casebook import paths
from casebook.services.settings import SettingKind, load_settings, setting_specs
from casebook.ui.frame.settings_page import SettingsPage

CONTROLS = {
    SettingKind.LINE: QLineEdit,
    SettingKind.CHOICE: QComboBox,
    SettingKind.WHOLE: QSpinBox,
    SettingKind.FLAG: QCheckBox,
}


@pytest.fixture
def page(workbench, appearance, qtbot):
    made = SettingsPage(workbench, appearance)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    yield made
    appearance.apply("light", 100)


def test_every_declared_setting_has_its_control(page):
    for spec in setting_specs():
        control = page.findChild(CONTROLS[spec.kind], spec.name)
        assert control is not None and control.accessibleName() == spec.label


def test_a_change_takes_effect_and_is_kept(page, workbench, appearance, qtbot):
    combo = page.findChild(QComboBox, "theme")
    combo.setFocus()
    with qtbot.waitSignal(page.changed):
        combo.setCurrentIndex(combo.findData("dark"))
        combo.activated.emit(combo.currentIndex())
    assert workbench.settings.theme == appearance.theme == "dark"
    name = page.findChild(QLineEdit, "author")
    name.selectAll()
    qtbot.keyClicks(name, "Leila Haddad")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    kept = load_settings(paths.user_config() / "settings.json")
    assert (kept.theme, kept.author) == ("dark", "Leila Haddad")


def test_text_grows_at_once(page, appearance):
    page.findChild(QSpinBox, "text_percent").setValue(150)
    assert appearance.text_percent == 150


def test_it_shows_what_was_changed_elsewhere(page, workbench, appearance):
    workbench.settings.text_percent = 130
    appearance.apply("light", 130)
    assert page.findChild(QSpinBox, "text_percent").value() == 130


def test_it_can_be_walked_with_the_keyboard(page, qtbot):
    seen = set()
    for _ in range(12):
        focus = page.window().focusWidget()
        seen.add(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {spec.name for spec in setting_specs()} <= seen
    assert isinstance(focus, QWidget)
