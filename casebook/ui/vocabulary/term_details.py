"""Right of the word lists: one term with its labels, what it means, where it is used, and whether it is offered."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from casebook.domain.vocabulary import FALLBACK, Term
from casebook.domain.word_list import WordList
from casebook.ui.vocabulary.label_lines import LabelLines
from casebook.ui.vocabulary.retire_box import RetireBox
from casebook.ui.vocabulary.term_cases import TermCases
from casebook.ui.widgets.look import with_look


class TermDetails(QScrollArea):
    """Says what a person wants to change; `show_term` shows what is so."""

    changed = Signal(object, str)
    """A function from the list to the list as it should be, and what the step is called."""
    cases_wanted = Signal()
    case_opened = Signal(str)
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "aside")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("pane", True)
        self._term: Term | None = None
        self._language = FALLBACK
        self._title = with_look(QLabel(), "title")
        self._title.setObjectName("term-title")
        self._path = with_look(QLabel(), "small")
        self._path.setObjectName("term-path")
        self._notice = with_look(QLabel(), "small")
        self._notice.setObjectName("term-notice")
        self.labels = LabelLines()
        self._meaning = QPlainTextEdit()
        self._meaning.setObjectName("meaning")
        self._meaning.setTabChangesFocus(True)
        self._meaning.setAccessibleName(self.tr("What it means"))
        self._meaning.installEventFilter(self)
        self.cases = TermCases()
        self.retire = RetireBox()
        for label in (self._title, self._path, self._notice):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._connect()

    def show_term(self, words: WordList, term: Term, language: str, *, may_change: bool) -> None:
        """Show a term of a list."""
        self._term, self._language = term, language
        self._title.setText(term.words(language))
        self._path.setText(words.listed.path(term.broader, language) if term.broader else "")
        self._path.setVisible(bool(term.broader))
        self._notice.setText(self._noticed(words, may_change=may_change))
        self._notice.setVisible(bool(self._notice.text()))
        title = tuple(words.listed.title)
        wanted = (FALLBACK, *(one for one in (*title, language) if one != FALLBACK))
        self.labels.show_labels(term.label, tuple(dict.fromkeys(wanted)), may_change=may_change)
        meaning = term.definition.get(language) or term.definition.get(FALLBACK, "")
        self._meaning.setReadOnly(not may_change)
        if self._meaning.toPlainText() != meaning:
            self._meaning.setPlainText(meaning)
        newer = words.listed.path(term.deprecated_by, language) if term.deprecated_by else ""
        retired = self.tr("It is no longer offered. “{}” is used instead.").format(newer) if newer else ""
        may_retire = may_change and not words.fixed
        self.retire.setVisible(not words.fixed)
        self._offered.setVisible(not words.fixed)
        self.retire.show_state(retired, _instead_of(words, term, language), may_change=may_retire)

    def show_use(self, words: WordList, counts: Mapping[str, int] | None) -> None:
        """Show where the term is used; None while that is counted."""
        if self._term is None:
            return
        term_id = self._term.id
        self.cases.show_count(
            counts.get(term_id, 0) if counts is not None else None,
            elsewhere=counts is not None and term_id in counts,
        )
        why_not = ""
        if counts is None:
            why_not = self.tr("It is being looked up whether a case uses this word.")
        elif term_id in counts:
            why_not = self.tr("A word that is used cannot be deleted. Offer it no longer instead.")
        self.retire.show_deletable(why_not, shown=words.is_own(term_id))

    def flush(self) -> None:
        """Tell what is typed and not told yet."""
        self.labels.flush()
        self._tell_meaning()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 46, 400)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._meaning:
            if event.type() == QEvent.Type.FocusOut:
                self._tell_meaning()
            elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
                if event.matches(undo) or event.matches(redo):
                    self._tell_meaning()
                    event.ignore()
                    return True
        return super().eventFilter(watched, event)

    def _noticed(self, words: WordList, *, may_change: bool) -> str:
        if not may_change:
            return self.tr("This library is open for reading only.")
        if words.fixed:
            return self.tr("Casebook goes by this list itself: its words can be changed, not what they are.")
        return ""

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._path)
        column.addWidget(self._notice)
        column.addSpacing(12)
        column.addWidget(self.labels)
        column.addSpacing(12)
        head = with_look(QLabel(self.tr("What it means")), "label")
        head.setBuddy(self._meaning)
        column.addWidget(head)
        self._meaning.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 16)
        column.addWidget(self._meaning)
        column.addSpacing(16)
        column.addWidget(with_look(QLabel(self.tr("Where it is used").upper()), "caps"))
        column.addWidget(self.cases)
        column.addSpacing(16)
        self._offered = with_look(QLabel(self.tr("Out of use").upper()), "caps")
        column.addWidget(self._offered)
        column.addWidget(self.retire)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(page)

    def _connect(self) -> None:
        self.labels.relabelled.connect(self._relabel)
        self.cases.wanted.connect(self.cases_wanted)
        self.cases.opened.connect(self.case_opened)
        self.retire.retire_wanted.connect(
            lambda newer: self._change(
                lambda words, term_id: words.retiring(term_id, newer), self.tr("Offer a word no longer")
            )
        )
        self.retire.offer_wanted.connect(
            lambda: self._change(
                lambda words, term_id: words.offering(term_id), self.tr("Offer a word again")
            )
        )
        self.retire.delete_wanted.connect(self.delete_wanted)

    def _relabel(self, language: str, text: str) -> None:
        self._change(
            lambda words, term_id: words.relabelling(term_id, {language: text}), self.tr("Rename a word")
        )

    def _tell_meaning(self) -> None:
        term, text = self._term, self._meaning.toPlainText().strip()
        if term is None or self._meaning.isReadOnly():
            return
        if text != (term.definition.get(self._language) or term.definition.get(FALLBACK, "")):
            language = self._language
            self._change(
                lambda words, term_id: words.defining(term_id, {language: text}),
                self.tr("Say what a word means"),
            )

    def _change(self, step: Callable[[WordList, str], WordList], text: str) -> None:
        if self._term is not None:
            term_id = self._term.id
            self.changed.emit(lambda words: step(words, term_id), text)


def _instead_of(words: WordList, term: Term, language: str) -> list[tuple[str, str]]:
    """Terms that may stand in for another, by id, with their paths."""
    return [
        (other.id, words.listed.path(other.id, language))
        for _depth, other in words.listed.walk()
        if other.id != term.id and not other.deprecated_by
    ]
