"""How a report looks and speaks: whose look, which style of citation, which language."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from casebook.domain.vocabulary import languages_of
from casebook.publishing.builds import HOUSE, PLAIN, Build
from casebook.services.house_style import citation_styles
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class LookChoice(QWidget):
    """Emits `changed` when the person chooses; showing a build tells nothing."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(6)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._look = self._box("build-look", self.tr("Look"))
        self._look.addItem(self.tr("House style of this library"), HOUSE)
        self._look.addItem(self.tr("Casebook’s own"), PLAIN)
        self._style = self._box("citation-style", self.tr("Citations"))
        self._language = self._box("report-language", self.tr("Language"))
        self._offer_styles()
        self._language.addItem(self.tr("That of the window"), "")
        for code in languages_of(workbench.vocabularies):
            self._language.addItem(_named(code), code)

    @property
    def look(self) -> str:
        """Whose look: that of the house, or Casebook's own."""
        return str(self._look.currentData())

    @property
    def citation_style(self) -> str:
        """Key of the style; empty for that of the look."""
        return str(self._style.currentData())

    @property
    def language(self) -> str:
        """ISO 639-1 code; empty for the language of the window."""
        return str(self._language.currentData())

    def show_build(self, build: Build) -> None:
        """Show what a build holds; a style or language that is not at hand here stands under its key."""
        for box, value in (
            (self._look, build.look),
            (self._style, build.citation_style),
            (self._language, build.language),
        ):
            if box.findData(value) < 0:
                box.addItem(value, value)
            box.setCurrentIndex(box.findData(value))

    def showEvent(self, event: QShowEvent) -> None:
        """Styles come and go with files in the user's folder."""
        super().showEvent(event)
        chosen = self.citation_style
        self._style.clear()
        self._offer_styles()
        if self._style.findData(chosen) < 0:
            self._style.addItem(chosen, chosen)
        self._style.setCurrentIndex(self._style.findData(chosen))

    def _offer_styles(self) -> None:
        self._style.addItem(self.tr("As the look has it"), "")
        for style in citation_styles():
            self._style.addItem(style.title, style.key)

    def _box(self, name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.activated.connect(lambda _at: self.changed.emit())
        self._form.addRow(label, box)
        words = self._form.labelForField(box)
        if words is not None:
            with_look(words, "small")
        return box


def _named(code: str) -> str:
    """A language in its own words: "français"."""
    return QLocale(code).nativeLanguageName() or code
