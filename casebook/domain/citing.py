"""Citations in running text, as people type them: `[@key]`, `[see @key, p. 4; -@other]`, `@key`, `@key [p. 4]`."""

import re
from collections.abc import Iterable, Iterator

import attrs

_KEY = r"(?P<key>[^\W][\w:.#$%&+?<>~/-]*)"
_MARK = re.compile(r"(?<![\w@\\])@" + _KEY)
_GROUP = re.compile(r"\[(?P<inside>[^\[\]\n]{0,400}@[^\[\]\n]{1,400})\]")
_PLACE = re.compile(r"[ \t]?\[(?P<place>[^\[\]\n@]{1,200})\](?![(\[:])")
"""What may follow a key in running text: `@key [p. 4]`; not the words of a link."""
_LOOSE_END = ":.#$%&+?<>~/-"
"""Signs that may stand inside a key but not at its end: `@un2018.` ends a sentence."""


@attrs.frozen
class Cite:
    """One source within a citation; `before` and `locator` are what was typed around its key."""

    key: str
    before: str = ""
    locator: str = ""
    bare: bool = False
    """Typed `-@key`: the author stands in the sentence already and is not named again."""


def groups(text: str) -> Iterator[tuple[int, int, tuple[Cite, ...]]]:
    """Each bracketed citation in `text`: where it starts and ends, and its sources; other brackets are left out."""
    for match in _GROUP.finditer(text):
        cites = tuple(_cite(part) for part in match["inside"].split(";"))
        if all(cite.key for cite in cites):
            yield match.start(), match.end(), cites


def _cite(part: str) -> Cite:
    match = _MARK.search(part)
    if match is None:
        return Cite("")
    key = match["key"].rstrip(_LOOSE_END)
    rest = part[match.start() + 1 + len(key) :]
    before = part[: match.start()].strip()
    bare = before == "-" or before.endswith(" -")
    before = before.removesuffix("-").strip() if bare else before
    return Cite(key, before, rest.strip().removeprefix(",").strip(), bare)


def cited_keys(text: str) -> set[str]:
    """Every key named after an @ in `text`, in brackets or not."""
    return {key for _start, _end, key in marks(text)} if "@" in text else set()


def without(text: str, withheld: Iterable[str], kept: Iterable[str] = ()) -> str:
    """`text` with every citation of a `withheld` key taken out; a bracket left empty goes too.

    No form of `@key` stays, whatever signs the key holds, unless it is the beginning of a longer key in `kept`.
    """
    keys = sorted({key.strip() for key in withheld if key.strip()}, key=len, reverse=True)
    if "@" not in text or not keys:
        return text
    remaining = frozenset(kept)
    mark = re.compile(rf"-?@\{{?(?:{'|'.join(map(re.escape, keys))})\}}?(?!\w)", re.IGNORECASE)
    bracket = re.compile(r"(?P<lead>[ \t]?)" + _GROUP.pattern)

    def unmarked(part: str) -> str:
        return mark.sub(lambda match: match[0] if _longer(part, match) in remaining else "", part)

    def shortened(match: re.Match[str]) -> str:
        parts = match["inside"].split(";")
        left = [part.strip() for part in parts if unmarked(part) == part]
        if len(left) == len(parts):
            return match[0]
        return f"{match['lead']}[{'; '.join(left)}]" if left else ""

    before = ""
    while before != text:
        before = text
        text = unmarked(bracket.sub(shortened, text))
    return text


def _longer(text: str, match: re.Match[str]) -> str:
    """The whole key that stands at `match`, as a reader of citations would take it."""
    key = _MARK.match(text, text.index("@", match.start()))
    return key["key"].rstrip(_LOOSE_END) if key else ""


def marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Each key named after an @ in `text`: where the mark starts and ends, and the key."""
    for match in _MARK.finditer(text):
        key = match["key"].rstrip(_LOOSE_END)
        yield match.start(), match.start() + 1 + len(key), key


def mentions(text: str) -> Iterator[tuple[int, int, Cite]]:
    """Each key named after an @ in `text` with the place in the source that follows it: where both start and end."""
    for start, end, key in marks(text):
        place = _PLACE.match(text, end)
        yield start, place.end() if place else end, Cite(key, "", place["place"].strip() if place else "")
