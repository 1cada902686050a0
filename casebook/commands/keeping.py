"""Commands that make and keep libraries: new, import, backup."""

from pathlib import Path

import click

from casebook.commands.answers import as_json, say, say_json
from casebook.commands.door import Door, author, read_passphrase, takes_library, takes_passphrase
from casebook.domain.errors import CasebookError

ENDING = ".casebook"


def _never() -> bool:
    return False


def _quietly(_done: int, _of: int) -> None:
    return None


@click.command(short_help="Make a new library.")
@click.argument("library", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sample", is_flag=True, help="Put the six sample cases into it.")
@takes_passphrase
@click.pass_obj
def new(door: Door, library: Path, sample: bool) -> None:
    """Make a new LIBRARY; with a passphrase file the whole file is encrypted."""
    from casebook.services.sample import make_sample
    from casebook.storage.library import Library

    path = library if library.suffix else library.with_suffix(ENDING)
    passphrase = read_passphrase(door.passphrase_file) if door.passphrase_file else ""
    if sample:
        make_sample(path, _quietly, _never, passphrase=passphrase)
    else:
        Library.create(path, passphrase=passphrase, author=author()).close()
    say(f"Made {path}.")


@click.command("import", short_help="Bring in cases from JSON files.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@as_json
@takes_library
def import_cases(door: Door, files: tuple[Path, ...], as_json: bool) -> int:
    """Bring in cases from canonical JSON: files of one case or a list of cases, or folders of such files.

    A file comes in whole or not at all. A case that the library has already is left as it is there.
    """
    import attrs

    from casebook.services.importing import files_in, import_files, read_all

    read = read_all(files_in(files), _quietly, _never)
    with door.library(write=True) as library:
        done = import_files(library, read, _quietly, _never)
    if as_json:
        say_json(attrs.asdict(done))
    for note in done.notes:
        say(note, error=True)
    if done.refused:
        raise CasebookError(done.summary)
    if not as_json:
        say(done.summary)
    return 0


@click.command(short_help="Write a checked copy of the library.")
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.option("--replace", is_flag=True, help="Write over a file that is there already.")
@takes_library
def backup(door: Door, target: Path, replace: bool) -> None:
    """Write a checked copy of the library to FILE, under the same passphrase."""
    with door.library() as library:
        library.backup_to(target, replace=replace)
    say(f"Copied to {target}.")
