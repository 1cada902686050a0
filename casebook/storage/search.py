"""Full-text search over every text of every case."""

import attrs


@attrs.frozen(kw_only=True)
class Hit:
    """A place where the words were found."""

    case_id: str
    ref_code: str
    title: str
    """Title of the case."""
    section_key: str
    """Section of the entry; empty when the words stand in the case's own fields."""
    entry_id: str
    """The entry, shared record or (for the case's own fields) the case."""
    snippet: str
    """The words around the match, each match between «guillemets»."""


class Search:
    """The full-text index of an open library, as `Library.search`."""

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """Entries in which every word of `text` appears, best first; cases in the Trash are left out.

        Words match from their beginning, whatever their case and accents; "quoted words" match as a phrase. No text
        is malformed: what holds no word finds nothing.
        """
        raise NotImplementedError
