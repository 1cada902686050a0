"""The style sheet, filled with the theme's colours; widgets choose a look by the property `look`."""

from collections.abc import Mapping
from string import Template
from typing import Any

from casebook import paths

SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog { background: $paper; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px; }
*[look="paper"] { background: $paper; }
*[look="surface"] { background: $surface; }
*[look="side"] { background: $surface; border-right: 1px solid $line; }
*[look="aside"] { background: $surface; border-left: 1px solid $line; }
*[look="bar"] { background: $surface; border-bottom: 1px solid $line; }
*[look="rail"] { background: $rail; }
*[look="foot"] { background: $surface; border-left: 1px solid $line; border-top: 1px solid $line; }
*[look="status"] { background: $surface; border-top: 1px solid $line; }
*[look="actions"] { background: $rail; }
QLabel { background: transparent; }
QLabel[look="page-title"] { font-size: ${s17}px; font-weight: 700; }
QLabel[look="title"] { font-size: ${s15}px; font-weight: 700; }
QLabel[look="label"] { font-size: ${s12}px; font-weight: 600; }
QLabel[look="caps"] { font-size: ${s11}px; font-weight: 700; color: $muted; }
QToolButton[look="caps"] { text-align: left; font-size: ${s11}px; font-weight: 700; color: $muted; background: transparent; border: 1px solid transparent; padding: 1px; }
QToolButton[look="caps"]:checked { background: transparent; border-color: transparent; }
QToolButton[look="caps"]:hover { color: $ink; }
QToolButton[look="caps"]:focus, QToolButton[look="quiet"]:focus { border: 1px solid $accent; border-radius: 4px; }
QToolButton[look="quiet"] { color: $accent; background: transparent; border: 1px solid transparent; padding: 1px 8px; }
QToolButton[look="quiet"]:hover { text-decoration: underline; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: ${s12}px; }
QLabel[look="problem"] { color: $danger1; font-size: ${s12}px; }
QLabel[look="card-title"] { font-weight: 600; }
QLabel[look="on-rail"] { color: $rail_ink; font-weight: 600; }
QPushButton, QToolButton { background: $field; border: 1px solid $line; border-radius: 5px; padding: 5px 12px; }
QToolButton { padding: 4px 6px; qproperty-iconSize: ${p16}px ${p16}px; }
QPushButton { qproperty-iconSize: ${p16}px ${p16}px; }
QPushButton:hover, QToolButton:hover { border-color: $accent; }
QPushButton:pressed, QPushButton:checked, QToolButton:pressed, QToolButton:checked { background: $selection; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QToolButton:focus { padding: 3px 5px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $surface; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { border-color: $ink; }
QPushButton[look="primary"]:focus { border: 2px solid $ink; }
QPushButton[look="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[look="plain"], QToolButton[look="plain"] { background: transparent; border-color: transparent; }
QPushButton[look="plain"]:hover, QToolButton[look="plain"]:hover { background: $selection; }
QPushButton[look="plain"]:focus, QToolButton[look="plain"]:focus { border: 2px solid $accent; }
QPushButton[look="recent"] { background: transparent; border-color: transparent; text-align: left; }
QPushButton[look="recent"]:hover { background: $selection; }
QPushButton[look="recent"]:focus { border: 2px solid $accent; }
QPushButton[look="link"] { background: transparent; border-color: transparent; color: $accent; padding: 2px 4px; text-align: left; }
QPushButton[look="link"]:focus { border: 1px solid $accent; }
QToolButton[look="rail"] { qproperty-iconSize: ${p20}px ${p20}px; background: transparent; border: 2px solid transparent; color: $rail_ink; padding: 6px 2px; border-radius: 6px; }
QToolButton[look="rail"]:checked { background: $rail_active; }
QToolButton[look="rail"]:hover { background: $rail_active; }
QToolButton[look="rail"]:disabled { color: $muted; }
QToolButton[look="rail"]:focus { border-color: $rail_ink; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QAbstractSpinBox {
  background: $field; border: 1px solid $line; border-radius: 5px; padding: 5px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 4px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $surface; color: $muted; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] { border: 2px solid $danger1; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${p24}px; }
QComboBox::down-arrow { image: url($icons/chevron-down-$name.svg); width: ${p16}px; height: ${p16}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: ${p20}px; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url($icons/chevron-up-$name.svg); width: ${p12}px; height: ${p12}px; }
QAbstractSpinBox::down-arrow { image: url($icons/chevron-down-$name.svg); width: ${p12}px; height: ${p12}px; }
QComboBox QAbstractItemView, QListView[look="popup"] { background: $field; border: 1px solid $line; selection-background-color: $selection; selection-color: $ink; }
QFrame[look="field"] { background: $field; border: 1px solid $line; border-radius: 5px; }
QFrame[look="field"][focused="true"] { border: 2px solid $accent; }
QFrame[look="field"][problem="true"] { border: 2px solid $danger1; }
QFrame[look="field"]:disabled { background: $surface; }
QListView[look="choices"], QListView[look="choices"]:focus { background: transparent; border: none; }
QFrame[look="popup"] { background: $field; border: 1px solid $muted; border-radius: 6px; }
QLineEdit[look="bare"], QPlainTextEdit[look="bare"] { background: transparent; border: none; padding: 2px; }
QLineEdit[look="bare"]:focus, QPlainTextEdit[look="bare"]:focus { border: none; padding: 2px; }
QToolButton[look="more"] { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 0 2px; }
QToolButton[look="more"]:hover { background: $selection; }
QToolButton[look="menu"] { padding: 4px ${p20}px; }
QToolButton[look="menu"]:focus { padding: 3px ${p18}px; }
QToolButton[look="menu"]::menu-indicator { image: url($icons/chevron-down-$name.svg); width: ${p16}px; height: ${p16}px; subcontrol-origin: padding; subcontrol-position: center right; right: 2px; }
QToolButton[look="mark"] { background: transparent; border: none; border-radius: 4px; padding: 3px 5px; }
QToolButton[look="mark"]:hover { background: $selection; }
QToolButton[look="step"] { background: transparent; border: 1px solid $muted; border-radius: ${p9}px; padding: 0; min-width: ${p18}px; max-width: ${p18}px; min-height: ${p18}px; max-height: ${p18}px; font-size: ${s12}px; }
QToolButton[look="step"]:checked { background: $accent; color: $on_accent; border-color: $accent; font-weight: 700; }
QToolButton[look="segment"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 1px 8px; }
QToolButton[look="segment"]:checked { background: $selection; color: $accent; border-color: $accent; font-weight: 600; }
QFrame[look="card"] { background: $field; border: 1px solid $line; border-radius: 6px; }
QFrame[look="card"]:hover { border-color: $muted; }
QFrame[look="card"][selected="true"] { border-color: $accent; }
QFrame[look="card"]:focus { border: 2px solid $accent; }
QFrame[look="row"] { background: transparent; border: 1px solid transparent; border-radius: 5px; }
QFrame[look="row"]:hover { background: $selection; }
QFrame[look="row"]:focus { border-color: $accent; }
QLabel[look="picture"] { background: $field; border: 1px solid $line; border-radius: 6px; }
QFrame[look="note"] { background: $warning0; border: 1px solid $warning0; border-radius: 6px; }
QFrame[look="panel"] { background: $field; border: 1px solid $line; border-radius: 6px; }
QFrame[look="receipt"] { border-radius: 6px; }
QFrame[look="receipt"][state="ok"] { background: $ok0; }
QFrame[look="receipt"][state="warning"] { background: $warning0; }
QFrame[look="receipt"][state="danger"] { background: $danger0; }
QFrame[look="receipt"][state="neutral"] { background: $neutral0; }
QFrame[look="toast"] { background: $rail; border-radius: 8px; }
QFrame[look="toast"] QLabel { background: transparent; color: $rail_ink; }
QFrame[look="toast"] QAbstractButton { background: transparent; border: 1px solid $rail_ink; color: $rail_ink; font-weight: 600; }
QFrame[look="toast"] QToolButton { border-color: transparent; }
QFrame[look="toast"] QAbstractButton:focus { border: 2px solid $rail_ink; }
QFrame[look="actions"] QLabel { color: $rail_ink; font-weight: 600; }
QFrame[look="status"] QLabel { color: $muted; font-size: ${s12}px; }
QFrame[look="status"] QLabel[state="danger"] { color: $danger1; background: transparent; font-weight: 600; }
QFrame[look="status"] QToolButton { border-color: transparent; background: transparent; padding: 0 4px; }
QFrame[look="status"] QToolButton:focus { border: 1px solid $accent; }
QFrame[look="message"] { border-radius: 0; }
QFrame[look="message"][state="ok"] { background: $ok0; }
QFrame[look="message"][state="notice"] { background: $notice0; }
QFrame[look="message"][state="warning"] { background: $warning0; }
QFrame[look="message"][state="danger"] { background: $danger0; }
QFrame[look="message"][state="neutral"] { background: $neutral0; }
QPushButton[look="message"], QToolButton[look="message"] { background: transparent; border: 1px solid transparent; font-weight: 600; }
QPushButton[look="message"][state="ok"] { color: $ok1; border-color: $ok1; }
QPushButton[look="message"][state="notice"] { color: $notice1; border-color: $notice1; }
QPushButton[look="message"][state="warning"] { color: $warning1; border-color: $warning1; }
QPushButton[look="message"][state="danger"] { color: $danger1; border-color: $danger1; }
QPushButton[look="message"]:focus, QToolButton[look="message"]:focus { border-width: 2px; border-color: $ink; }
QFrame[look="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLabel[state="ok"], QToolButton[state="ok"] { background: $ok0; color: $ok1; }
QLabel[state="notice"], QToolButton[state="notice"] { background: $notice0; color: $notice1; }
QLabel[state="warning"], QToolButton[state="warning"] { background: $warning0; color: $warning1; }
QLabel[state="danger"], QToolButton[state="danger"] { background: $danger0; color: $danger1; }
QLabel[state="neutral"], QToolButton[state="neutral"] { background: $neutral0; color: $neutral1; }
QLabel[state="red"], QToolButton[state="red"] { background: $red0; color: $red1; }
QLabel[state="orange"], QToolButton[state="orange"] { background: $orange0; color: $orange1; }
QLabel[state="yellow"], QToolButton[state="yellow"] { background: $yellow0; color: $yellow1; }
QLabel[state="green"], QToolButton[state="green"] { background: $green0; color: $green1; }
QLabel[state="teal"], QToolButton[state="teal"] { background: $teal0; color: $teal1; }
QLabel[state="blue"], QToolButton[state="blue"] { background: $blue0; color: $blue1; }
QLabel[state="violet"], QToolButton[state="violet"] { background: $violet0; color: $violet1; }
QLabel[state="pink"], QToolButton[state="pink"] { background: $pink0; color: $pink1; }
QToolButton[look="swatch"] { border: 1px solid $muted; border-radius: 5px; padding: 1px; min-width: ${p18}px; max-width: ${p18}px; min-height: ${p18}px; max-height: ${p18}px; }
QToolButton[look="swatch"]:focus { border: 2px solid $accent; padding: 0; }
QLabel[look="chip"], QToolButton[look="chip"] { border: none; border-radius: ${p9}px; padding: ${p2}px ${p9}px; font-size: ${s12}px; }
QToolButton[look="chip"]:focus { border: 1px solid $accent; }
QListView, QTreeView, QTableView { background: $paper; border: none; outline: none; selection-background-color: $selection; selection-color: $ink; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $selection; color: $ink; }
QListView[look="side"], QTreeView[look="side"] { background: $surface; }
QListView[look="cards"], QListView[look="cards"]:focus { background: transparent; border: none; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 1px solid $accent; }
QListView[look="lists"], QListView[look="lists"]:focus { background: transparent; border: none; }
QTreeView[look="lists"], QTreeView[look="lists"]:focus { background: transparent; border: none; selection-background-color: transparent; show-decoration-selected: 0; }
QTreeView[look="lists"]::item:selected, QTreeView[look="lists"]::branch:selected { background: transparent; }
QListWidget[look="ticks"], QListWidget[look="ticks"]:focus { background: $field; border: 1px solid $line; border-radius: 5px; padding: 2px; }
QListWidget[look="ticks"]:focus { border-color: $accent; }
QListWidget[look="ticks"]::item { padding: 2px; }
QListWidget[look="ticks"]::indicator { width: ${p14}px; height: ${p14}px; background: $field; border: 1px solid $muted; border-radius: 3px; }
QListWidget[look="ticks"]::indicator:checked { background: $accent; border-color: $accent; image: url($icons/check-$name.svg); }
QListWidget[look="ticks"]::indicator:disabled { background: $surface; border-color: $line; }
QTreeView[look="found"], QTreeView[look="found"]:focus { background: transparent; border: none; }
QTreeView[look="found"]::indicator { width: ${p14}px; height: ${p14}px; background: $field; border: 1px solid $muted; border-radius: 3px; }
QTreeView[look="found"]::indicator:checked { background: $accent; border-color: $accent; image: url($icons/check-$name.svg); }
QTreeView[look="found"]::indicator:indeterminate, QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url($icons/dash-$name.svg); }
QTableView[look="cases"]:focus, QTableView[look="compare"]:focus, QTableView[look="records"]:focus { border: none; }
QTableView[look="records"] QLineEdit { padding: 1px 6px; border-radius: 0; }
QTableView[look="rows"]::item { padding: ${p2}px ${p4}px; }
QTableView[look="rows"] { background: $field; border: 1px solid $line; border-radius: 6px; }
QTableView[look="rows"]:focus { border-color: $accent; }
QTableView[look="rows"] QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }
QHeaderView { background: $surface; }
QTableView[look="compare"] QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; border-right: 1px solid $line; }
QLineEdit[look="name"] { background: transparent; border-color: transparent; font-size: ${s15}px; font-weight: 700; }
QLineEdit[look="name"]:hover { border-color: $line; }
QLineEdit[look="name"]:focus { background: $field; border: 2px solid $accent; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 8px; font-weight: 600; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }
QMenuBar { background: $surface; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $selection; color: $ink; }
QMenu { background: $field; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 10px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { border: 1px solid $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 5px; min-height: 5px; text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: ${p14}px; height: ${p14}px; background: $field; border: 1px solid $muted; border-radius: 3px; }
QRadioButton::indicator { border-radius: ${radio}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($icons/check-$name.svg); }
QRadioButton::indicator:checked { border: ${p4}px solid $accent; border-radius: ${radio_on}px; width: ${p8}px; height: ${p8}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator:disabled { background: $surface; border-color: $line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(colours: Mapping[str, Any], zoom: float) -> str:
    """The sheet for one set of colours; `zoom` scales type and what goes with it (1.0 is 100 %).

    In the sheet `${s12}` is a size of type and `${p4}` a length, both in pixels at 100 %.
    """
    values = {key: value for key, value in colours.items() if isinstance(value, str)}
    values["icons"] = (paths.resources() / "icons" / "sheet").as_posix()
    for key, pair in colours.items():
        if isinstance(pair, tuple):
            values |= {f"{key}{at}": colour for at, colour in enumerate(pair)}
    scaled = {
        f"{kind}{size}": str(round(size * zoom))
        for kind, most in (("s", 24), ("p", 64))
        for size in range(1, most + 1)
    }
    # A radius above half the width, border included, draws a square.
    rounds = {"radio": round(14 * zoom) // 2 + 1, "radio_on": round(4 * zoom) + round(8 * zoom) // 2}
    return SHEET.substitute(values | scaled | {name: str(size) for name, size in rounds.items()})
