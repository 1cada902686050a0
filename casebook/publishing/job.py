"""One report under way: its folder, what stands in it, and how pandoc is asked."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from casebook.domain.marking import _
from casebook.publishing import pandoc
from casebook.publishing.letterhead import dressing
from casebook.publishing.logo import LaidOut
from casebook.publishing.look import Look
from casebook.publishing.order import Cancelled
from casebook.publishing.pictures import Picture
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.typesetting import Typesetter

REPORT = "report.html"


@attrs.frozen(kw_only=True)
class Job:
    """One report under way: its folder holds the HTML and the pictures."""

    folder: Path
    resources: Path
    facts: ReportFacts
    pictures: Mapping[str, Picture]
    typesetter: Typesetter
    look: str
    house: Look = attrs.field(factory=Look)
    logo: LaidOut | None = None
    translate: Callable[[str], str]
    cancelled: Cancelled
    untrusted: bool = False
    """Whether its HTML comes from a template of the user's own."""

    @property
    def shapes(self) -> Path:
        """The folder of filters and looks."""
        return self.resources / "pandoc"

    def pandoc(self, to: str, filter_name: str, output: str, *more: str | Path, source: str = REPORT) -> Path:
        """Convert the report, or a part of it, by one filter; the result lies in the job's folder."""
        names = ("harmless.lua", filter_name) if self.untrusted else (filter_name,)
        filters = [part for name in names for part in ("--lua-filter", self.shapes / name)]
        filtered = ("-f", "html", "-t", to, *filters)
        pandoc.run((*filtered, *more, source, "-o", output), self.folder, self.cancelled)
        return self.folder / output

    def tell(self) -> None:
        """Lay the words of headers and footers, and the look, where the filters find them."""
        (self.folder / "facts.json").write_text(json.dumps(self.words()), encoding="utf-8")

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
            **dressing(self.house, self.logo),
            "page": self.translate(_("Page")),
            "authors": list(facts.authors),
            "keywords": [],
            "day": [facts.day.year, facts.day.month, facts.day.day],
            "look": self.look,
            "lang": facts.language.partition("-")[0],
        }
