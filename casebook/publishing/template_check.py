"""Tries a template on a full and on an empty case, and says what is wrong with it before it is used."""

import tempfile
from datetime import date
from pathlib import Path

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError, PublishError
from casebook.domain.marking import _
from casebook.domain.records import Sensitivity
from casebook.publishing.example_cases import empty_case, full_case
from casebook.publishing.order import Cancelled, Materials, Order, PublishCancelledError, never, quiet
from casebook.publishing.report import publish
from casebook.publishing.template_process import Fault, FaultyTemplateError, words
from casebook.publishing.templates import Template, find_template
from casebook.publishing.word_vetting import UnusableWordFileError

FULL, EMPTY = _("a case with everything filled"), _("a case with nothing filled")
FAULTY = _("“{}” does not work with {}: {}.")
DAY = date(2026, 1, 1)
_READY: set[tuple[Path, int, int]] = set()
"""Word files that were tried and work, with when they were last written and how large they are."""


@attrs.frozen(kw_only=True)
class Finding:
    """What is wrong with a template: one sentence, and where, when that is known."""

    sentence: str
    fault: Fault | None = None


def check(template: Template, materials: Materials, cancelled: Cancelled = never) -> Finding | None:
    """The first thing that is wrong with a template; None when reports can be made with it.

    Raises:
        PublishCancelledError: the person stopped it.
    """
    cases = ((FULL, full_case(materials.vocabularies)), (EMPTY, empty_case()))
    found = (_tried(template, case, materials.translate(name), materials, cancelled) for name, case in cases)
    return next(filter(None, found), None)


def hold_ready(name: str, materials: Materials, cancelled: Cancelled = never) -> None:
    """Try a Word template before the first report is made with it, once for each state of its file.

    Raises:
        NotFoundError: there is no such template.
        PublishError: it does not work.
        PublishCancelledError: the person stopped it.
    """
    template = find_template(name, materials.template_folders)
    if template.document is None:
        return
    state = template.document.stat()
    key = (template.document.absolute(), state.st_mtime_ns, state.st_size)
    if key in _READY:
        return
    finding = check(template, materials, cancelled)
    if finding is not None:
        raise PublishError(finding.sentence)
    _READY.add(key)


def _tried(
    template: Template, case: Case, name: str, materials: Materials, cancelled: Cancelled
) -> Finding | None:
    place = str((template.document or template.folder).absolute())
    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        order = Order(
            folder=Path(folder),
            template=place,
            formats=(template.formats or ("html",))[:1],
            audience=Sensitivity.INTERNAL,
            made_on=DAY,
        )
        try:
            publish(case, order, materials, quiet, cancelled)
        except PublishCancelledError:
            raise
        except UnusableWordFileError as error:
            return Finding(sentence=str(error))
        except FaultyTemplateError as error:
            sentence = materials.translate(FAULTY).format(template.title, name, words(error.fault))
            return Finding(sentence=sentence, fault=error.fault)
        except CasebookError as error:
            return Finding(sentence=str(error))
    return None
