"""By which field each section is matched."""

from casebook.domain.case import CASE
from casebook.domain.entry_identity import deciding_field


def test_each_section_has_the_field_it_is_matched_by():
    found = {key: deciding_field(section) for key, section in CASE.sections.items() if not section.shared}
    assert {key: spec.name if spec else "" for key, spec in found.items()} == {
        "places": "name",
        "actors": "actor",
        "relations": "type",
        "frameworks": "framework",
        "activities": "type",
        "training_results": "",
        "challenges": "category",
        "outcomes": "domain",
        "indicators": "name",
        "measurements": "",
        "testimonies": "",
        "assessment": "criterion",
        "timeline": "type",
        "adaptations": "title",
        "lessons": "title",
        "teaching_kits": "audience",
        "questions": "",
        "exercises": "",
        "evidence": "source",
        "attachments": "caption",
    }
