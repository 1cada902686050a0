"""Sets for a comparative analysis, as a person chooses them: fields and terms, made into tables of memberships."""

import re
from collections.abc import Sequence

import attrs

from casebook.domain.calibration import Anchors, direct
from casebook.domain.declaration import Declaration
from casebook.domain.errors import CasebookError, NotFoundError
from casebook.domain.grounds import Ground, ground_of, term_label
from casebook.domain.marking import _
from casebook.domain.measures import COUNT, Measure, measures
from casebook.domain.qca import Condition, Memberships, condition_label, memberships, safe_name
from casebook.domain.tally import Tally
from casebook.domain.wording import Wording
from casebook.services.tallying import Reader

WRITTEN = re.compile(r"(?P<field>[\w.]+)=(?P<term>[^:@]+)(?::(?P<sign>[^@]+))?(?:@(?P<anchors>[-\d.,]+))?\Z")


@attrs.frozen(kw_only=True)
class Choice:
    """A set as it was chosen: a field, a term, perhaps a value its entries must have, perhaps anchors."""

    field: str
    term: str
    sign: str = ""
    anchors: Anchors | None = None


def choice_of(text: str) -> Choice:
    """Read a set as it is written on the command line: "challenges=funding", "outcomes=justice:positive", "…@0,1,3".

    Raises:
        CasebookError: it is not written so.
    """
    matched = WRITTEN.match(text.strip())
    if matched is None:
        raise CasebookError(
            _(
                "“{text}” is not a set. Write FIELD=TERM, FIELD=TERM:VALUE or FIELD=TERM@OUT,CROSSOVER,IN."
            ).format(text=text[:80])
        )
    return Choice(
        field=matched["field"],
        term=matched["term"].strip(),
        sign=(matched["sign"] or "").strip(),
        anchors=_anchors(matched["anchors"]) if matched["anchors"] else None,
    )


def _anchors(text: str) -> Anchors:
    try:
        out, crossover, into = (float(part) for part in text.split(","))
        direct(0.0, (out, crossover, into))
    except ValueError as error:
        raise CasebookError(
            _("Anchors are three numbers in order, fully out, crossover and fully in: 0,1,3.")
        ) from error
    return out, crossover, into


@attrs.frozen(kw_only=True)
class Sets:
    """The conditions and the outcome that were chosen; with `fuzzy` scales are used where there are any."""

    conditions: tuple[Choice, ...]
    outcome: Choice
    fuzzy: bool = False

    def memberships(
        self, reader: Reader, wording: Wording, case_ids: Sequence[str] | None = None
    ) -> Memberships:
        """The table over some cases, or all.

        Raises:
            NotFoundError: there is no such field, term or value.
            CasebookError: the outcome is one of the conditions.
        """
        declaration = reader.library.declaration
        if self.outcome in self.conditions:
            raise CasebookError(_("The outcome cannot be one of the conditions. Choose another."))
        choices = (*self.conditions, self.outcome)
        wanted = [_ground(choice, declaration, wording, fuzzy=self.fuzzy) for choice in choices]
        each = list(dict.fromkeys(wanted))
        tallies = dict(zip(each, reader.tallies(each, case_ids), strict=True))
        made: list[Condition] = []
        for choice, pair in zip(choices, wanted, strict=True):
            made.append(_condition(choice, tallies[pair], wording, [one.name for one in made]))
        keyed = {(ground.key, measure.key): tally for (ground, measure), tally in tallies.items()}
        return memberships(made[:-1], made[-1], keyed)


def _ground(
    choice: Choice, declaration: Declaration, wording: Wording, *, fuzzy: bool
) -> tuple[Ground, Measure]:
    ground = ground_of(declaration, choice.field)
    offered = measures(ground, declaration, wording.vocabularies)
    if choice.sign:
        for measure in offered[1:]:
            if choice.sign in dict(measure.symbols) or choice.sign in dict(measure.levels):
                return ground, measure
        raise NotFoundError(
            _("No entry of “{field}” can be “{value}”.").format(field=ground.key, value=choice.sign[:80])
        )
    # Only a scale that a card shows among its facts says how far an entry is a case of its term.
    scale = next((one for one in offered if one.levels and one.spec is not None and one.spec.fact), COUNT)
    return ground, scale if fuzzy or (choice.anchors and scale is not COUNT) else COUNT


def _condition(choice: Choice, tally: Tally, wording: Wording, taken: Sequence[str]) -> Condition:
    ground, measure = tally.ground, tally.measure
    term = _term(choice, tally, wording)
    label = condition_label(ground, term, wording, tally.names, choice.sign, measure)
    return Condition(
        ground=ground,
        term=term,
        label=label,
        name=safe_name(label, taken),
        measure=measure,
        sign=choice.sign,
        anchors=choice.anchors,
    )


def _term(choice: Choice, tally: Tally, wording: Wording) -> str:
    """The term by its id or by what it is called."""
    spec = tally.ground.value
    vocabulary = wording.vocabularies.get(spec.vocabulary) if spec.vocabulary else None
    known: list[str] = [
        *(vocabulary.by_id if vocabulary else ()),
        *dict.fromkeys(one.term for one in tally.counts),
    ]
    if choice.term in known:
        return choice.term
    for term in known:
        if term_label(spec, term, wording, tally.names).casefold() == choice.term.casefold():
            return term
    raise NotFoundError(
        _("“{field}” has no term “{term}”.").format(field=tally.ground.key, term=choice.term[:80])
    )
