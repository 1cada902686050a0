"""Typst, kept ready: pages from Typst markup, as a tagged PDF that declares PDF/UA-1 (ISO 14289-1)."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.domain.errors import PublishError
from casebook.domain.marking import _

if TYPE_CHECKING:
    from typst import Compiler

UA = "ua-1"
SHARPNESS = 180.0
"""Pixels to 72 units of a drawing; one as wide as an A4 column has about 240 to the inch."""
_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")
UNSHOWABLE = "could not be displayed with font"
"""How Typst says that no font has a sign; PDF/UA-1 forbids to print an empty box for it."""
REFUSED = _("The PDF could not be set ({}); nothing was written. Try another format, and report this text.")
SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "": "unknown signs",
}
"""Scripts whose name in Unicode is not how people call them."""


class Typesetter:
    """One Typst compiler with its fonts loaded; safe to share between threads."""

    def __init__(self, fonts: Path | None, system_fonts: bool = True) -> None:
        """`fonts` is the folder of the fonts that travel with the app; finding the system's takes half a second."""
        import typst

        paths = [str(fonts)] if fonts else []
        self._fonts = typst.Fonts(include_system_fonts=system_fonts, font_paths=paths)
        # One for each report under way: a compiler serves one thread at a time, and starting one costs little.
        self._free: list[Compiler] = [typst.Compiler(font_paths=self._fonts)]

    def pdf(self, markup: str, root: Path) -> tuple[bytes, tuple[str, ...]]:
        """The PDF, and the scripts it holds letters of that no font on this computer has.

        With such letters the PDF is tagged but does not declare PDF/UA-1. Files are read below `root` only.

        Raises:
            PublishError: Typst cannot set the text.
        """
        import typst

        try:
            return self._compile(markup, root, [UA]), ()
        except typst.TypstError as error:
            if UNSHOWABLE not in error.message:
                raise PublishError(REFUSED.format(error.message)) from error
        try:
            return self._compile(markup, root, []), self.uncovered(markup + _taken_in(root))
        except typst.TypstError as error:
            raise PublishError(REFUSED.format(error.message)) from error

    def pages(self, markup: str, root: Path) -> int:
        """How many pages the text fills.

        Raises:
            PublishError: Typst cannot set the text.
        """
        import typst

        try:
            made = self._compile(markup, root, [])
        except typst.TypstError as error:
            raise PublishError(REFUSED.format(error.message)) from error
        # The tree of pages is the first thing in the file, before any text of the report.
        found = _PAGES.search(made)
        if found is None:
            raise PublishError(REFUSED.format("no pages"))
        return int(found[1])

    def uncovered(self, text: str) -> tuple[str, ...]:
        """The scripts, in English, of which `text` holds a letter no font here has; found out by setting them."""
        import typst

        missing = []
        for script, signs in sorted(_by_script(text).items()):
            letters = "".join(f"\\u{{{ord(sign):x}}}" for sign in sorted(signs))
            try:
                self._compile(f'#set document(title: "probe")\n#text("{letters}")', None, [UA])
            except typst.TypstError:
                missing.append(script)
        return tuple(missing)

    def can_show(self, path: str, root: Path) -> bool:
        """Whether the file at `path` below `root` decodes as a picture."""
        import typst

        try:
            self._compile(f'#image("{path}")', root, [])
        except typst.TypstError:
            return False
        return True

    def png(self, markup: str) -> bytes:
        """The one page that `markup` makes, as a PNG of `SHARPNESS` pixels to 72 units; no file is read.

        Raises:
            PublishError: Typst cannot set it.
        """
        import typst

        try:
            with self._compiler() as compiler:
                made = compiler.compile(markup.encode(), format="png", ppi=SHARPNESS)
        except typst.TypstError as error:
            raise PublishError(REFUSED.format(error.message)) from error
        if not isinstance(made, bytes):
            raise PublishError(REFUSED.format("no pages"))
        return made

    def drawing(self, svg: bytes) -> bytes | None:
        """A drawing as a PNG as large as a logo needs to be; None when it is no drawing. No file is read."""
        import typst

        words = svg.decode("utf-8", "replace").replace("\\", "\\\\").replace('"', '\\"')
        image = f'#image(bytes("{words}"), format: "svg", width: 480pt, height: 240pt, fit: "contain")'
        page = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
        try:
            with self._compiler() as compiler:
                made = compiler.compile((page + image).encode(), format="png", ppi=SHARPNESS)
        except typst.TypstError:
            return None
        return made if isinstance(made, bytes) else None

    def has_family(self, family: str) -> bool:
        """Whether a font of that name is on this computer or came with the app."""
        return family.casefold() in {name.casefold() for name in self._fonts.families()}

    @contextmanager
    def _compiler(self) -> Iterator["Compiler"]:
        """A compiler that no other thread has; taking from and adding to a list is atomic."""
        import typst

        try:
            compiler = self._free.pop()
        except IndexError:
            compiler = typst.Compiler(font_paths=self._fonts)
        try:
            yield compiler
        finally:
            self._free.append(compiler)

    def _compile(self, markup: str, root: Path | None, standards: list[str]) -> bytes:
        with self._compiler() as compiler:
            made = compiler.compile(
                markup.encode(),
                format="pdf",
                pdf_standards=standards,  # type: ignore[arg-type]
                root=str(root) if root else None,
            )
        if not isinstance(made, bytes):
            raise PublishError(REFUSED.format("no pages"))
        return made


@lru_cache(maxsize=2)
def typesetter(fonts: Path, system_fonts: bool = True) -> Typesetter:
    """The typesetter for these fonts, made once."""
    return Typesetter(fonts, system_fonts)


def _taken_in(root: Path) -> str:
    """What stands in the files that markup may take in."""
    return "".join(file.read_text(encoding="utf-8") for file in sorted(root.glob("*.typ")))


def _by_script(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for sign in set(text):
        if ord(sign) > 0x7F and not sign.isspace():
            word = unicodedata.name(sign, "").partition(" ")[0].partition("-")[0]
            found.setdefault(SCRIPTS.get(word, word.capitalize()), set()).add(sign)
    return found
