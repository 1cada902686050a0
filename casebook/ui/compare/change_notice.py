"""Says which cases changed since a comparison was last looked at, and offers to see only that."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.filter_bar import FilterBar
from casebook.ui.compare.row_filter import Which
from casebook.ui.widgets.message_bar import MessageBar


class ChangeNotice(QObject):
    """Owns what the bar above the table says."""

    def __init__(self, desk: ComparisonDesk, bar: MessageBar, filters: FilterBar) -> None:
        super().__init__(bar)
        self._desk, self._bar, self._filters = desk, bar, filters

    def show(self) -> str:
        """Say what changed; returns since when, in words."""
        desk = self._desk
        since, comparison = day_words(desk.synthesis.seen_at), desk.comparison
        if comparison is None or not (desk.changed_cases or desk.gone):
            self._bar.hide()
            return since
        if not desk.changed_cases:
            self._bar.show_message(self._gone(), "warning")
            return since
        changed = (case for case in comparison.cases if case.id in desk.changed_cases)
        names = ", ".join(case.ref_code or comparison.wording.title(case, case) for case in changed)
        rows = len(desk.changed)
        counted = (
            self.tr("1 row says something else")
            if rows == 1
            else self.tr("{} rows say something else").format(rows)
        )
        text = self.tr("Changed since {day}: {cases}. {rows}.").format(day=since, cases=names, rows=counted)
        if desk.gone:
            text += " " + self._gone()
        if self._filters.filter.which is Which.CHANGED or not rows:
            self._bar.show_message(text, "notice", self.tr("I have seen it"), self._forget)
        else:
            self._bar.show_message(text, "notice", self.tr("Show only these"), self._show_only)
        return since

    def _gone(self) -> str:
        if self._desk.gone == 1:
            return self.tr("1 case of this comparison is no longer in the library.")
        return self.tr("{} cases of this comparison are no longer in the library.").format(self._desk.gone)

    def _show_only(self) -> None:
        self._filters.choose(Which.CHANGED)
        self.show()

    def _forget(self) -> None:
        self._filters.choose(Which.ALL)
        self._desk.forget_changes()


def day_words(moment: str) -> str:
    """The day of a moment (ISO 8601) in the words of the window; empty for none."""
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return ""
    locale = QLocale()
    form = "d MMMM" if day.year == QDate.currentDate().year() else "d MMMM yyyy"
    return locale.toString(QDate(day.year, day.month, day.day), form)
