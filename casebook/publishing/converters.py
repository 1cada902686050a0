"""From one HTML report to every format: one entry each."""

import base64
import json
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from casebook.domain.marking import _
from casebook.publishing import pandoc
from casebook.publishing.charts.picture import needs_picture, picture_markup
from casebook.publishing.order import Cancelled
from casebook.publishing.pictures import SVG, Picture
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.typesetting import Typesetter
from casebook.publishing.word_files import describe_pictures, keep_rows_whole

REPORT = "report.html"
FILLED = "filled.docx"
"""A Word template of the user's own, filled: the Word file as it is."""
OUTLINES = ".outlines.png"
"""What the filter for PDF looks for beside a drawing."""
NO_FONT = _(
    "The PDF has characters in {} for which this computer has no font; install one, such as Noto Sans for that script, "
    "and export again. Until then they print as empty boxes and the file does not declare PDF/UA-1."
)


@attrs.frozen(kw_only=True)
class Job:
    """One report under way: its folder holds the HTML and the pictures."""

    folder: Path
    resources: Path
    facts: ReportFacts
    pictures: Mapping[str, Picture]
    typesetter: Typesetter
    look: str
    translate: Callable[[str], str]
    cancelled: Cancelled
    untrusted: bool = False
    """Whether its HTML comes from a template of the user's own."""

    @property
    def shapes(self) -> Path:
        """The folder of filters and looks."""
        return self.resources / "pandoc"

    def pandoc(self, to: str, filter_name: str, output: str, *more: str | Path) -> Path:
        """Convert the report by one filter; the result lies in the job's folder."""
        names = ("harmless.lua", filter_name) if self.untrusted else (filter_name,)
        filters = [part for name in names for part in ("--lua-filter", self.shapes / name)]
        filtered = ("-f", "html", "-t", to, *filters)
        pandoc.run((*filtered, *more, REPORT, "-o", output), self.folder, self.cancelled)
        return self.folder / output

    def words(self) -> dict[str, Any]:
        """What stands in running headers and footers, as plain text."""
        facts = self.facts
        status, audience = self.translate(_("Status")), self.translate(_("Audience"))
        return {
            "title": facts.title,
            "reference": facts.reference,
            "status": facts.status,
            "status_label": status,
            "audience": facts.audience,
            "audience_label": audience,
            "page_label": self.translate(_("Page")),
            "footer": f"{status}: {facts.status} · {audience}: {facts.audience}",
            "page": self.translate(_("Page")),
            "authors": list(facts.authors),
            "keywords": [],
            "day": [facts.day.year, facts.day.month, facts.day.day],
            "look": self.look,
            "lang": facts.language.partition("-")[0],
        }


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
    (job.folder / "facts.json").write_text(json.dumps(job.words()), encoding="utf-8")
    _as_pictures(job, OUTLINES, needs_picture)
    return job.pandoc(
        "typst", "typst.lua", "report.typ", "--wrap=none", "--template", job.shapes / "look.typ"
    ).read_text(encoding="utf-8")


def pages(job: Job) -> int:
    """How many pages the report that lies in the job's folder fills in print."""
    return job.typesetter.pages(_markup(job), job.folder)


def _pdf(job: Job) -> Converted:
    data, uncovered = job.typesetter.pdf(_markup(job), job.folder)
    made = job.folder / "report.pdf"
    made.write_bytes(data)
    return made, tuple([job.translate(NO_FONT).format(", ".join(uncovered))] if uncovered else ())


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
    _pack(job.shapes / look, reference, job.words())
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
    (job.folder / "assets.json").write_text(json.dumps(inline), encoding="utf-8")
    return job.pandoc(
        "html5", "web.lua", "report.out.html", "--wrap=none", "--template", job.shapes / "web.html"
    ), ()


def _md(job: Job) -> Converted:
    return job.pandoc("gfm-raw_html", "plain.lua", "report.md", "--wrap=none"), ()


def _pack(folder: Path, target: Path, words: Mapping[str, Any]) -> None:
    """Zip a document's parts, with the words for its headers and footers put in; `mimetype` first, as ODF asks."""
    parts = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda p: p.name != "mimetype")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            text = part.read_text(encoding="utf-8")
            for name in ("title", "reference", "footer", "page"):
                text = text.replace(f"@@{name}@@", escape(words[name]))
            stored = zipfile.ZIP_STORED if part.name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(part.relative_to(folder).as_posix(), text, stored)


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
