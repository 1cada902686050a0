"""The form of a house style: one control for each part of a look, each telling what is wished."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFileDialog,
    QFontComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.errors import CasebookError
from casebook.publishing.citation_styles import CitationStyle
from casebook.publishing.look import LONGEST_FOOTER, LONGEST_NAME, Lettering, Look, Paper, readable
from casebook.ui.frame.file_choice import FileChoice
from casebook.ui.i18n import translated
from casebook.ui.theme import LIGHT
from casebook.ui.widgets.look import with_look


class HouseForm(QWidget):
    """Emits `wished({part: value})`, `file_wished(part, Path)` and `style_wished(Path)`; keeps nothing itself."""

    wished = Signal(object)
    file_wished = Signal(str, object)
    style_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._files: dict[str, FileChoice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._build()

    def show_look(self, look: Look, styles: tuple[CitationStyle, ...]) -> None:
        """Show a look, and the styles there are to choose from."""
        self._filling = True
        self._organisation.setText(look.organisation)
        self._footer.setText(look.footer)
        self._accent.setText(look.accent)
        self._paper.setCurrentIndex(self._paper.findData(look.paper))
        self._lettering.setCurrentIndex(self._lettering.findData(look.lettering))
        self._family.setVisible(look.lettering is Lettering.OWN)
        if look.family:
            self._family.setCurrentFont(QFont(look.family))
        self._cover.setChecked(look.cover)
        self._style.clear()
        for style in styles:
            self._style.addItem(style.title, style.key)
        self._style.setCurrentIndex(self._style.findData(look.citation_style))
        for part, choice in self._files.items():
            choice.show_there(bool(getattr(look, part)))
        self._filling = False

    def show_reading(self, part: str) -> None:
        """Say that the file for a part is being looked at."""
        self._files[part].show_reading()

    def _wish(self, **parts: Any) -> None:
        if not self._filling:
            self.wished.emit(parts)

    def _take_colour(self) -> None:
        typed = self._accent.text().strip()
        self._notice.hide()
        try:
            colour, said = readable(typed) if typed else ("", "")
        except CasebookError as error:
            self._notice.setText(str(error))
            self._notice.show()
            return
        self._notice.setText(translated(said).format(colour))
        self._notice.setVisible(bool(said))
        self._wish(accent=colour)

    def _pick_colour(self) -> None:
        now = QColor(self._accent.text() or LIGHT.accent)
        chosen = QColorDialog.getColor(now, self, self.tr("Accent colour"))
        if chosen.isValid():
            self._accent.setText(chosen.name())
            self._take_colour()

    def _take_lettering(self) -> None:
        lettering = Lettering(self._lettering.currentData())
        own = lettering is Lettering.OWN
        self._wish(lettering=lettering, family=self._family.currentFont().family() if own else "")

    def _ask_style(self) -> None:
        kinds = self.tr("Citation styles (*.csl)")
        file, _kind = QFileDialog.getOpenFileName(self, self.tr("Add a citation style"), "", kinds)
        if file:
            self.style_wished.emit(Path(file))

    def _build(self) -> None:
        self._organisation = self._line("house-organisation", self.tr("Organisation"), LONGEST_NAME)
        self._organisation.editingFinished.connect(lambda: self._wish(organisation=self._organisation.text()))
        pictures = self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        self._file("logo", self.tr("Logo"), pictures)
        self._accent = self._line("house-accent", self.tr("Accent colour"), 7, add=False)
        self._accent.setPlaceholderText(LIGHT.accent)
        self._accent.editingFinished.connect(self._take_colour)
        pick = QPushButton(self.tr("Choose…"))
        pick.setObjectName("house-accent-choose")
        pick.setAccessibleName(self.tr("Choose: {}").format(self.tr("Accent colour")))
        pick.clicked.connect(self._pick_colour)
        self._add(self.tr("Accent colour"), self._accent, pick)
        self._notice = with_look(QLabel(), "small")
        self._notice.setObjectName("house-notice")
        self._notice.setWordWrap(True)
        self._notice.hide()
        self._column.addWidget(self._notice)
        self._build_paper()
        self._footer = self._line("house-footer", self.tr("Line at the foot of every page"), LONGEST_FOOTER)
        self._footer.editingFinished.connect(lambda: self._wish(footer=self._footer.text()))
        self._build_citations()
        documents = self.tr("Word documents (*.docx *.dotx)")
        self._file("word_styles", self.tr("Styles of a Word document"), documents)
        slides = self.tr("PowerPoint presentations (*.pptx *.potx)")
        self._file("slide_masters", self.tr("Layouts of a PowerPoint presentation"), slides)

    def _build_paper(self) -> None:
        papers = ((self.tr("A4"), Paper.A4), (self.tr("US Letter"), Paper.LETTER))
        self._paper = self._choice("house-paper", self.tr("Paper"), papers)
        self._paper.activated.connect(lambda _at: self._wish(paper=self._paper.currentData()))
        letterings = (
            (self.tr("Noto Serif, headings in Noto Sans"), Lettering.SERIF),
            (self.tr("Noto Sans throughout"), Lettering.SANS),
            (self.tr("A font of this computer"), Lettering.OWN),
        )
        self._lettering = self._choice("house-lettering", self.tr("Letters"), letterings)
        self._lettering.activated.connect(lambda _at: self._take_lettering())
        self._family = QFontComboBox()
        self._family.setObjectName("house-family")
        self._family.setAccessibleName(self.tr("Font"))
        self._family.setEditable(False)
        self._family.activated.connect(lambda _at: self._take_lettering())
        self._column.addWidget(self._family)
        self._cover = QCheckBox(self.tr("Long reports begin with a cover page"))
        self._cover.setObjectName("house-cover")
        self._cover.toggled.connect(lambda on: self._wish(cover=on))
        self._column.addSpacing(8)
        self._column.addWidget(self._cover)

    def _build_citations(self) -> None:
        self._style = QComboBox()
        self._style.setObjectName("house-citation-style")
        self._style.setAccessibleName(self.tr("Citation style"))
        self._style.setMinimumContentsLength(20)
        self._style.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._style.activated.connect(lambda _at: self._wish(citation_style=self._style.currentData()))
        add = QPushButton(self.tr("Add…"))
        add.setObjectName("house-add-style")
        add.setAccessibleName(self.tr("Add a citation style"))
        add.setToolTip(self.tr("A style in CSL, the Citation Style Language"))
        add.clicked.connect(self._ask_style)
        self._add(self.tr("Citation style"), self._style, add)

    def _line(self, name: str, title: str, longest: int, *, add: bool = True) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setMaxLength(longest)
        if add:
            self._add(title, line)
        return line

    def _choice(self, name: str, title: str, offered: tuple[tuple[str, Any], ...]) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        for words, value in offered:
            combo.addItem(words, value)
        self._add(title, combo)
        return combo

    def _file(self, part: str, title: str, kinds: str) -> None:
        choice = FileChoice(f"house-{part.replace('_', '-')}", title, kinds)
        choice.chosen.connect(lambda path: self.file_wished.emit(part, path))
        choice.removed.connect(lambda: self._wish(**{part: ""}))
        self._files[part] = choice
        self._add(title, choice)

    def _add(self, title: str, control: QWidget, button: QPushButton | None = None) -> None:
        label = with_look(QLabel(title), "label")
        label.setBuddy(control)
        self._column.addSpacing(8)
        self._column.addWidget(label)
        if button is None:
            self._column.addWidget(control)
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(control, 1)
        row.addWidget(button)
        self._column.addLayout(row)
