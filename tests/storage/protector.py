"""Forks runs that change the passphrase of a library, to be killed in the middle.

Reads commands "PATH<tab>OLD<tab>NEW" on standard input; answers "pid N" and, once the run has ended or was killed,
"gone STATUS".
"""

import os
import sys
from pathlib import Path

from casebook.storage.protecting import reprotect


def main() -> None:
    for line in sys.stdin:
        path, old, new = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            reprotect(Path(path), old, new, "Protector", lambda _done, _of: None, lambda: False)
            os._exit(0)
        os.write(1, f"pid {child}\n".encode())
        status = os.waitpid(child, 0)[1]
        os.write(1, f"gone {status}\n".encode())


if __name__ == "__main__":
    main()
