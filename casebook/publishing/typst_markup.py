"""The report in Typst markup, by pandoc: in pieces, so that after an edit only the piece that was edited is made anew."""

import hashlib
import json
import re
import secrets
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from threading import Lock

from casebook.publishing import kept_pandoc
from casebook.publishing.job import REPORT, Job
from casebook.publishing.pictures import FOLDER

CHAPTER = '<div class="chapter">'
"""How a chapter begins in the HTML of a book: always outside of everything else."""
SECTION = "<!--section-->"
"""Where a section of a built-in report begins, or a long entry: outside of everything else too; no text that is typed can
look like it."""
OUTLINES = ".outlines.png"
"""What the filter looks for beside a drawing."""
SHORTEST_RUN, LONGEST_RUN, AT_ONCE = 30_000, 1_500_000, 2
"""Characters of HTML that pandoc is given at once, at least and at most, and how many of it run."""
BODY, NAMES = "$body$", "names.typ"
"""Where a look has its report, and the file from which the pieces know what the look calls by name."""
MOST_FILES = 500
"""Files a document is made of; Typst knows 65,535 names in the life of a process, and these are used again."""
MOST_KEPT = 16_000_000
"""Characters of markup that are kept: some hundred long reports."""


class _Kept:
    """Markup by what it was made of; what was not asked for the longest goes first. Safe to share between threads."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, str] = OrderedDict()
        self._length = 0
        self._lock = Lock()

    def get(self, key: str) -> str | None:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def put(self, key: str, markup: str) -> None:
        with self._lock:
            self._length += len(markup) - len(self._made.pop(key, ""))
            self._made[key] = markup
            while self._length > MOST_KEPT:
                self._length -= len(self._made.popitem(last=False)[1])


_KEPT = _Kept()


def typst_markup(job: Job) -> list[str]:
    """The report that lies in the job's folder, in Typst markup, piece by piece; each can be set without the others.

    What pandoc makes of a piece depends on nothing outside of it. So pieces are kept, and those that are not there yet
    are made many in a run, and two runs at a time: in half the time, and pandoc's memory has an end.

    Raises:
        PublishError: pandoc failed.
        PublishCancelledError: the person stopped it.
    """
    pieces = _pieces(job)
    # Beside the piece: the filters, and which drawings have a picture that stands in for them.
    pictures = sorted(picture.name for picture in (job.folder / FOLDER).glob(f"*{OUTLINES}"))
    around = json.dumps([str(job.shapes), job.untrusted, pictures])
    keys = {piece: hashlib.sha256(f"{around}\n{piece}".encode()).hexdigest() for piece in pieces}
    made = {piece: _KEPT.get(key) for piece, key in keys.items()}
    # A template of the user's own may leave open what it begins, so none of its pieces may follow another in a run.
    missing = [piece for piece, markup in made.items() if markup is None]
    runs = [[piece] for piece in missing] if job.untrusted else list(_runs(missing))
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        for run, markups in zip(runs, pool.map(partial(_converted, job), count(), runs), strict=True):
            for piece, markup in zip(run, markups, strict=True):
                made[piece] = markup
                _KEPT.put(keys[piece], markup)
    return [made[piece] or "" for piece in pieces]


def lay_out_pieces(pieces: Sequence[str], look: str, folder: Path) -> str:
    """Lay each piece into a file of its own, and give the document that takes them in, dressed by `look`.

    Typst numbers what it reads file by file and keeps what it has set by those numbers: in one file, a paragraph more
    at the end gives everything before it another number, and all of it is set anew.
    """
    names, end = look.split(BODY)
    (folder / NAMES).write_text(names, encoding="utf-8")
    share = -(-len(pieces) // MOST_FILES) or 1
    files = []
    for at in range(0, len(pieces), share):
        files.append(f"piece-{at // share}.typ")
        held = "\n\n".join(pieces[at : at + share])
        (folder / files[-1]).write_text(f'#import "{NAMES}": *\n{held}', encoding="utf-8")
    taken_in = "\n\n".join(f'#include "{name}"' for name in files)
    return f"{names}{taken_in}{end}"


def _pieces(job: Job) -> Sequence[str]:
    """The report cut as finely as can be; one by a template of the user's own where its chapters begin, if it is long."""
    html = (job.folder / REPORT).read_text(encoding="utf-8")
    if not job.untrusted:
        return re.split(f"(?={re.escape(CHAPTER)}|{re.escape(SECTION)})", html)
    return ["".join(run) for run in _runs(re.split(f"(?={re.escape(CHAPTER)})", html))]


def _runs(pieces: Sequence[str]) -> Iterator[list[str]]:
    """As many runs as there are at once, or more, of about the same length."""
    aim = min(max(sum(map(len, pieces)) // AT_ONCE, SHORTEST_RUN), LONGEST_RUN)
    run: list[str] = []
    length = 0
    for piece in pieces:
        if run and length + len(piece) / 2 > aim:
            yield run
            run, length = [], 0
        run.append(piece)
        length += len(piece)
    if run:
        yield run


def _converted(job: Job, number: int, run: Sequence[str]) -> Sequence[str]:
    """The markup of each piece of a run; the mark between them is one that no text can hold."""
    source, mark = f"part-{number}.html", secrets.token_hex(16)
    (job.folder / source).write_text(
        f'<div class="cut" data-mark="{mark}"></div>'.join(run), encoding="utf-8"
    )
    made = job.folder / f"{source}.typ"
    if job.untrusted:
        job.pandoc("typst", "typst.lua", made.name, "--wrap=none", source=source)
    else:
        asked = {"work": "typst", "source": source, "made": made.name, "filter": "typst.lua"}
        kept_pandoc.convert(asked, job.folder, job.shapes, job.cancelled)
    return made.read_text(encoding="utf-8").split(f'// "{mark}"\n')
