"""Colours, type and spacing: the only place that names a colour."""

from typing import Literal, get_args

import attrs
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from casebook.ui.stylesheet import stylesheet

TagColour = Literal["red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"]
State = Literal["ok", "notice", "warning", "danger", "neutral", TagColour]

TAG_COLOURS: tuple[TagColour, ...] = get_args(TagColour)
"""The colours a tag may have, in the order in which they are offered."""

GRID = 4
"""Pixels; all spacing is 4, 8, 12, 16 or 24."""

PAGE_TITLE, SECTION_TITLE, BODY, SMALL = 17.0, 15.0, 13.0, 11.5
"""Sizes of type in px at 100 % text."""


@attrs.frozen(kw_only=True)
class Tokens:
    """Named colours as #rrggbb; each state is a pair of background and text with a contrast of 4.5 : 1 or more.

    The last eight stand for nothing; a person gives them to tags.
    """

    name: str
    paper: str
    surface: str
    field: str
    line: str
    ink: str
    muted: str
    rail: str
    rail_active: str
    rail_ink: str
    accent: str
    on_accent: str
    selection: str
    ok: tuple[str, str]
    notice: tuple[str, str]
    warning: tuple[str, str]
    danger: tuple[str, str]
    neutral: tuple[str, str]
    red: tuple[str, str]
    orange: tuple[str, str]
    yellow: tuple[str, str]
    green: tuple[str, str]
    teal: tuple[str, str]
    blue: tuple[str, str]
    violet: tuple[str, str]
    pink: tuple[str, str]

    def state(self, state: State) -> tuple[QColor, QColor]:
        """Background and text colour of a state."""
        background, text = getattr(self, state)
        return QColor(background), QColor(text)


LIGHT = Tokens(
    name="light",
    paper="#F6F5F1",
    surface="#FBFAF7",
    field="#FFFFFF",
    line="#DEDBD2",
    ink="#1D2730",
    muted="#5F6A73",
    rail="#12343B",
    rail_active="#1F545F",
    rail_ink="#D5E3E6",
    accent="#0F5C6E",
    on_accent="#FFFFFF",
    selection="#E3EEF1",
    ok=("#DFF0DE", "#22602A"),
    notice=("#DCEBEF", "#0F5566"),
    warning=("#FCEFD3", "#7A4E00"),
    danger=("#F9DEDC", "#8F2318"),
    neutral=("#E6E3DA", "#4A5057"),
    red=("#F8DCDC", "#8A1C1C"),
    orange=("#FBE3CF", "#7F3D00"),
    yellow=("#F7EDC2", "#665000"),
    green=("#DCEFD8", "#275C22"),
    teal=("#D3EEEA", "#0B5A52"),
    blue=("#DAE6F8", "#1D4A8C"),
    violet=("#E8E0F6", "#553092"),
    pink=("#F8DCEB", "#861B57"),
)

DARK = Tokens(
    name="dark",
    paper="#1B2023",
    surface="#22292D",
    field="#2A3236",
    line="#39434A",
    ink="#E8ECEE",
    muted="#9AA6AE",
    rail="#0E2226",
    rail_active="#1C434B",
    rail_ink="#C9D8DC",
    accent="#5FB3C4",
    on_accent="#0D2227",
    selection="#243B43",
    ok=("#21402A", "#A9DDB1"),
    notice=("#1E414A", "#A3D9E5"),
    warning=("#46381A", "#F0CF8B"),
    danger=("#4E2723", "#F5B3AC"),
    neutral=("#343D42", "#C6CED3"),
    red=("#55292A", "#F6B6B2"),
    orange=("#553619", "#F4C79A"),
    yellow=("#4A4219", "#EBDA8E"),
    green=("#2A4526", "#B3DDA6"),
    teal=("#173F3B", "#98DCD2"),
    blue=("#24395A", "#B0CCF4"),
    violet=("#3D2F5C", "#D2C0F3"),
    pink=("#532840", "#F3B6D5"),
)


def between(one: str, other: str, share: float) -> QColor:
    """The colour that lies a share of the way from one (#rrggbb) to the other."""
    first, second = QColor(one), QColor(other)
    return QColor(
        *(
            round(low + (high - low) * share)
            for low, high in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
        )
    )


def tokens_of(_widget: QWidget) -> Tokens:
    """The colours in force where the widget stands: the application's, since a style sheet blurs a widget's own."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply_theme(app: QApplication, tokens: Tokens, *, text_percent: int = 100) -> None:
    """Give the whole application one look; `text_percent` scales all type (100 to 200)."""
    # Taking the old sheet off first is ten times faster than putting a new one in its place.
    app.setStyleSheet("")
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(tokens))
    font = QFont(app.font())
    font.setPixelSize(round(BODY * text_percent / 100))
    app.setFont(font)
    app.setStyleSheet(stylesheet(attrs.asdict(tokens), text_percent / 100))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for names, colour in (
        ((role.Window,), tokens.paper),
        ((role.Base,), tokens.field),
        ((role.AlternateBase, role.Button, role.ToolTipBase), tokens.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), tokens.ink),
        ((role.PlaceholderText,), tokens.muted),
        ((role.Highlight, role.Link, role.Accent), tokens.accent),
        ((role.HighlightedText,), tokens.on_accent),
        ((role.Mid, role.Dark, role.Midlight), tokens.line),
    ):
        for name in names:
            palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.muted))
    return palette
