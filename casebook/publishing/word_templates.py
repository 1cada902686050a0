"""Word templates of the user's own: looked into, filled in a process of their own, and opened again."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.order import Cancelled
from casebook.publishing.page_budget import Room
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.template_child import Work
from casebook.publishing.template_process import template_process
from casebook.publishing.templates import Template
from casebook.publishing.word_vetting import vetted

NOT_OPENED = _(
    "The Word template “{}” made a file that does not open ({}); nothing was written. Look at the tags in its tables."
)


def filled(template: Template, given: Mapping[str, Any], facts: ReportFacts, cancelled: Cancelled) -> bytes:
    """The Word file that a template makes of what it is given.

    Raises:
        UnusableWordFileError: the template is no Word file that can be used safely.
        FaultyTemplateError: one of its tags is wrong.
        PublishError: it takes too much room or time, or what it makes cannot be opened.
        PublishCancelledError: the person stopped it.
    """
    if template.document is None:
        raise PublishError(NOT_OPENED.format(template.title, "no Word file"))
    work = Work(word=vetted(template.document), properties=properties(facts))
    with template_process(template.title, work, given, cancelled) as process:
        data = process.render(Room())
    why = unopenable(data)
    if why:
        raise PublishError(NOT_OPENED.format(template.title, why))
    return data


def properties(facts: ReportFacts) -> dict[str, str]:
    """What a Word file says of itself."""
    return {"title": facts.title, "author": "; ".join(facts.authors), "language": facts.language}


def unopenable(data: bytes) -> str:
    """Why a Word file does not open: as an archive, as XML, as a document; empty when it does."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            broken = archive.testzip()
            if broken:
                return broken
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(name), parser)
        opened = docx.Document(BytesIO(data))
        # Every cell must hold a paragraph (ECMA-376, part 1, 17.4.65), or Word calls the file damaged.
        cells = opened.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tc")
        if any(not cell.p_lst for cell in cells):
            return "a cell of a table is empty of paragraphs"
    except (zipfile.BadZipFile, etree.LxmlError, OpcError, KeyError, ValueError) as error:
        return str(error)[:200]
    return ""
