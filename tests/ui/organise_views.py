"""The views and dialogs that bring order among many cases, as `tests.ui.views` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton, QTreeView, QWidget

from casebook.domain.case import Case
from casebook.domain.records import TermRef
from casebook.storage.listing import ListQuery
from casebook.ui.organise.bulk_dialog import BulkDialog
from casebook.ui.organise.collection_picker import CollectionPicker
from casebook.ui.organise.collections_tree import CollectionsTree
from casebook.ui.organise.tags_dialog import TagsDialog
from casebook.ui.theme import TAG_COLOURS
from casebook.ui.widgets.line_delegate import NOTE_ROLE
from casebook.ui.widgets.look import with_look

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
    if not library.cases.count(ListQuery(text=TITLES[1])):
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
    scene.qtbot.waitUntil(lambda: bool(dialog.findChildren(QToolButton, "tag-offer")), timeout=5000)
    return dialog


def _collections(scene: Scene) -> list[str]:
    """Ids of some collections with cases in them."""
    library = scene.workbench.library
    assert library is not None
    if not library.collections.all():
        ids = several_cases(scene)
        west = library.collections.create("West Africa")
        mano = library.collections.create("Mano river", west.id)
        police = library.collections.create("Police components of missions under Chapter VII")
        for where, some in ((west, ids[:2]), (mano, ids[1:4]), (police, ids[:1])):
            library.collections.put(where.id, some)
        scene.workbench.cases_changed.emit()
    return [one.id for one in library.collections.all()]


def collections(scene: Scene) -> QWidget:
    held = _collections(scene)
    tree = CollectionsTree(scene.workbench)
    scene.qtbot.addWidget(tree)
    scene.window.shown_aside = tree
    with_look(tree, "side")
    tree.choose(held[1])
    tree.resize(240, 260)
    tree.show()
    counted = tree.findChild(QTreeView, "collections").model()
    scene.qtbot.waitUntil(lambda: bool(counted.index(0, 0).data(NOTE_ROLE)), timeout=5000)
    return tree


def collection_picker(scene: Scene) -> QWidget:
    _collections(scene)
    dialog = CollectionPicker(scene.workbench, several_cases(scene)[:2], scene.window)
    scene.qtbot.addWidget(dialog)
    dialog.show()
    dialog.findChild(QLineEdit, "collection-field").setText("r")
    return dialog


def tags(scene: Scene) -> QWidget:
    several_cases(scene)
    colours = scene.workbench.tag_colours
    for tag, colour in zip(sorted(scene.workbench.library.facts.words("tags")), TAG_COLOURS, strict=False):
        colours.keep({tag: colour})
    dialog = TagsDialog(scene.workbench, scene.window)
    scene.qtbot.addWidget(dialog)
    dialog.show()
    dialog.findChild(QLineEdit, "tag-name").setText("borders")
    scene.qtbot.waitUntil(lambda: "change" in dialog.findChild(QLabel, "plan-words").text(), timeout=5000)
    return dialog


ORGANISE_VIEWS = (bulk, bulk_nothing_wished, collections, collection_picker, tags)
