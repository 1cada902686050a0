"""Says what makes each page of the window; a page's modules are imported when it is first gone to."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casebook.ui.actions import Actions
from casebook.ui.appearance import Appearance
from casebook.ui.frame.library_door import LibraryDoor
from casebook.ui.frame.stage import Makers
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


def page_makers(workbench: Workbench, appearance: Appearance, actions: Actions, door: LibraryDoor) -> Makers:
    """One maker for each page, by key."""

    def welcome() -> QWidget:
        from casebook.ui.frame.welcome_page import WelcomePage

        return WelcomePage(door)

    def opening() -> QWidget:
        return with_look(
            EmptyState("", QCoreApplication.translate("pages", "Opening the library …")), "paper"
        )

    def library() -> QWidget:
        from casebook.ui.library.library_workspace import LibraryWorkspace

        return LibraryWorkspace(workbench, actions)

    def write() -> QWidget:
        from casebook.ui.write.write_workspace import WriteWorkspace

        return WriteWorkspace(workbench, actions)

    def compare() -> QWidget:
        from casebook.ui.compare.compare_workspace import CompareWorkspace

        return CompareWorkspace(workbench)

    def publish() -> QWidget:
        from casebook.ui.publish.publish_workspace import PublishWorkspace

        return PublishWorkspace(workbench)

    def settings() -> QWidget:
        from casebook.ui.frame.settings_page import SettingsPage

        return SettingsPage(workbench, appearance)

    return {
        "welcome": welcome,
        "opening": opening,
        "library": library,
        "write": write,
        "compare": compare,
        "publish": publish,
        "settings": settings,
    }
