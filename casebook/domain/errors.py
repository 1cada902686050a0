"""Errors that carry one sentence for the person at the screen."""


class CasebookError(Exception):
    """Something was refused or failed; `str(error)` is a whole sentence a user can act on."""


class DateError(CasebookError):
    """A typed date could not be understood."""


class ChangeError(CasebookError):
    """A change does not fit the case it was applied to."""


class VocabularyError(CasebookError):
    """A vocabulary file is damaged or names a term that is not there."""


class FormatError(CasebookError):
    """A file from outside is not what it claims to be; `path` points at the offending value."""

    def __init__(self, sentence: str, path: str = "") -> None:
        """`sentence` is for the user; `path` is a JSON-pointer-like place, e.g. `case/challenges/0/severity`."""
        super().__init__(sentence)
        self.path = path


class LibraryError(CasebookError):
    """A library file could not be opened, read or written; what was there is untouched."""


class NotALibraryError(LibraryError):
    """The file is not a Casebook library, is damaged or is truncated."""


class WrongPassphraseError(LibraryError):
    """The passphrase does not open this library."""


class NewerLibraryError(LibraryError):
    """The library was written by a newer version of Casebook."""


class LibraryInUseError(LibraryError):
    """Another window or process has the library open; `owner` says who."""

    def __init__(self, sentence: str, owner: str = "") -> None:
        """`owner` reads like "Ama Mensah on laptop-7 since 10:42"."""
        super().__init__(sentence)
        self.owner = owner


class ReadOnlyError(LibraryError):
    """A change was asked of a library that is open for reading only."""


class NotFoundError(CasebookError):
    """No case, template or file answers to the name that was given."""


class PublishError(CasebookError):
    """A report could not be made; nothing was written in its place."""


class AudienceError(PublishError):
    """The case as a whole is marked above the chosen audience."""
