"""What goes from one page to another: workspaces, search, handing cases over, the palette."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from casebook.ui.actions import Actions
from casebook.ui.frame.case_commands import Chosen
from casebook.ui.frame.rail import WORKSPACES
from casebook.ui.frame.stage import Stage
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

PAGES = (*WORKSPACES, "settings", "word-lists", "records")


class GoingCommands(QObject):
    """Each command leaves the person where the work goes on."""

    def __init__(
        self, workbench: Workbench, stage: Stage, chosen: Chosen, actions: Actions, go: Callable[[str], None]
    ) -> None:
        """`go` brings a page to the front, as the rail does."""
        super().__init__(stage)
        self._workbench = workbench
        self._stage = stage
        self._chosen = chosen
        self._actions = actions
        self._go = go

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""

        def to(key: str) -> Callable[[], None]:
            return lambda: self._go(key)

        return {
            **{key: to(key) for key in PAGES},
            "find": self.find,
            "library-map": self.show_map,
            "compare-cases": lambda: self.hand_over("compare", self._chosen()),
            "publish-cases": lambda: self.hand_over("publish", self._chosen()),
            "export-again": self.export_again,
            "palette": self.show_palette,
            "next-pane": lambda: self._stage.walk_panes(1),
            "previous-pane": lambda: self._stage.walk_panes(-1),
        }

    def find(self) -> None:
        """Search where the person is, or else in the library."""
        if self._stage.workspace is None or not self._stage.workspace.can_search:
            self._go("library")
        if self._stage.workspace is not None:
            self._stage.workspace.search()

    def show_map(self) -> None:
        """Show the map of the cases, or no longer."""
        self._go("library")
        if self._stage.workspace is not None:
            self._stage.workspace.toggle_map()

    def hand_over(self, key: str, chosen: tuple[str, ...]) -> None:
        """Go to another workspace with some cases."""
        self._workbench.flush()
        page = self._stage.page(key)
        self._go(key)
        if isinstance(page, Workspace):
            page.take_cases(chosen)

    def export_again(self) -> None:
        """Repeat the last export."""
        from casebook.ui.publish.publish_workspace import PublishWorkspace

        self._workbench.flush()
        page = self._stage.go("publish")
        if isinstance(page, PublishWorkspace):
            page.repeat()

    def show_palette(self) -> None:
        """Offer every command and every case by its name."""
        from casebook.ui.dialogs.command_palette import CommandPalette

        CommandPalette(self._workbench, self._actions, self._open_in_write, self._stage.window()).exec()

    def _open_in_write(self, case_id: str) -> None:
        if self._workbench.open_case(case_id):
            self._go("write")
