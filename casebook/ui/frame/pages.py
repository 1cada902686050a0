"""Says what makes each page of the window; a page's modules are imported when it is first gone to."""

import attrs
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casebook.ui.actions import Actions
from casebook.ui.appearance import Appearance
from casebook.ui.frame.library_door import LibraryDoor
from casebook.ui.frame.stage import Makers
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


@attrs.frozen
class Pages:
    """What the pages are made from."""

    workbench: Workbench
    appearance: Appearance
    actions: Actions
    door: LibraryDoor

    def makers(self) -> Makers:
        """One maker for each page, by its key."""
        return {
            "welcome": self._welcome,
            "opening": self._opening,
            "library": self._library,
            "write": self._write,
            "compare": self._compare,
            "publish": self._publish,
            "settings": self._settings,
            "word-lists": self._word_lists,
            "records": self._records,
        }

    def _welcome(self) -> QWidget:
        from casebook.ui.frame.welcome_page import WelcomePage

        return WelcomePage(self.door)

    def _opening(self) -> QWidget:
        words = QCoreApplication.translate("pages", "Opening the library …")
        return with_look(EmptyState("", words), "paper")

    def _library(self) -> QWidget:
        from casebook.ui.library.library_workspace import LibraryWorkspace

        return LibraryWorkspace(self.workbench, self.actions)

    def _write(self) -> QWidget:
        from casebook.ui.write.write_workspace import WriteWorkspace

        return WriteWorkspace(self.workbench, self.actions)

    def _compare(self) -> QWidget:
        from casebook.ui.compare.compare_workspace import CompareWorkspace

        return CompareWorkspace(self.workbench)

    def _publish(self) -> QWidget:
        from casebook.ui.publish.publish_workspace import PublishWorkspace

        return PublishWorkspace(self.workbench)

    def _settings(self) -> QWidget:
        from casebook.ui.frame.settings_page import SettingsPage

        return SettingsPage(self.workbench, self.appearance)

    def _word_lists(self) -> QWidget:
        from casebook.ui.vocabulary.word_lists_page import WordListsPage

        return WordListsPage(self.workbench)

    def _records(self) -> QWidget:
        from casebook.ui.registry.records_page import RecordsPage

        return RecordsPage(self.workbench)
