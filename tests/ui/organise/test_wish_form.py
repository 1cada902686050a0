"""What is chosen in the form becomes the wish, and nothing else."""

import pytest
from PySide6.QtWidgets import QComboBox

from casebook.domain.records import Sensitivity
from casebook.services.bulk import Wish
from casebook.ui.organise.wish_form import WishForm


@pytest.fixture
def form(desk, qtbot):
    made = WishForm(desk)
    qtbot.addWidget(made)
    return made


def choose(form, name, value):
    combo = form.findChild(QComboBox, f"wish-{name}")
    combo.setCurrentIndex(combo.findData(value))


def test_left_alone_it_wishes_nothing(form):
    assert form.wish() == Wish() and form.wish().empty


@pytest.mark.parametrize(
    ("name", "value", "wish"),
    [
        ("status", "approved", Wish(status="approved")),
        ("language", "fr", Wish(language="fr")),
        ("sensitivity", "public", Wish(sensitivity=Sensitivity.PUBLIC)),
        ("trash", "in", Wish(trash=True)),
        ("trash", "out", Wish(trash=False)),
        ("people", "replace", Wish()),
    ],
)
def test_a_choice_is_a_wish(form, name, value, wish, qtbot):
    with qtbot.waitSignal(form.changed):
        choose(form, name, value)
    assert form.wish() == wish


def test_collections_stand_below_one_another(form):
    combo = form.findChild(QComboBox, "wish-into")
    assert [combo.itemText(row) for row in range(1, combo.count())] == [
        "West Africa",
        "    Mano river",
        "Police",
    ]
