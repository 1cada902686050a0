"""Reads a case by its declaration into the views a template prints; names no section and no field of its own."""

from collections.abc import Iterable
from typing import Any

import attrs
from markupsafe import Markup

from casebook.domain.case import Case
from casebook.domain.citing import Cite
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.grades import best, grade_of
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt
from casebook.domain.records import Record
from casebook.domain.redaction import records
from casebook.domain.sections.evidence import Evidence
from casebook.domain.wording import Wording
from casebook.publishing import citations
from casebook.publishing.bibliography import Bibliography
from casebook.publishing.markdown import inline, link, prose
from casebook.publishing.views import EntryView, EvidenceView, FieldView, PartView, SectionView

SUPPORTS, CONTRADICTS = "supports", "contradicts"


@attrs.define(kw_only=True)
class Reading:
    """One case, after redaction, read in one language."""

    case: Case
    receipt: Receipt
    wording: Wording
    bibliography: Bibliography
    _names: dict[str, Markup] = attrs.field(init=False, factory=dict)
    _withheld: dict[str, frozenset[str]] = attrs.field(init=False, factory=dict)
    _by_id: dict[str, Record] = attrs.field(init=False, factory=dict)
    _evidence: dict[str, list[Record]] = attrs.field(init=False, factory=dict)
    _source_ids: dict[str, str] = attrs.field(init=False, factory=dict)
    _keys: dict[str, str] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Index records, evidence by claim, and sources by citation key."""
        self._by_id = {record.id: record for _key, record in records(self.case)}
        for item in self.case.evidence:
            self._evidence.setdefault(item.claim or "", []).append(item)
        for record_id in {item.record_id for item in self.receipt.items if item.field}:
            self._withheld[record_id] = self.receipt.withheld_fields(record_id)
        sources = self.case.source_records
        self._source_ids = dict(self.bibliography.ids) or citations.source_ids(sources)
        self._keys = citations.keys(sources, self._source_ids)

    def parts(self) -> tuple[PartView, ...]:
        """The groups of fields of the case itself."""
        return tuple(
            PartView(
                key=part.key,
                title=self.wording.translate(part.title),
                fields=tuple(
                    self.field(self.case, spec) for spec in self.case.declaration.part_fields(part.key)
                ),
            )
            for part in self.case.declaration.parts
        )

    def sections(self, specs: Iterable[SectionSpec]) -> tuple[SectionView, ...]:
        """The given sections with all their entries, whatever those stand in."""
        return tuple(self.section(spec, self.case.section(spec.key)) for spec in specs)

    def section(self, spec: SectionSpec, entries: Iterable[Record]) -> SectionView:
        """One section with the given entries."""
        views = tuple(self.entry(entry) for entry in entries)
        return SectionView(
            key=spec.key,
            title=self.wording.translate(spec.title),
            singular=self.wording.translate(spec.singular),
            entries=views,
            absence="" if views or spec.key in self.receipt.counts else self._absence(self.case, spec.key),
        )

    def entry(self, record: Record) -> EntryView:
        """One record with its fields, what stands in it, and its evidence."""
        evidence = self.evidence_for(record.id)
        title = self.wording.title(record, self.case)
        return EntryView(
            record=record,
            title=inline(title),
            plain_title=title,
            fields=tuple(self.field(record, spec) for spec in field_specs(type(record))),
            children=self._children(record),
            evidence=evidence,
            grade=best(view.grade for view in evidence if view.stance != CONTRADICTS),
            reference=self.bibliography.sources.get(self._source_ids.get(record.id, ""), Markup("")),
            cited=citations.printed(record) if record.id in self._source_ids else frozenset(),
        )

    def _children(self, record: Record) -> tuple[SectionView, ...]:
        key = getattr(type(record), "__section__", None)
        specs = self.case.declaration.children(key.key) if key is not None else ()
        views = []
        for spec in specs:
            entries = self.case.children(spec.key, record.id)
            view = self.section(spec, entries)
            # What an entry holds none of is its own business, not an absence of the whole section.
            views.append(attrs.evolve(view, absence=""))
        return tuple(views)

    def field(self, record: Record, spec: FieldSpec) -> FieldView:
        """One field of a record."""
        value = getattr(record, spec.name)
        withheld = spec.name in self._withheld.get(record.id, ())
        html = Markup("") if spec.is_empty(value) else self._html(spec, value)
        asked = spec.expected or spec.required or spec.name in record.absences
        return FieldView(
            name=spec.name,
            label=self.wording.translate(spec.label),
            kind=spec.kind.value,
            value=value,
            html=html,
            absence=self._absence(record, spec.name) if not html and asked and not withheld else "",
            withheld=withheld and not html,
            fact=spec.fact,
            summary=spec.summary,
            expected=spec.expected,
            unit=self.wording.translate(spec.unit),
        )

    def _html(self, spec: FieldSpec, value: Any) -> Markup:
        match spec.kind:
            case Kind.PROSE:
                return prose(value, self._keys, self.bibliography.cite)
            case Kind.URL:
                return link(value)
            case Kind.LINK:
                return self._name(value)
            case Kind.LINKS:
                return Markup(", ").join(self._name(target) for target in value)
            case Kind.CHIPS | Kind.TERMS:
                return Markup(", ").join(
                    inline(self.wording.value(spec, (item,), self.case)) for item in value
                )
            case Kind.TERM if spec.vocabulary in self.wording.vocabularies:
                return inline(self.wording.vocabularies[spec.vocabulary].path(value, self.wording.language))
        return inline(self.wording.value(spec, value, self.case))

    def _name(self, record_id: str) -> Markup:
        """What the target of a link is called."""
        if record_id not in self._names:
            target = self._by_id.get(record_id)
            words = (
                self.wording.name(target, self.case) if target else self.wording.translate(_("another case"))
            )
            self._names[record_id] = inline(" ".join(words.split()))
        return self._names[record_id]

    def _absence(self, record: Record, name: str) -> str:
        return self.wording.absence(record.absences.get(name))

    def evidence_for(self, record_id: str) -> tuple[EvidenceView, ...]:
        """The sources behind a claim: supporting ones first, contradicting ones last."""
        order = {SUPPORTS: 0, CONTRADICTS: 2}
        views = [self._evidence_view(item) for item in self._evidence.get(record_id, ())]
        return tuple(sorted(views, key=lambda view: order.get(view.stance, 1)))

    def _evidence_view(self, item: Record) -> EvidenceView:
        source = self._by_id.get(getattr(item, "source", None) or "")
        locator = getattr(item, "locator", "")
        short_id = self._source_ids.get(source.id, "") if source else ""
        cite: citations.Citation = ((Cite(short_id, "", locator),), False)
        stance = getattr(item, "stance", None) or SUPPORTS
        return EvidenceView(
            entry=EntryView(
                record=item,
                title=inline(self.wording.title(source, self.case)) if source else Markup(""),
                plain_title="",
                fields=tuple(self.field(item, spec) for spec in field_specs(type(item))),
            ),
            citation=self.bibliography.beside(cite) if short_id else Markup(""),
            note=self.bibliography.cite(cite) if short_id else Markup(""),
            noted=bool(short_id) and self.bibliography.process is not None,
            stance=stance,
            stance_words=self.wording.term("evidence-stance", stance),
            grade=grade_of(item, source, self.wording),
        )

    def sources_in_order(self, section: SectionView) -> SectionView:
        """The section of sources in the order of the bibliography."""
        order = {short: place for place, short in enumerate(self.bibliography.sources)}
        by_place = sorted(
            section.entries, key=lambda entry: order.get(self._source_ids.get(entry.record.id, ""), -1)
        )
        return attrs.evolve(section, entries=tuple(by_place))

    def loose_evidence(self) -> tuple[EvidenceView, ...]:
        """Evidence whose claim is no entry of a section that is printed: none, gone, or a shared record."""
        printed = {self.case.id}
        for spec in self.case.declaration.sections.values():
            if not spec.shared and spec.entry_type is not Evidence:
                printed |= {record.id for record in self.case.section(spec.key)}
        return tuple(
            view for claim in self._evidence if claim not in printed for view in self.evidence_for(claim)
        )
