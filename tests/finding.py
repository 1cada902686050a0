"""Cases by the words in them, asked as the list asks."""

from casebook.domain.wanted import Every, HasWords
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.words import words_in


def found(library: Library, text: str) -> dict[str, tuple[str, str]]:
    """Where each case, by its id, has the words of `text`: the section, empty for the case itself, and the field."""
    query = ListQuery(wanted=Every(tuple(HasWords((word,)) for word in words_in(text))))
    numbers = list(library.lookup.listed(query))
    places = library.lookup.snippets(numbers, query)
    return {
        library.lookup.ids([number])[0]: (places[number].section, places[number].field) for number in numbers
    }
