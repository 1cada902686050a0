"""The settings, as a form made from their declaration; each takes effect when it is changed."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from casebook import paths
from casebook.domain.errors import CasebookError
from casebook.services.settings import SettingKind, SettingSpec, save_settings, setting_specs
from casebook.ui.appearance import Appearance
from casebook.ui.frame.house_style import HouseStyle
from casebook.ui.i18n import translated
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

MEASURE = 75
"""Widest the form runs, in characters."""


class SettingsPage(QWidget):
    """Emits `changed(name)` after a setting was changed and kept."""

    changed = Signal(str)

    def __init__(self, workbench: Workbench, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._appearance = appearance
        self._controls: dict[str, QWidget] = {}
        self._filling = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        bar = with_look(QFrame(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 12, 18, 12)
        row.addWidget(with_look(QLabel(self.tr("Settings")), "title"))
        outer.addWidget(bar)
        outer.addWidget(self._form(), 1)
        appearance.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the settings as they are now."""
        self._filling = True
        for spec in setting_specs():
            _fill(self._controls[spec.name], getattr(self._workbench.settings, spec.name))
        self._filling = False

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._controls[setting_specs()[0].name].setFocus()

    def _form(self) -> QScrollArea:
        page = QWidget()
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(4)
        group = ""
        for spec in setting_specs():
            if spec.group != group:
                group = spec.group
                column.addSpacing(12)
                column.addWidget(with_look(QLabel(translated(group).upper()), "caps"))
            self._add(column, spec)
        column.addSpacing(12)
        column.addWidget(with_look(QLabel(self.tr("House style of this library").upper()), "caps"))
        column.addWidget(HouseStyle(self._workbench))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Settings"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        return scroll

    def _add(self, column: QVBoxLayout, spec: SettingSpec) -> None:
        control = self._control(spec)
        control.setObjectName(spec.name)
        control.setAccessibleName(translated(spec.label))
        control.setMaximumWidth(self.fontMetrics().averageCharWidth() * MEASURE)
        self._controls[spec.name] = control
        column.addSpacing(8)
        if spec.kind is not SettingKind.FLAG:
            label = with_look(QLabel(translated(spec.label)), "label")
            label.setBuddy(control)
            column.addWidget(label)
        column.addWidget(control)
        if spec.hint:
            control.setAccessibleDescription(translated(spec.hint))
            hint = with_look(QLabel(translated(spec.hint)), "small")
            hint.setWordWrap(True)
            column.addWidget(hint)

    def _control(self, spec: SettingSpec) -> QWidget:
        match spec.kind:
            case SettingKind.FLAG:
                box = QCheckBox(translated(spec.label))
                box.toggled.connect(lambda on: self._keep(spec, on))
                return box
            case SettingKind.WHOLE:
                spin = QSpinBox()
                spin.setRange(spec.low, spec.high)
                spin.setSingleStep(spec.step)
                spin.setSuffix(f" {translated(spec.unit)}" if spec.unit else "")
                spin.setKeyboardTracking(False)
                # The style sheet's padding does not reach the line inside.
                spin.lineEdit().setTextMargins(8, 0, 8, 0)
                spin.valueChanged.connect(lambda value: self._keep(spec, value))
                return spin
            case SettingKind.CHOICE:
                combo = QComboBox()
                for key, label in spec.choices.items():
                    combo.addItem(translated(label), key)
                combo.activated.connect(lambda _at: self._keep(spec, combo.currentData()))
                return combo
            case SettingKind.LINE:
                line = QLineEdit()
                line.setMaxLength(200)
                line.editingFinished.connect(lambda: self._keep(spec, line.text().strip()))
                return line

    def _keep(self, spec: SettingSpec, value: Any) -> None:
        settings = self._workbench.settings
        if self._filling or getattr(settings, spec.name) == value or not spec.accepts(value):
            return
        setattr(settings, spec.name, value)
        try:
            save_settings(settings, paths.user_config() / "settings.json")
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
        if (settings.theme, settings.text_percent) != (self._appearance.theme, self._appearance.text_percent):
            self._appearance.apply(settings.theme, settings.text_percent)
        self.changed.emit(spec.name)


def _fill(control: QWidget, value: Any) -> None:
    if isinstance(control, QCheckBox):
        control.setChecked(value)
    elif isinstance(control, QSpinBox):
        control.setValue(value)
    elif isinstance(control, QComboBox):
        control.setCurrentIndex(control.findData(value))
    elif isinstance(control, QLineEdit):
        control.setText(value)
