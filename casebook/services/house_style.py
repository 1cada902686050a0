"""The house style of a library, kept in it, so that everyone who has the file publishes alike; and citation styles."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook import paths
from casebook.domain.errors import CasebookError
from casebook.domain.marking import _
from casebook.publishing.citation_styles import ENDING, CitationStyle, find_styles, read_style
from casebook.publishing.look import Look, look_of, plain_look
from casebook.publishing.typesetting import typesetter

if TYPE_CHECKING:
    from casebook.storage.library import Library

KIND, NAME = "look", "house"
TAKEN = _("There is a citation style called “{}” already; rename the file and add it again.")
NOT_KEPT = _("The citation style could not be kept ({}); nothing was changed.")


def house_look(library: "Library") -> Look:
    """The library's house style; the usual look when it has none.

    Raises:
        LibraryError: it cannot be read.
    """
    held = _held(library)
    return look_of(held.body) if held is not None else Look()


def keep_house_look(library: "Library", look: Look) -> None:
    """Make this the library's house style.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: the disk is full or refuses.
    """
    held = _held(library)
    library.shelf.put(KIND, NAME, plain_look(look), held.id if held is not None else "")


def logo_of(path: Path) -> str:
    """The logo in a file, checked and drawn anew, as a `Look` holds it.

    Raises:
        FormatError: it is none that can be used.
    """
    from casebook.publishing.logo import read_logo

    return read_logo(path, typesetter(paths.resources() / "fonts"))


def styles_of_word(path: Path) -> str:
    """The styles of a Word document, checked, as a `Look` holds them.

    Raises:
        FormatError: it is no Word document, is too large or holds macros.
    """
    from casebook.publishing.word_styles import read_styles

    return read_styles(path)


def masters_of_slides(path: Path) -> str:
    """The master and layouts of a PowerPoint presentation, checked, as a `Look` holds them.

    Raises:
        FormatError: it is no presentation, is too large, holds macros, or has no layouts to make slides with.
    """
    from casebook.publishing.slide_masters import read_masters

    return read_masters(path)


def style_folders() -> tuple[Path, tuple[Path, ...]]:
    """Where citation styles are: those shipped, and the user's own."""
    return paths.resources() / "csl", (paths.user_styles(),)


def citation_styles() -> tuple[CitationStyle, ...]:
    """The citation styles at hand, Casebook's own first."""
    return find_styles(*style_folders())


def add_citation_style(path: Path) -> CitationStyle:
    """Check a style in CSL and keep a copy of it with the user's own; one that is there already stays.

    Raises:
        FormatError: it is no style that can be used.
        CasebookError: there is another of that name, or it cannot be written.
    """
    from casebook.services.attaching import safe_name

    style = read_style(path)
    kept = paths.user_styles() / safe_name(f"{path.stem}{ENDING}")
    try:
        with kept.open("xb") as file:
            file.write(style.text)
    except FileExistsError as error:
        if kept.read_bytes() != style.text:
            raise CasebookError(TAKEN.format(kept.stem)) from error
    except OSError as error:
        raise CasebookError(NOT_KEPT.format(error.strerror or error)) from error
    return read_style(kept)


def _held(library: "Library") -> Any:
    return next(iter(library.shelf.all(KIND)), None)
