"""The controlled vocabularies that ship with the application are well formed and complete."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "resources" / "vocabularies"
FILES = sorted(FOLDER.glob("*.json"))

# Numbers of terms the case model names; for nested vocabularies the top level only.
COUNTS = {
    "absence": 3,
    "activity-type": 12,
    "actor-role": 10,
    "actor-type": 18,
    "capability-area": 9,
    "challenge": 8,
    "change-level": 5,
    "conflict-phase": 6,
    "consent": 4,
    "credibility": 6,
    "dac-criterion": 6,
    "dac-rating": 5,
    "era": 3,
    "event-type": 12,
    "evidence-stance": 3,
    "formality": 3,
    "framework": 13,
    "intensity": 5,
    "kirkpatrick": 4,
    "lesson-kind": 4,
    "lesson-status": 6,
    "outcome-direction": 4,
    "outcome-domain": 8,
    "partnership-family": 12,
    "perception": 3,
    "place-precision": 4,
    "relation-type": 8,
    "reliability": 6,
    "resolved": 3,
    "scope": 6,
    "sensitivity": 4,
    "source-connection": 4,
    "status": 7,
    "strand": 4,
    "technology": 7,
    "use-mode": 2,
}
OTHERS = {
    "attachment-kind",
    "contribution-strength",
    "durability",
    "indicator-direction",
    "intended",
    "question-type",
    "source-type",
    "teaching-method",
}
CHALLENGES = {
    "divergent-national-interests": {"mandate-gap", "caveats-roe", "decision-making", "exit-timelines"},
    "cultural-differences": {
        "doctrine",
        "operational-style",
        "communication-language",
        "institutional-culture",
    },
    "resource-constraints": {"funding", "personnel-rotation", "training-facilities", "equipment-logistics"},
    "evolving-threats": {
        "threat-technology",
        "asymmetric-warfare",
        "spoilers-splinters",
        "cross-border-threats",
    },
    "coordination": {"command-control", "information-sharing", "overload", "civil-military-roles"},
    "legitimacy-conduct": {
        "civilian-perception",
        "neutrality",
        "abuse-misconduct",
        "gender-blind-spots",
        "lack-of-local-ownership",
    },
    "access-security": set(),
    "sustainability": {"dependency", "hand-over", "institutional-memory"},
}
# Item types of the Citation Style Language schema, version 1.0.2.
CSL_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic
collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
interview legal_case legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post post-weblog regulation
report review review-book software song speech standard thesis treaty webpage
"""


def load(key: str) -> dict[str, Any]:
    """The vocabulary with that key, as plain JSON."""
    document: dict[str, Any] = json.loads((FOLDER / f"{key}.json").read_text(encoding="utf-8"))
    return document


def walk(terms: list[dict[str, Any]], depth: int = 1) -> Iterator[tuple[dict[str, Any], int]]:
    """Every term with its depth, parents before children."""
    for term in terms:
        yield term, depth
        yield from walk(term.get("narrower", []), depth + 1)


def tree(key: str) -> dict[str, list[str]]:
    """The identifiers of the top level, each with those one level below it."""
    return {term["id"]: [child["id"] for child in term.get("narrower", [])] for term in load(key)["terms"]}


def ids(key: str) -> list[str]:
    """The identifiers of the top level, in order."""
    return [term["id"] for term in load(key)["terms"]]


def test_the_folder_holds_exactly_the_expected_vocabularies() -> None:
    assert {file.stem for file in FILES} == set(COUNTS) | OTHERS


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_is_well_formed(file: Path) -> None:
    document = load(file.stem)
    assert set(document) == {"key", "title", "description", "terms"}
    assert document["key"] == file.stem
    for language in ("en", "fr"):
        assert document["title"][language].strip()
        assert document["description"][language].strip()
    assert document["description"]["en"].endswith(".")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_terms_are_labelled_defined_and_shallow(file: Path) -> None:
    separator = "[-_]" if file.stem == "source-type" else "-"
    well_formed = re.compile(f"[a-z0-9]+({separator}[a-z0-9]+)*")
    for term, depth in walk(load(file.stem)["terms"]):
        assert set(term) <= {"id", "label", "definition", "narrower", "symbol", "deprecated_by"}, term["id"]
        assert well_formed.fullmatch(term["id"]), term["id"]
        assert depth <= 3, term["id"]
        assert term["label"]["en"].strip() and term["label"]["fr"].strip(), term["id"]
        assert term["definition"]["en"].strip().endswith((".", "?")), term["id"]
        assert 0 < len(term.get("symbol", "x")) <= 8, term["id"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_ids_and_labels_are_unique_and_replacements_resolve(file: Path) -> None:
    terms = [term for term, _ in walk(load(file.stem)["terms"])]
    known = [term["id"] for term in terms]
    assert len(known) == len(set(known))
    assert all(term.get("deprecated_by", term["id"]) in known for term in terms)
    assert all(term.get("deprecated_by") != term["id"] for term in terms)
    for language in ("en", "fr"):
        siblings = [term["label"][language] for term in load(file.stem)["terms"]]
        assert len(siblings) == len(set(siblings))


@pytest.mark.parametrize("key", sorted(COUNTS))
def test_lists_of_the_case_model_are_complete(key: str) -> None:
    assert len(ids(key)) == COUNTS[key]


def test_challenges_have_the_two_levels_of_the_case_model() -> None:
    assert {key: set(children) for key, children in tree("challenge").items()} == CHALLENGES


def test_frameworks_name_the_elements_of_the_case_model() -> None:
    elements = tree("framework")
    assert elements["3d-approach"] == ["3d-diplomacy", "3d-development", "3d-defence"]
    assert elements["protection-of-civilians"] == ["poc-dialogue", "poc-physical", "poc-environment"]
    assert elements["women-peace-security"] == [
        "wps-participation",
        "wps-prevention",
        "wps-protection",
        "wps-relief-recovery",
    ]
    assert all(elements.values())


def test_ordered_scales_keep_their_order_and_symbols() -> None:
    assert ids("sensitivity") == ["public", "training", "partner", "internal"]
    assert [term["symbol"] for term in load("reliability")["terms"]] == list("ABCDEF")
    assert ids("reliability") == list("abcdef")
    assert ids("credibility") == [term["symbol"] for term in load("credibility")["terms"]] == list("123456")
    assert ids("kirkpatrick") == ["level-1", "level-2", "level-3", "level-4"]
    assert ids("dac-rating") == ["not-assessed", "1", "2", "3", "4"]


def test_source_types_are_types_of_the_citation_style_language() -> None:
    assert set(ids("source-type")) <= set(CSL_TYPES.split())
