"""Start Casebook from the source tree: the same as the `casebook` command."""

from casebook.app import main

if __name__ == "__main__":
    raise SystemExit(main())
