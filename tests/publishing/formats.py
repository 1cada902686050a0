"""What stands in a published file, read by programs that did not write it."""

import io
import re
import subprocess
import zipfile
import zlib
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from pypdf import PdfReader

from casebook.publishing.pandoc import program


@lru_cache(maxsize=16)
def text_of(path: Path) -> str:
    """The words of a published file as a reader sees them, spaces and line breaks evened out."""
    match path.suffix:
        case ".pdf":
            text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
        case ".html":
            text = _html_text(path.read_text(encoding="utf-8"))
        case ".epub":
            text = "\n".join(map(_html_text, book_pages(path)))
        case ".pptx":
            text = "\n".join("\n".join(words) for words in slides_of(path))
        case ".docx" | ".odt" as suffix:
            text = _xml_text(path, "word/document.xml" if suffix == ".docx" else "content.xml")
        case _:
            text = _markdown_text(path)
    return evened(text)


def book_pages(path: Path) -> list[str]:
    """The XHTML of a book's pages in reading order."""
    with zipfile.ZipFile(path) as archive:
        book = archive.read("EPUB/content.opf").decode("utf-8")
        places = dict(re.findall(r'<item id="([^"]+)" href="([^"]+)"', book))
        read = re.findall(r'<itemref idref="([^"]+)"', book)
        return [archive.read(f"EPUB/{places[name]}").decode("utf-8") for name in read]


def slides_of(path: Path) -> list[tuple[str, str]]:
    """The words of each slide and of its speaker notes, in order."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        found = []
        for number in range(1, len(names)):
            if f"ppt/slides/slide{number}.xml" not in names:
                break
            rels = archive.read(f"ppt/slides/_rels/slide{number}.xml.rels").decode("utf-8")
            notes = re.search(r"notesSlides/(notesSlide\d+\.xml)", rels)
            said = _paragraphs(archive.read(f"ppt/notesSlides/{notes[1]}")) if notes else ""
            found.append((_paragraphs(archive.read(f"ppt/slides/slide{number}.xml")), said))
        return found


def _paragraphs(part: bytes) -> str:
    from lxml import etree

    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    root = etree.fromstring(part)
    return "\n".join(
        "".join(run.text or "" for run in line.iter(f"{space}t")) for line in root.iter(f"{space}p")
    )


def evened(text: str) -> str:
    """`text` with every run of space, and every invisible break, as one space."""
    return re.sub(r"[\s\u200b\u00a0]+", " ", text).strip()


def squeezed(text: str) -> str:
    """`text` without any space: for PDF, where words are broken at the ends of lines."""
    return re.sub(r"[\s\u200b\u00ad\u00a0]+", "", text)


def every_byte(path: Path) -> str:
    """All that lies in a published file, unpacked and decompressed, as text to search for secrets."""
    data = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(path) as archive:
            parts = [name.encode() + archive.read(name) for name in archive.namelist()]
        return b"\n".join(parts).decode("utf-8", "replace")
    if path.suffix == ".pdf":
        return _pdf_bytes(path, data)
    return data.decode("utf-8", "replace")


def _pdf_bytes(path: Path, data: bytes) -> str:
    streams = [data]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            streams.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    text = b"\n".join(streams).decode("latin-1")
    text += b"\n".join(streams).decode("utf-16-be", "ignore")
    reader = PdfReader(path)
    said = text_of(path)
    return text + said + squeezed(said) + str(reader.metadata) + str(reader.trailer["/Root"].get("/Metadata"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0
        self.addresses: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script", "title")
        self.addresses += [
            (tag, value or "") for name, value in attrs if name in ("src", "href", "srcset", "data")
        ]
        self.words.append(" " if tag not in ("span", "strong", "em", "a", "code") else "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script", "title")
        self.words.append(" " if tag not in ("span", "strong", "em", "a", "code") else "")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def _html_text(html: str) -> str:
    words = _Words()
    words.feed(html)
    return "".join(words.words)


def html_addresses(html: str) -> list[tuple[str, str]]:
    """Each (tag, address) a web page points to or loads."""
    words = _Words()
    words.feed(html)
    return words.addresses


def _xml_text(path: Path, part: str) -> str:
    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read(part))
    pieces: list[str] = []
    for node in root.iter():
        name = etree.QName(node).localname
        if name in ("p", "h", "br", "tab", "tc", "s"):
            pieces.append(" ")
        if name in ("t", "p", "h", "span", "a") and node.text:
            pieces.append(node.text)
        if part == "content.xml" and node.tail and name in ("span", "a", "s", "tab", "line-break"):
            pieces.append((" " if name in ("s", "tab") else "") + node.tail)
    return "".join(pieces)


def _markdown_text(path: Path) -> str:
    done = subprocess.run(
        [program(), "-f", "gfm", "-t", "html", str(path)], capture_output=True, check=True, encoding="utf-8"
    )
    return _html_text(done.stdout)
