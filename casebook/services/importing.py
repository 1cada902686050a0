"""Brings cases in from canonical JSON: reads and checks first, says what would happen, then does it file by file."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from casebook.domain.case import CASE, Case
from casebook.domain.declaration import Declaration
from casebook.domain.errors import CasebookError, FormatError, NotFoundError
from casebook.domain.fields import Kind
from casebook.domain.marking import _
from casebook.domain.vocabulary import Term
from casebook.exchange.carried_terms import carried
from casebook.exchange.case_reading import read_file
from casebook.services.new_cases import with_reference
from casebook.services.own_terms import adopt
from casebook.storage.attachments import LARGEST
from casebook.storage.library import Library

ENDING = ".json"
BESIDE = "files"
"""Folder beside a case's file that holds its attachments under their file names."""

AT_ONCE = 25
"""Files that are written in one transaction."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@attrs.frozen(kw_only=True)
class Incoming:
    """One file that was read; `refused` says in a sentence why it cannot come in, and is empty when it can."""

    path: Path
    cases: tuple[Case, ...] = ()
    refused: str = ""
    terms: Mapping[str, tuple[Term, ...]] = attrs.field(factory=dict)
    """Terms that came with the cases, by vocabulary."""


@attrs.frozen(kw_only=True)
class Imported:
    """What came of an import: titles of the cases that came in or were there already, a sentence for each refusal.

    `notes` are sentences about what came in less than whole.
    """

    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __add__(self, other: "Imported") -> "Imported":
        """Both together."""
        return Imported(
            ids=self.ids + other.ids,
            titles=self.titles + other.titles,
            already=self.already + other.already,
            refused=self.refused + other.refused,
            notes=self.notes + other.notes,
        )

    @property
    def summary(self) -> str:
        """One sentence, such as "3 imported, 1 refused: liberia.json: case/title: 5 is not text."."""
        parts = [_("{count} imported").format(count=len(self.ids))]
        if self.already:
            parts.append(_("{count} already there").format(count=len(self.already)))
        if self.refused:
            refusals = _("{count} refused").format(count=len(self.refused))
            parts.append(f"{refusals}: {' '.join(self.refused)}")
        return ", ".join(parts) + ("" if self.refused else ".")


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that are meant: each path itself, or the JSON files right inside it when it is a folder.

    Raises:
        NotFoundError: a path does not exist, or a folder holds no JSON file.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob(f"*{ENDING}")) if path.is_dir() else [path]
        if not inside:
            raise NotFoundError(_("The folder “{name}” holds no JSON file.").format(name=path.name))
        if not path.exists():
            raise NotFoundError(_("There is no file “{name}”.").format(name=path.name))
        found += inside
    return tuple(dict.fromkeys(found))


def read_all(
    paths: Sequence[Path], progress: Progress, cancelled: Cancelled, declaration: Declaration = CASE
) -> tuple[Incoming, ...]:
    """Read and check files; needs no library, so it may run anywhere. What was not read when cancelled is left out."""
    read: list[Incoming] = []
    for done, path in enumerate(paths):
        if cancelled():
            break
        progress(done, len(paths))
        try:
            read.append(_alone(path, read_file(path, declaration)))
        except FormatError as error:
            read.append(Incoming(path=path, refused=f"{path.name}: {error}"))
    progress(len(read), len(paths))
    return tuple(read)


def _alone(path: Path, cases: Iterable[Case]) -> Incoming:
    """Cases as they stand in a library, which has the terms that came with them in its word lists."""
    parted = [carried(case) for case in cases]
    terms: dict[str, dict[str, Term]] = {}
    for _case, came in parted:
        for key, some in came.items():
            terms.setdefault(key, {}).update((term.id, term) for term in some)
    by_key = {key: tuple(held.values()) for key, held in terms.items()}
    return Incoming(path=path, cases=tuple(case for case, _came in parted), terms=by_key)


def import_file(library: Library, incoming: Incoming) -> Imported:
    """Put the cases of one file into the library: all that are new, or none.

    A case the library has already is left as it is there; if the two differ the file is refused, so that nothing is
    overwritten. Shared records the library has are kept as it has them.
    """
    fresh, told = _prepare(library, incoming)
    try:
        library.cases.add_all(_with_references(library, fresh))
        _adopt_terms(library, incoming, told)
    except CasebookError as error:
        return Imported(refused=(f"{incoming.path.name}: {error}",))
    return told


def import_files(
    library: Library, read: Sequence[Incoming], progress: Progress, cancelled: Cancelled
) -> Imported:
    """Put the cases of several files into the library, some files at a time; those before a cancel stay."""
    whole = Imported()
    for start in range(0, len(read), AT_ONCE):
        if cancelled():
            break
        progress(start, len(read))
        whole += _import_together(library, read[start : start + AT_ONCE])
    progress(len(read), len(read))
    return whole


def _import_together(library: Library, some: Sequence[Incoming]) -> Imported:
    """Put some files into the library in one transaction, in half the time; if one cannot be written, each by itself."""
    prepared = [_prepare(library, incoming) for incoming in some]
    try:
        library.cases.add_all(
            _with_references(library, [case for fresh, _told in prepared for case in fresh])
        )
        for incoming, (_fresh, told) in zip(some, prepared, strict=True):
            _adopt_terms(library, incoming, told)
    except CasebookError:
        return sum((import_file(library, incoming) for incoming in some), Imported())
    return sum((told for _fresh, told in prepared), Imported())


def _adopt_terms(library: Library, incoming: Incoming, told: Imported) -> None:
    if told.ids:
        adopt(library, incoming.terms)


def _prepare(library: Library, incoming: Incoming) -> tuple[list[Case], Imported]:
    """The cases to write, their files kept already, and what to tell once they are written."""
    if incoming.refused:
        return [], Imported(refused=(incoming.refused,))
    try:
        fresh, already = _sorted_out(library, incoming.cases)
        notes = [note for case in fresh for note in _attach(library, case, incoming.path.parent / BESIDE)]
    except CasebookError as error:
        return [], Imported(refused=(f"{incoming.path.name}: {error}",))
    return fresh, Imported(
        ids=tuple(case.id for case in fresh),
        titles=tuple(case.title for case in fresh),
        already=tuple(case.title for case in already),
        notes=tuple(f"{incoming.path.name}: {note}" for note in notes),
    )


def _sorted_out(library: Library, cases: Iterable[Case]) -> tuple[list[Case], list[Case]]:
    """The cases that are new, and those the library has already just so."""
    fresh, already = [], []
    trashed: frozenset[str] | None = None
    for case in cases:
        try:
            held = library.cases.load(case.id)
        except NotFoundError:
            fresh.append(case)
            continue
        trashed = library.cases.trashed_ids() if trashed is None else trashed
        if case.id in trashed:
            raise FormatError(
                _("“{title}” lies in the Trash of this library; restore it there.").format(title=held.title)
            )
        if _own(held) != _own(case):
            raise FormatError(
                _(
                    "“{title}” is in this library already and differs; nothing was overwritten. "
                    "Move the one here to the Trash and delete it if the file is to take its place."
                ).format(title=held.title)
            )
        already.append(case)
    return fresh, already


def _own(case: Case) -> Case:
    """The case without the shared records, which each library keeps in its own way."""
    for section in case.declaration.shared_sections:
        case = case.with_section(section.key, ())
    return case


def _with_references(library: Library, cases: Iterable[Case]) -> list[Case]:
    taken: set[str] = set()
    coded: list[Case] = []
    for case in cases:
        coded.append(with_reference(library, case, taken))
        taken.add(coded[-1].ref_code)
    return coded


def _attach(library: Library, case: Case, folder: Path) -> Iterator[str]:
    """Keep the files of a case's attachments that lie beside it; a note for each that does not."""
    for digest, name in _files_named(case):
        if library.attachments.has(digest):
            continue
        content = _content(folder, name)
        if content is None or hashlib.sha256(content).hexdigest() != digest:
            yield _("the file of the attachment “{name}” did not come with it.").format(name=name)
        else:
            library.attachments.add(content)


def _files_named(case: Case) -> Iterator[tuple[str, str]]:
    for key, section in case.declaration.sections.items():
        for spec in section.fields:
            if spec.kind is Kind.FILE:
                for record in case.section(key):
                    digest: Any = getattr(record, spec.name)
                    if digest:
                        yield digest, getattr(record, "file_name", digest)


def _content(folder: Path, name: str) -> bytes | None:
    # A name from outside may try to leave the folder: only a plain name of a plain file is looked for.
    if not name or Path(name).name != name or "\\" in name or "\0" in name:
        return None
    path = folder / name
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()
    except OSError:
        return None
