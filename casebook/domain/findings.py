"""What the checks can find: every rule with its sentence, and how to mend it."""

from collections.abc import Mapping

import attrs

from casebook.domain.marking import _


@attrs.frozen
class Rule:
    """A named rule; `{words}` in its sentences are filled from the finding's `values`."""

    key: str
    message: str
    mend: str
    binding: bool = True
    """Has to be mended before a case goes to review; the others are advice."""


RULES: Mapping[str, Rule] = {
    rule.key: rule
    for rule in (
        Rule(
            "required-missing",
            _("“{name}” has nothing under “{field}”."),
            _("Fill in “{field}”, or mark it as none found or not applicable."),
        ),
        Rule(
            "section-empty",
            _("Nothing is recorded under “{title}”."),
            _("Add an entry, or mark the section as none found or not applicable."),
        ),
        Rule(
            "outcome-without-evidence",
            _("No source stands behind the outcome “{name}”."),
            _("Link a source to the outcome, or to one of its indicators, measurements or testimonies."),
        ),
        Rule(
            "indicator-without-baseline",
            _("The indicator “{name}” has no baseline, so its figures show no change."),
            _("Give the value before the partnership began, or mark the baseline as none found."),
        ),
        Rule(
            "measured-before-baseline",
            _("“{name}” was measured ({measured}) before its baseline ({baseline})."),
            _("Correct one of the two dates, or record the earlier value as the baseline."),
        ),
        Rule(
            "lesson-incomplete",
            _("The lesson “{name}” lacks its {parts}."),
            _("Write the missing part, so that a reader can follow from what was seen to what to do."),
        ),
        Rule(
            "one-kind-of-source",
            _("All evidence in this case comes from one kind of source ({kind})."),
            _("Add a source of another kind, such as an evaluation, an interview or a newspaper report."),
            binding=False,
        ),
        Rule(
            "only-positive-outcomes",
            _("Every outcome recorded is positive."),
            _("Record what did not change or got worse, or say in the analysis that it was looked for."),
            binding=False,
        ),
        Rule(
            "only-positive-lessons",
            _("Every lesson recorded is to go on as before."),
            _("Add what to improve or avoid, or an open question."),
            binding=False,
        ),
        Rule(
            "actor-without-role",
            _("“{name}” has no role in this case."),
            _("Choose the role the actor played."),
        ),
        Rule(
            "testimony-without-consent",
            _("The testimony “{name}” has no consent."),
            _("Record the consent that was given; without it the testimony stays out of every export."),
        ),
        Rule(
            "acronym-not-expanded",
            _("“{acronym}” is not spelled out where it first appears, in “{field}”."),
            _("Write the full name with “({acronym})” after it, or list it as the short name of an actor."),
            binding=False,
        ),
        Rule(
            "event-outside-period",
            _("“{name}” ({date}) lies outside the period of the case ({period})."),
            _("Correct the date, or widen the period of the case."),
            binding=False,
        ),
        Rule(
            "link-into-trash",
            _("“{field}” of “{name}” points to “{linked}”, which is in the Trash."),
            _("Restore it from the Trash, or choose another."),
        ),
        Rule(
            "weak-sources-only",
            _("“{name}” rests only on sources graded D to F."),
            _("Add a more reliable source, or say in the text how uncertain it is."),
            binding=False,
        ),
        Rule(
            "too-many-words",
            _("“{field}” has {count} words; {limit} are advised."),
            _("Shorten it: it is read in lists and on covers."),
            binding=False,
        ),
        Rule(
            "too-long",
            _("“{field}” of “{name}” has {count} characters; {limit} are advised."),
            _("Shorten it, and move the detail to a longer field."),
            binding=False,
        ),
        Rule(
            "too-many-terms",
            _("“{field}” has {count} choices; {limit} at most are advised."),
            _("Keep the most important ones."),
        ),
        Rule(
            "out-of-range",
            _("“{field}” of “{name}” is {value}; it runs from {low} to {high}."),
            _("Correct the number."),
        ),
        Rule(
            "unknown-term",
            _("“{field}” of “{name}” uses “{term}”, which the vocabulary does not have."),
            _("Choose a term from the list."),
        ),
        Rule(
            "retired-term",
            _("“{field}” of “{name}” uses “{term}”, which another term has replaced."),
            _("Choose “{newer}” instead."),
            binding=False,
        ),
    )
}
"""All rules by key, in the order their findings are told."""


@attrs.frozen(kw_only=True)
class Finding:
    """Something to mend: the rule, and the record and field it points at.

    `section` is the key of a section, or of a part for fields of the case itself; `field` is empty
    when the finding is about the section or record as a whole.
    """

    rule: str
    section: str
    record_id: str
    field: str = ""
    values: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def binding(self) -> bool:
        """Whether it has to be mended before the case goes to review."""
        return RULES[self.rule].binding

    @property
    def message(self) -> str:
        """What was found, in one sentence."""
        return RULES[self.rule].message.format(**self.values)

    @property
    def mend(self) -> str:
        """How to mend it, in one sentence."""
        return RULES[self.rule].mend.format(**self.values)
