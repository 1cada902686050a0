"""The tags of a library: their colours; renamed, merged and deleted everywhere, as a plan first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.services.bulk import Plan, Wish
from casebook.services.tags import Tag, cases_with, deleting, renaming, tags_of
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.organise.lookahead import Lookahead
from casebook.ui.organise.plan_view import PlanView
from casebook.ui.organise.swatches import Swatches
from casebook.ui.organise.tag_list import TagList
from casebook.ui.sweep_step import SweepStep
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

WIDTH = 760
LONGEST = 200
RENAME, DELETE = "rename", "delete"


class TagsDialog(PlainDialog):
    """Stands beside the window, which stays usable; closes when another library is opened."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("TagsDialog", "Tags"), parent, WIDTH, fills=True)
        self._workbench = workbench
        self._colours = workbench.tag_colours
        self._counts: dict[str, int] = {}
        self._plan: Plan | None = None
        self._build()
        self._ahead = Lookahead(workbench, self)
        self._connect()
        self.show_tags()

    def show_tags(self) -> None:
        """Show the tags that the library has now."""
        library = self._workbench.library
        tags: list[Tag] = []
        try:
            tags = tags_of(library) if library is not None else []
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
        self._counts = {tag.name: tag.count for tag in tags}
        self.tags.show_tags(tags, self.tags.chosen or [tag.name for tag in tags[:1]])
        self.tags.filter(self._filter.text())
        if not tags:
            self._shown.say(
                self.tr("No case has a tag yet. Give tags in Write, or to a selection with Change…")
            )

    def _build(self) -> None:
        self._filter = QLineEdit()
        self._filter.setObjectName("tag-filter")
        self._filter.setAccessibleName(self.tr("Find a tag"))
        self._filter.setPlaceholderText(self.tr("Find a tag"))
        self._filter.setClearButtonEnabled(True)
        self.tags = TagList(self._colours)
        self.tags.setMinimumHeight(240)
        self._swatches = Swatches()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._filter)
        left.addWidget(self.tags, 1)
        left.addWidget(self._swatches)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addLayout(self._right(), 3)
        self.body.addLayout(row, 1)
        self.add_cancel(self.tr("Close"))
        self._do = self.add_button(self.tr("Change"), "do", primary=True)

    def _right(self) -> QVBoxLayout:
        self._what = QComboBox()
        self._what.setObjectName("tag-what")
        self._what.setAccessibleName(self.tr("What to do with the tag"))
        self._what.addItem(self.tr("Rename or merge"), RENAME)
        self._what.addItem(self.tr("Delete everywhere"), DELETE)
        self._name = QLineEdit()
        self._name.setObjectName("tag-name")
        self._name.setMaxLength(LONGEST)
        self._name.setAccessibleName(self.tr("New name"))
        self._about = with_look(QLabel(), "small")
        self._about.setWordWrap(True)
        self._shown = PlanView(self._workbench)
        right = QVBoxLayout()
        right.setSpacing(8)
        for widget in (self._what, self._name, self._about):
            right.addWidget(widget)
        right.addWidget(self._shown, 1)
        return right

    def _connect(self) -> None:
        self._filter.textChanged.connect(self.tags.filter)
        self.tags.itemSelectionChanged.connect(self._choice_changed)
        self.tags.rename_wanted.connect(lambda: self._begin(RENAME))
        self.tags.delete_wanted.connect(lambda: self._begin(DELETE))
        self._swatches.chosen.connect(self._give_colour)
        self._colours.changed.connect(self._show_colour)
        self._what.currentIndexChanged.connect(lambda _row: self._look())
        self._name.textChanged.connect(lambda _text: self._look())
        self._do.clicked.connect(self._change)
        self._ahead.planned.connect(self._show)
        self._ahead.failed.connect(self._shown.say)
        self._workbench.library_changed.connect(self.close)
        self._workbench.cases_changed.connect(self.show_tags)

    @property
    def _deletes(self) -> bool:
        return str(self._what.currentData()) == DELETE

    @property
    def _new(self) -> str:
        return " ".join(self._name.text().split())

    def _wish(self) -> Wish:
        chosen = self.tags.chosen
        return deleting(chosen) if self._deletes else renaming(chosen, self._new) if self._new else Wish()

    def _begin(self, what: str) -> None:
        """Go where the chosen tags are renamed or deleted."""
        self._what.setCurrentIndex(self._what.findData(what))
        if what == RENAME:
            self._name.setFocus()
            self._name.selectAll()

    def _choice_changed(self) -> None:
        """Offer the name of the tag, or, of several, the one that most cases have."""
        chosen = self.tags.chosen
        self._name.blockSignals(True)
        self._name.setText(max(chosen, key=lambda tag: self._counts.get(tag, 0), default=""))
        self._name.blockSignals(False)
        self._show_colour()
        self._look()

    def _show_colour(self) -> None:
        colours = {self._colours.colour(tag) for tag in self.tags.chosen}
        self._swatches.setEnabled(bool(colours) and not self._workbench.read_only)
        self._swatches.show_colour(colours.pop() if len(colours) == 1 else None)

    def _give_colour(self, colour: str) -> None:
        self._colours.give(self.tags.chosen, colour, self.tr("Colour tags"))

    def _look(self) -> None:
        """Plan what is wished now."""
        chosen, wish = self.tags.chosen, self._wish()
        self._plan = None
        self._name.setVisible(not self._deletes)
        self._about.setText(self._explained())
        self._about.setVisible(bool(self._about.text()))
        self._do.setText(self.tr("Delete") if self._deletes else self.tr("Rename"))
        self._do.setEnabled(False)
        self._ahead.stop()
        if not chosen or wish.tags == Wish().tags:
            self._shown.say(self.tr("Type another name to see which cases change.") if chosen else "")
        else:
            self._shown.say(self.tr("Looking at the cases…"))
            self._ahead.ask(lambda library: cases_with(library, chosen), wish)

    def _explained(self) -> str:
        chosen, new = self.tags.chosen, self._new
        if not chosen or self._deletes:
            return self.tr("The cases stay; only the tag goes.") if chosen else ""
        others = [tag for tag in chosen if tag != new]
        if others and (len(chosen) > 1 or new in self._counts):
            return self.tr("They become one tag: “{}”.").format(new)
        return ""

    def _show(self, made: Plan) -> None:
        self._plan = made
        count = len(made.changing)
        self._shown.show_plan(made)
        words = self.tr("Delete from {} cases") if self._deletes else self.tr("Rename in {} cases")
        one = self.tr("Delete from 1 case") if self._deletes else self.tr("Rename in 1 case")
        self._do.setText(one if count == 1 else words.format(f"{count:n}"))
        self._do.setEnabled(bool(count) and not self._workbench.read_only)

    def _change(self) -> None:
        made, chosen, new = self._plan, self.tags.chosen, self._new
        if made is None:
            return
        if self._deletes:
            text, words = self.tr("Delete tags"), self.tr("Deleted from {} cases.")
        else:
            text, words = self.tr("Rename tags"), self.tr("“{tag}” is the tag of {} cases now.")
            words = words.replace("{tag}", new.replace("{", "{{").replace("}", "}}"))
            self._colours.carry(chosen, new)
        SweepStep(self._workbench, made.changes, text, lambda count: words.format(f"{count:n}")).start()

    def done(self, result: int) -> None:
        """However it is left, nothing is planned any longer."""
        self._ahead.stop()
        super().done(result)
