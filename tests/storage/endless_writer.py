"""Forks writers on demand: each edits one case without end and says the number of a change once it is saved.

Reads commands "PATH<tab>PASSPHRASE<tab>CASE_ID" on standard input and answers with the process id of the writer;
the writers speak on file descriptor 1. One warm parent saves importing everything anew for each round.
"""

import os
import sys
from itertools import count
from pathlib import Path

from casebook.domain.changes import Change, setting
from casebook.domain.entry_changes import adding
from casebook.domain.sections.challenges import Challenge
from casebook.storage.library import Library
from casebook.storage.tables import tables_for


def write_without_end(path: Path, passphrase: str, case_id: str) -> None:
    library = Library.open(path, passphrase=passphrase, author="Writer")
    case = library.cases.load(case_id)
    for number in count(1):
        text = f"change {number}"
        change: Change = (
            adding(case, "challenges", Challenge(title=text), 0)
            if number % 2
            else setting(case, case.id, "title", text)
        )
        after = change.apply(case)
        library.cases.save(case, after, change)
        os.write(1, f"{number}\n".encode())
        case = after


def main() -> None:
    from casebook.domain.case import CASE

    tables_for(CASE)
    for line in sys.stdin:
        path, passphrase, case_id = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            write_without_end(Path(path), passphrase, case_id)
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main()
