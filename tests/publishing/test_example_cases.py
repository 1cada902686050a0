from casebook.domain.case import ANOTHER_CASE, CASE
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.publishing.example_cases import empty_case, full_case


def test_the_full_case_has_every_field_of_every_section(vocabularies):
    case = full_case(vocabularies)
    for key, records, specs in [
        ("case", (case,), CASE.header),
        *((key, case.section(key), section.fields) for key, section in CASE.sections.items()),
    ]:
        assert records, key
        empty = {
            spec.name for record in records for spec in specs if spec.is_empty(getattr(record, spec.name))
        }
        assert empty <= {spec.name for spec in specs if spec.to == ANOTHER_CASE}, key


def test_nothing_of_it_is_withheld_from_the_public_but_files(vocabularies):
    case = full_case(vocabularies)
    clean, receipt = redact(case, Sensitivity.PUBLIC)
    assert set(receipt.counts) <= {"attachments", "source_records"}
    assert len(clean.outcomes) == len(case.outcomes)


def test_the_empty_case_has_a_title_only():
    case = empty_case()
    assert case.title and not any(case.section(key) for key in CASE.sections)
