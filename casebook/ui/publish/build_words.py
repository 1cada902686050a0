"""A build in one line: how long, for whom, in which formats."""

from PySide6.QtCore import QCoreApplication

from casebook.domain.wording import Wording
from casebook.publishing.builds import Build
from casebook.publishing.converters import FORMATS
from casebook.publishing.templates import Template
from casebook.ui.i18n import translated


def build_facts(build: Build, template: Template | None, wording: Wording) -> str:
    """Such as "2 pages · Public · Word, PDF"; a report that is no longer there is said to be gone."""
    if template is None:
        return QCoreApplication.translate("build_words", "Its report is not there any more")
    return " · ".join(
        part
        for part in (_length(build, template), wording.sensitivity(build.audience), _formats(build))
        if part
    )


def _length(build: Build, template: Template) -> str:
    if template.max_pages == 1:
        return QCoreApplication.translate("build_words", "1 page")
    if template.max_pages:
        return QCoreApplication.translate("build_words", "{} pages").format(template.max_pages)
    if build.left_out:
        return QCoreApplication.translate("build_words", "Some sections")
    return "" if template.sections else QCoreApplication.translate("build_words", "All sections")


def _formats(build: Build) -> str:
    return ", ".join(translated(FORMATS[key].title) for key in build.formats if key in FORMATS)
