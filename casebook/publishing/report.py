"""Publishes cases: withhold, read, render, convert, and put the finished files where they were asked for."""

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError, PublishError
from casebook.domain.joint_redaction import joined, redact_together
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt
from casebook.publishing import pictures
from casebook.publishing.converters import FORMATS, Converted, Format, pages
from casebook.publishing.file_names import CANNOT_WRITE, place
from casebook.publishing.job import REPORT, Job
from casebook.publishing.legible import legible_case
from casebook.publishing.logo import lay_out_logo
from casebook.publishing.name_patterns import check_pattern, stem_for
from casebook.publishing.names import wording_of
from casebook.publishing.order import (
    STOPPED,
    Cancelled,
    Materials,
    Order,
    Pages,
    Progress,
    PublishCancelledError,
    Published,
    never,
    quiet,
)
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.scrubbing import scrub
from casebook.publishing.templates import Template, find_template
from casebook.publishing.typesetting import typesetter

if TYPE_CHECKING:
    from casebook.publishing.given import Given

NO_FORMAT = _("There is no format called “{}”; the ones at hand are {}.")
NOT_OFFERED = _("The template “{}” cannot be made as {}.")
ONE_AT_A_TIME = _(
    "The report “{}” is made of one case at a time, not of {}; choose one case or another report."
)
NO_CASE = _("Choose at least one case; nothing was written.")
NO_PAGES = _(
    "“{}” is a Word template: it makes Word files, which only Word lays out in pages. Export one and open it there."
)
NO_FORMATS = _("Choose at least one format; nothing was written.")
STILL_NAMED = _(
    "“{}” is withheld from this audience, but the text still names it; look through the report before sharing."
)


Cases = Case | Sequence[Case]
"""One case, or several that a report is made of together."""


def publish(
    cases: Cases,
    order: Order,
    materials: Materials,
    progress: Progress = quiet,
    cancelled: Cancelled = never,
) -> Published:
    """Make the report that `order` asks for. All files are made before the first is put in its place.

    Raises:
        AudienceError: a case as a whole is marked above the audience.
        NotFoundError: there is no such template or format.
        PublishCancelledError: the person stopped it; nothing was written.
        PublishError: it could not be made or written; no half-written file stays.
    """
    template = find_template(order.template, materials.template_folders)
    formats = _formats(order, template)
    check_pattern(order.file_name)
    with _drafted(cases, order, (template, formats), materials, (progress, cancelled)) as draft:
        progress(0.95, materials.translate(_("Writing the files")))
        folder = _folder(order.folder)
        stem = stem_for(draft.facts, template, order)
        digests = tuple(
            hashlib.sha256(path.read_bytes()).hexdigest() for _format, (path, _said) in draft.made
        )
        files = _placed(draft.made, folder, order, stem)
    progress(1.0, materials.translate(_("Done")))
    return Published(files=files, notices=draft.notices, receipt=draft.receipt, digests=digests)


def typeset(cases: Cases, order: Order, materials: Materials, cancelled: Cancelled = never) -> Pages:
    """The very PDF that `publish` would make of this order, in memory; the folder it names is not touched.

    Raises:
        AudienceError: a case as a whole is marked above the audience.
        NotFoundError: there is no such template.
        PublishCancelledError: the person stopped it.
        PublishError: it could not be made, or not as PDF.
    """
    template = find_template(order.template, materials.template_folders)
    if template.document is not None:
        raise PublishError(materials.translate(NO_PAGES).format(template.title))
    formats = _formats(attrs.evolve(order, formats=("pdf",)), template)
    with _drafted(cases, order, (template, formats), materials, (quiet, cancelled)) as draft:
        ((_pdf, (path, _sentences)),) = draft.made
        return Pages(pdf=path.read_bytes(), notices=draft.notices, receipt=draft.receipt)


@attrs.frozen(kw_only=True)
class _Draft:
    """What is made, while it lies in the job's folder."""

    made: list[tuple[Format, Converted]]
    facts: ReportFacts
    notices: tuple[str, ...]
    receipt: Receipt


@contextmanager
def _drafted(
    cases: Cases,
    order: Order,
    wanted: tuple[Template, tuple[Format, ...]],
    materials: Materials,
    work: tuple[Progress, Cancelled],
) -> Iterator[_Draft]:
    """Every format of the report, in a folder that goes again afterwards."""
    template, formats = wanted
    progress, cancelled = work
    taken = _taken(cases, template)
    progress(0.0, materials.translate(_("Withholding what is not for this audience")))
    wording = wording_of(materials, order.language)
    redacted = redact_together(taken, order.audience, materials.known, wording.country)
    clean = [(legible_case(case), receipt) for case, receipt in redacted]
    with tempfile.TemporaryDirectory(prefix="casebook-") as job_folder:
        within = (Path(job_folder), cancelled)
        job, notices = _prepared(clean, (order, template), materials, within)
        receipt = joined(
            [pictures.with_dropped(receipt, case, materials, job.pictures) for case, receipt in clean],
            order.audience,
        )
        if order.receipt_page:
            _add_receipt(job, receipt, taken[0])
        made = _converted(formats, job, progress)
        notices += [sentence for _made_format, (_path, sentences) in made for sentence in sentences]
        named = sorted({mention.name for mention in receipt.named})
        notices += [materials.translate(STILL_NAMED).format(name) for name in named]
        yield _Draft(made=made, facts=job.facts, notices=tuple(notices), receipt=receipt)


def _converted(formats: tuple[Format, ...], job: Job, progress: Progress) -> list[tuple[Format, Converted]]:
    made: list[tuple[Format, Converted]] = []
    for number, wanted in enumerate(formats):
        _go_on(job.cancelled)
        progress(
            0.2 + 0.75 * number / len(formats),
            job.translate(_("Making {}")).format(job.translate(wanted.title)),
        )
        path, sentences = wanted.convert(job)
        scrub(path, job.facts.day)
        made.append((wanted, (path, sentences)))
    _go_on(job.cancelled)
    return made


def _taken(cases: Cases, template: Template) -> Sequence[Case]:
    """The cases, when the template can make one report of them."""
    taken = (cases,) if isinstance(cases, Case) else tuple(cases)
    if not taken:
        raise PublishError(NO_CASE)
    if len(taken) > 1 and not template.many:
        raise PublishError(ONE_AT_A_TIME.format(template.title, len(taken)))
    return taken


def _prepared(
    clean: Sequence[tuple[Case, Receipt]],
    wanted: tuple[Order, Template],
    materials: Materials,
    work: tuple[Path, Cancelled],
) -> tuple[Job, list[str]]:
    """The job's folder filled: the HTML, the pictures, the references, the style of citation."""
    # Loaded here, for listing templates and formats must not wait for Jinja2 and the Markdown parser.
    from casebook.publishing.given import give

    order, template = wanted
    folder, cancelled = work
    setter = typesetter(materials.resources / "fonts")
    laid_out, notices = pictures.lay_out([case for case, _receipt in clean], materials, setter, folder)
    given = give(clean, wanted, materials, (folder, laid_out, cancelled))
    house = order.look or materials.house
    job = Job(
        folder=folder,
        resources=materials.resources,
        facts=given.names["report"],
        pictures=laid_out,
        typesetter=setter,
        look=template.look,
        house=house,
        logo=lay_out_logo(house, folder),
        translate=materials.translate,
        cancelled=cancelled,
        untrusted=template.own,
    )
    return job, [*notices, *given.notices, *_written(template, given, job)]


def _written(template: Template, given: "Given", job: Job) -> list[str]:
    """The HTML put into the job's folder, with as much as the pages allow; a sentence when they are too many."""
    from casebook.publishing.own_rendering import fill_word, html_renderer
    from casebook.publishing.page_budget import TOO_LONG, Room, within

    if template.document is not None:
        fill_word(template, given.names, job)
        return []
    with html_renderer(template, given.names, job) as render:

        def lay_out(room: Room) -> None:
            html = given.sources.settled(render(room), template.look)
            (job.folder / REPORT).write_text(html, encoding="utf-8")

        if not template.max_pages:
            lay_out(Room())
            return []
        case: Case | None = given.names.get("case")
        of = (template.name, job.facts.audience, case.id) if case is not None else ()
        needed = within(template.max_pages, lay_out, lambda: pages(job), of)
    if needed <= template.max_pages:
        return []
    return [job.translate(TOO_LONG).format(job.facts.kind, template.max_pages, needed)]


def _add_receipt(job: Job, receipt: Receipt, case: Case) -> None:
    """After the pages are counted: the receipt is a page of its own behind those a report promises."""
    from casebook.publishing.receipt_page import with_receipt

    report = job.folder / REPORT
    html = report.read_text(encoding="utf-8")
    made = with_receipt(html, receipt, case.declaration, job.facts, job.translate)
    report.write_text(made, encoding="utf-8")


def _formats(order: Order, template: Template) -> tuple[Format, ...]:
    if not order.formats:
        raise PublishError(NO_FORMATS)
    for key in order.formats:
        if key not in FORMATS:
            raise NotFoundError(NO_FORMAT.format(key, ", ".join(FORMATS)))
        if template.formats and key not in template.formats:
            raise PublishError(NOT_OFFERED.format(template.title, FORMATS[key].title))
    return tuple(FORMATS[key] for key in dict.fromkeys(order.formats))


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(CANNOT_WRITE.format(folder, error.strerror or error)) from error
    return folder


def _placed(made: list[tuple[Format, Converted]], folder: Path, order: Order, stem: str) -> tuple[Path, ...]:
    files: list[Path] = []
    try:
        for made_format, (path, _sentences) in made:
            files.append(place(path, folder, stem + made_format.suffix, order.existing))
    except PublishError:
        # All or nothing: what this order wrote before it failed goes again.
        for file in files:
            file.unlink(missing_ok=True)
        raise
    return tuple(files)


def _go_on(cancelled: Cancelled) -> None:
    if cancelled():
        raise PublishCancelledError(STOPPED)
