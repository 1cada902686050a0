"""An empty library to bring lists into, and a list of three projects."""

import pytest

from casebook.domain.list_file import ListFile
from casebook.storage.library import Library


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "field.casebook", author="Ama Mensah") as made:
        yield made


def list_file(columns, *rows):
    return ListFile(name="list.csv", columns=columns, rows=rows, numbers=tuple(range(2, 2 + len(rows))))


@pytest.fixture
def projects():
    return list_file(
        ("Project", "Country", "Years", "Partner names", "Notes"),
        ("Training of police", "Liberia", "2003–2018", "ECOWAS; United Nations", "It went well."),
        ("Joint patrols", "Ivory Coast", "2005", "ECOWAS", None),
        ("Demining", "Libria", "2005", "A new force", None),
        (None, "Mali", "2005", None, "without a title"),
    )
