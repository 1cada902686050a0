"""Fills one Word template, in the process that can do nothing else; needs the whole of python-docx loaded."""

import re
import traceback
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.environment import Environment
from lxml import etree

from casebook.publishing.sandbox import LONGEST_WORD, StrictSandbox, generated, in_words
from casebook.publishing.word_tags import TAG, Tag, faults, found, tags

PROPERTIES = ("author", "comments", "category", "keywords", "last_modified_by", "subject", "title")
_QUOTED = re.compile(r"“(\w+)”")
DAMAGE = (OpcError, KeyError, etree.LxmlError, zipfile.BadZipFile, AssertionError)
FAULTS = (
    *(TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError),
    OSError,
)
KINDS = {"header": "header", "footer": "footer", "footnotes": "footnotes"}


class FaultyWordError(ValueError):
    """What is wrong with a Word template; `place` says where it stands."""

    def __init__(self, said: str, where: str = "") -> None:
        super().__init__(said)
        self.place = {"place": where}


class WordDocument(DocxTemplate):  # type: ignore[misc]
    """A Word template read into memory."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self._data = data

    def rendered(
        self, given: Mapping[str, Any], environment: Environment, properties: Mapping[str, str]
    ) -> bytes:
        """The filled document.

        Raises:
            FaultyWordError: a tag is wrong.
            MemoryError: it grows too large.
        """
        self.template_file = BytesIO(self._data)
        self.docx = None
        try:
            self.init_docx()
        except DAMAGE as error:
            raise FaultyWordError(f"it is damaged ({error})") from error
        self._check(environment)
        try:
            return self._filled(given, environment, properties)
        except DAMAGE as error:
            raise FaultyWordError(f"its tags tear the file apart ({error})") from error

    def _filled(
        self, given: Mapping[str, Any], environment: Environment, properties: Mapping[str, str]
    ) -> bytes:
        for name in PROPERTIES:
            # Tags in the file's properties are not read: what a file says of itself comes from the report.
            setattr(self.core_properties, name, "")
        self.render(dict(given), environment, autoescape=True)
        for name, words in properties.items():
            setattr(self.core_properties, name, words[:255])
        made = BytesIO()
        self.save(made)
        return made.getvalue()

    def render_xml_part(
        self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Environment | None = None
    ) -> str:
        """One part filled; a fault in it is told with the paragraph it stands in."""
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)
        self.current_rendering_part = part
        try:
            template = (jinja_env or StrictSandbox()).from_string(source)
            made = generated(template, context, LONGEST_WORD)
        except FAULTS as error:
            raise self._placed(error, source) from error
        made = re.sub(r"\n<w:p([ >])", r"<w:p\1", made)
        for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            made = made.replace(written, meant)
        return str(self.resolve_listing(made))

    def _check(self, environment: Environment) -> None:
        for paragraphs in self.paragraphs():
            for sentence in faults(paragraphs, environment):
                raise FaultyWordError(sentence)

    def paragraphs(self) -> list[list[tuple[str, str]]]:
        """The paragraphs of each part that is filled: the text, headers, footers, footnotes."""
        every = [list(tags(self.get_docx()._element.body))]
        for part in self.get_docx()._part.package.parts:
            kind = next((word for word in KINDS if f".{word}+xml" in part.content_type), "")
            if kind:
                every.append(list(tags(etree.fromstring(part.blob), KINDS[kind])))
        return every

    def _placed(self, error: Exception, source: str) -> FaultyWordError:
        line = next(
            (
                frame.lineno
                for frame in reversed(traceback.extract_tb(error.__traceback__))
                if frame.filename == "<template>"
            ),
            getattr(error, "lineno", None),
        )
        lines = source.splitlines()
        text = lines[line - 1] if line and line <= len(lines) else ""
        typed = [re.sub(r"\s+", "", tag[2:-2]) for tag in TAG.findall(re.sub(r"<[^>]*>", "", text))]
        everywhere = [tag for paragraphs in self.paragraphs() for tag in found(paragraphs)]
        said = in_words(error)
        here = [tag for tag in everywhere if any(_same(tag, words) for words in typed)]
        named = _QUOTED.search(said)
        # Of several tags in one paragraph the one that holds the word that is complained of.
        here.sort(key=lambda tag: named is None or named[1] not in tag.text)
        return FaultyWordError(said, f"“{here[0].text}” in {here[0].where}" if here else "")


def warm_up(environment: Environment) -> None:
    """Fill a document of Casebook's own, which loads every module that filling one needs."""
    blank = docx.Document()
    blank.add_paragraph("{{ 1 }}")
    blank.sections[0].header.paragraphs[0].text = "{{ 1 }}"
    made = BytesIO()
    blank.save(made)
    WordDocument(made.getvalue()).rendered({}, environment, {"title": "–"})


def _same(tag: Tag, words: str) -> bool:
    """Whether a tag as typed is one of the source, from which the letters after the brace are gone."""
    typed = re.sub(r"\s+", "", tag.text[2:-2])
    return typed == words or re.sub(r"^(tr|tc|p|r)", "", typed) == words
