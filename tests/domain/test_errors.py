"""Every refusal is a CasebookError, so that one place can tell it in one sentence."""

import inspect

from casebook.domain import errors
from casebook.domain.errors import CasebookError, FormatError, LibraryError, LibraryInUseError


def test_all_are_casebook_errors():
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    assert len(kinds) > 10
    assert all(issubclass(kind, CasebookError) for kind in kinds)
    assert all(inspect.getdoc(kind) for kind in kinds)


def test_the_text_is_the_sentence_for_the_person():
    assert str(CasebookError("It was kept.")) == "It was kept."


def test_some_carry_what_the_caller_needs():
    assert FormatError("No.", "case/title").path == "case/title"
    error = LibraryInUseError("Somebody has it open.", "Ama Mensah on laptop-7")
    assert (error.owner, isinstance(error, LibraryError)) == ("Ama Mensah on laptop-7", True)
