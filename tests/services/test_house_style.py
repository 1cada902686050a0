"""The house style stays in the library; citation styles of one's own are checked and copied."""

import shutil

import pytest

from casebook import paths
from casebook.domain.errors import CasebookError, FormatError, LibraryError
from casebook.publishing.look import Look, Paper
from casebook.publishing.order import Order
from casebook.services.house_style import (
    KIND,
    add_citation_style,
    citation_styles,
    house_look,
    keep_house_look,
    logo_of,
    styles_of_word,
)
from casebook.services.publishing import preview, publish_all, take_out
from casebook.storage.library import Library

LOOK = Look(organisation="Peace Centre", paper=Paper.LETTER, citation_style="apa")


@pytest.fixture
def own_styles():
    folder = paths.user_styles()
    yield folder
    shutil.rmtree(folder)


def test_a_library_has_the_usual_look_until_it_gets_one_of_its_own(sample_library):
    with Library.open(sample_library) as library:
        assert house_look(library) == Look()
        keep_house_look(library, Look(organisation="First"))
        keep_house_look(library, LOOK)
        assert len(library.shelf.all(KIND)) == 1
    with Library.open(sample_library, read_only=True) as library:
        assert house_look(library) == LOOK
        with pytest.raises(LibraryError):
            keep_house_look(library, Look())


def test_every_report_of_the_library_has_its_house_style(sample_library, tmp_path):
    with Library.open(sample_library) as library:
        keep_house_look(library, LOOK)
        manuscript = take_out(library, library.cases.resolve("LR-2003-001"))
    (made,) = publish_all([manuscript], Order(folder=tmp_path, formats=("html",)))
    html = made.files[0].read_text(encoding="utf-8")
    assert "Peace Centre" in html and "(Nichols, 2005)" in html
    assert preview(manuscript, Order(folder=tmp_path)).pdf.startswith(b"%PDF")
    order = Order(folder=tmp_path, formats=("html",), look=Look(), citation_style="chicago-author-date")
    (other,) = publish_all([manuscript], order)
    html = other.files[0].read_text(encoding="utf-8")
    assert "Peace Centre" not in html and "(Nichols 2005)" in html


def test_a_citation_style_is_added_once_and_never_replaces_another(own_styles, tmp_path):
    file = tmp_path / "my field.csl"
    shutil.copy(paths.resources() / "csl" / "apa.csl", file)
    assert add_citation_style(file).key == "my field" and add_citation_style(file).own
    assert "my field" in {style.key for style in citation_styles()}
    shutil.copy(paths.resources() / "csl" / "casebook.csl", file)
    with pytest.raises(CasebookError, match="“my field” already"):
        add_citation_style(file)
    assert len(list(own_styles.iterdir())) == 1


def test_what_is_no_style_is_not_kept(own_styles, tmp_path):
    file = tmp_path / "made.csl"
    file.write_text("<style/>", encoding="utf-8")
    with pytest.raises(FormatError):
        add_citation_style(file)
    assert list(own_styles.iterdir()) == []


def test_logo_and_word_styles_are_checked(tmp_path):
    assert logo_of(paths.resources() / "icons" / "casebook.svg")
    for read in (logo_of, styles_of_word):
        with pytest.raises(FormatError, match="made"):
            file = tmp_path / "made"
            file.write_bytes(b"nothing")
            read(file)
