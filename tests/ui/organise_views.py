"""The views and dialogs that bring order among many cases, as `tests.ui.views` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from casebook.domain.case import Case
from casebook.domain.records import TermRef
from casebook.storage.listing import ListQuery
from casebook.ui.organise.bulk_dialog import BulkDialog

if TYPE_CHECKING:
    from tests.ui.views import Scene

TITLES = (
    "Ceasefire cell in Gao",
    "Ganta border post",
    "Joint patrols on the Mano river",
    "Vetting in Bangui",
)


def several_cases(scene: Scene) -> list[str]:
    """Ids of all cases of the library, some of them short; one lies in the Trash."""
    library = scene.workbench.library
    assert library is not None
    if library.cases.count(ListQuery()) <= len(TITLES):
        library.cases.add_all(
            Case(title=title, status=TermRef("draft"), tags=("patrols", "border"), ref_code=f"XX-{at}")
            for at, title in enumerate(TITLES)
        )
        library.cases.trash(library.cases.ids(ListQuery())[0])
        scene.workbench.cases_changed.emit()
    return library.cases.ids(ListQuery()) + library.cases.ids(ListQuery(trashed=True))


def bulk(scene: Scene) -> QWidget:
    dialog = BulkDialog(scene.workbench, several_cases(scene), scene.window)
    scene.qtbot.addWidget(dialog)
    dialog.show()
    status = dialog.findChild(QComboBox, "wish-status")
    status.setCurrentIndex(status.findData("draft"))
    scene.qtbot.waitUntil(lambda: "refused" in dialog.findChild(QLabel, "plan-words").text(), timeout=5000)
    return dialog


def bulk_nothing_wished(scene: Scene) -> QWidget:
    dialog = BulkDialog(scene.workbench, several_cases(scene), scene.window)
    scene.qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.findChild(QPushButton, "change").isEnabled()
    return dialog


ORGANISE_VIEWS = (bulk, bulk_nothing_wished)
