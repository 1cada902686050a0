"""From one HTML report to every format: one entry each."""

import base64
import hashlib
import json
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from casebook.domain.marking import _
from casebook.publishing import pandoc
from casebook.publishing.charts.picture import needs_picture, picture_markup
from casebook.publishing.house_slides import mark_slides
from casebook.publishing.job import REPORT, Job
from casebook.publishing.letterhead import pack
from casebook.publishing.pictures import SVG
from casebook.publishing.slide_masters import pattern_of
from casebook.publishing.slides import dress_slides, finish_slides
from casebook.publishing.typst_markup import OUTLINES, lay_out_pieces, typst_markup
from casebook.publishing.word_files import describe_pictures, dress, keep_rows_whole

PATTERN = "reference.pptx"
LOOK = "look.typ"
FILLED = "filled.docx"
"""A Word template of the user's own, filled: the Word file as it is."""
NO_FONT = _(
    "The PDF has characters in {} for which this computer has no font; install one, such as Noto Sans for that script, "
    "and export again. Until then they print as empty boxes and the file does not declare PDF/UA-1."
)
NO_FAMILY = _("The font “{}” is not on this computer; the PDF is set in Casebook’s own instead.")


Converted = tuple[Path, tuple[str, ...]]
"""The file made, in the job's folder, and sentences about it."""


@attrs.frozen(kw_only=True)
class Format:
    """A format a report can have."""

    key: str
    title: str
    suffix: str
    description: str
    convert: Callable[[Job], Converted]


def _markup(job: Job) -> str:
    """The report for Typst; what was counted a moment ago is not converted again to be printed."""
    made, seal = job.folder / "report.typ", job.folder / "report.typ.of"
    of = hashlib.sha256((job.folder / REPORT).read_bytes()).hexdigest()
    if not (seal.is_file() and seal.read_text() == of):
        job.tell()
        _as_pictures(job, OUTLINES, needs_picture)
        look = (job.shapes / LOOK).read_text(encoding="utf-8")
        made.write_text(lay_out_pieces(typst_markup(job), look, job.folder), encoding="utf-8")
        seal.write_text(of)
    return made.read_text(encoding="utf-8")


def pages(job: Job) -> int:
    """How many pages the report that lies in the job's folder fills in print."""
    return job.typesetter.pages(_markup(job), job.folder)


def _pdf(job: Job) -> Converted:
    data, uncovered = job.typesetter.pdf(_markup(job), job.folder)
    made = job.folder / "report.pdf"
    made.write_bytes(data)
    said = [job.translate(NO_FONT).format(", ".join(uncovered))] if uncovered else []
    family = job.house.own_family
    if family and not job.typesetter.has_family(family):
        said.append(job.translate(NO_FAMILY).format(family))
    return made, tuple(said)


def _docx(job: Job) -> Converted:
    filled = job.folder / FILLED
    if filled.is_file():
        return filled, ()
    made, sentences = _word(job, "docx", "word", "word.openxml")
    keep_rows_whole(made)
    return made, sentences


def _odt(job: Job) -> Converted:
    made, sentences = _word(job, "odt", "odt", "word.opendocument")
    describe_pictures(made)
    return made, sentences


def _word(job: Job, to: str, look: str, template: str) -> Converted:
    reference = job.folder / f"reference.{to}"
    job.tell()
    pack(job.shapes / look, reference, job.words(), job.house, job.logo)
    _as_pictures(job, ".png", lambda _drawing: True)
    made = job.pandoc(
        to, "word.lua", f"report.{to}", "--reference-doc", reference, "--template", job.shapes / template
    )
    return made, ()


def _as_pictures(job: Job, suffix: str, needed: Callable[[bytes], bool]) -> None:
    """Put a PNG beside each drawing that the format at hand cannot hold as it is; the filters take it when it is there."""
    for picture in job.pictures.values():
        drawing = job.folder / picture.path
        made = drawing.with_suffix(suffix)
        if picture.media_type == SVG and not made.exists() and needed(drawing.read_bytes()):
            made.write_bytes(job.typesetter.png(picture_markup(drawing.read_bytes())))


def _html(job: Job) -> Converted:
    inline = {
        picture.path: f"data:{picture.media_type};base64,"
        + base64.b64encode((job.folder / picture.path).read_bytes()).decode("ascii")
        for picture in job.pictures.values()
    }
    if job.logo is not None:
        kind = "image/png" if job.logo.path.endswith(".png") else "image/jpeg"
        inline[job.logo.path] = f"data:{kind};base64,{base64.b64encode(job.logo.data).decode('ascii')}"
    (job.folder / "assets.json").write_text(json.dumps(inline), encoding="utf-8")
    job.tell()
    return job.pandoc(
        "html5", "web.lua", "report.out.html", "--wrap=none", "--template", job.shapes / "web.html"
    ), ()


def _pptx(job: Job) -> Converted:
    pattern = job.folder / PATTERN
    if (own := pattern_of(job.house.slide_masters)) is not None:
        pattern.write_bytes(own)
        mark_slides(pattern, job.words())
    else:
        pandoc.run(("-o", PATTERN, "--print-default-data-file=reference.pptx"), job.folder, job.cancelled)
        dress_slides(pattern, job.words(), job.logo)
    _as_pictures(job, ".png", lambda _drawing: True)
    made = job.pandoc("pptx", "slides.lua", "report.pptx", "--reference-doc", PATTERN, "--slide-level=2")
    finish_slides(made)
    return made, ()


def _epub(job: Job) -> Converted:
    (job.folder / "facts.json").write_text(json.dumps(job.words()), encoding="utf-8")
    # A book is known by its number; that of one made of the same words is the same.
    number = uuid.uuid5(uuid.NAMESPACE_OID, (job.folder / REPORT).read_text(encoding="utf-8"))
    named = ("-M", f"identifier=urn:uuid:{number}")
    chapters = ("--epub-title-page=false", "--split-level=2", "--toc-depth=2")
    made = job.pandoc("epub3", "epub.lua", "report.epub", "--wrap=none", *chapters, *named)
    dress(made, (job.shapes / "epub.css").read_bytes())
    return made, ()


def _md(job: Job) -> Converted:
    return job.pandoc("gfm-raw_html", "plain.lua", "report.md", "--wrap=none"), ()


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        made.key: made
        for made in (
            Format(
                key="pdf",
                title="PDF",
                suffix=".pdf",
                description=_("Pages as they will be printed; tagged for screen readers (PDF/UA-1)"),
                convert=_pdf,
            ),
            Format(
                key="docx",
                title="Word",
                suffix=".docx",
                description=_("For editing in Word or LibreOffice, with real heading styles"),
                convert=_docx,
            ),
            Format(
                key="html",
                title=_("Web page"),
                suffix=".html",
                description=_("One file that opens in any browser, pictures included"),
                convert=_html,
            ),
            Format(
                key="odt",
                title="OpenDocument",
                suffix=".odt",
                description=_("For editing in LibreOffice"),
                convert=_odt,
            ),
            Format(
                key="pptx",
                title="PowerPoint",
                suffix=".pptx",
                description=_("For showing and editing in PowerPoint or LibreOffice, with speaker notes"),
                convert=_pptx,
            ),
            Format(
                key="epub",
                title="EPUB",
                suffix=".epub",
                description=_("A book for e-readers and phones, pictures included"),
                convert=_epub,
            ),
            Format(
                key="md",
                title="Markdown",
                suffix=".md",
                description=_("Plain text with light markup, without pictures"),
                convert=_md,
            ),
        )
    }
)
"""Every format by its key: the word on the command line and in a template's list."""
