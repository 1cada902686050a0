"""Every rule has a sentence for what was found and one for how to mend it."""

import string

import pytest

from casebook.domain.findings import RULES, Finding


def words_in(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_speaks_in_sentences(rule):
    for sentence in (rule.message, rule.mend):
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence[0] in "“{"
    assert words_in(rule.mend) <= words_in(rule.message) | {"newer"}


def test_a_finding_fills_in_its_values_and_nothing_from_them():
    finding = Finding(
        rule="required-missing",
        section="challenges",
        record_id="1",
        field="title",
        values={"name": "{field} {0}", "field": "Challenge"},
    )
    assert finding.message == "“{field} {0}” has nothing under “Challenge”."
    assert finding.mend == "Fill in “Challenge”, or mark it as none found or not applicable."
