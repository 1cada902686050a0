from casebook.domain.case import new_case
from casebook.ui.library.case_digest import digest_of


def test_a_rich_case_is_told_in_a_few_words(workbench, liberia):
    digest = digest_of(liberia, workbench.wording)
    assert digest.title == liberia.title and digest.countries == ("Liberia",)
    assert "ECOWAS" in digest.actors and len(set(digest.actors)) == len(digest.actors)
    assert any("→" in outcome.facts for outcome in digest.outcomes)
    assert all(outcome.grade is None or outcome.grade.code[0] in "ABCDEF–" for outcome in digest.outcomes)
    assert any(outcome.grade for outcome in digest.outcomes)
    starts = [moment.when.sort_key for moment in digest.moments]
    assert starts == sorted(starts) and len(starts) > 3
    assert any(moment.turning for moment in digest.moments)


def test_an_empty_case_has_an_empty_digest(workbench):
    digest = digest_of(new_case(), workbench.wording)
    assert digest.title == "Untitled case"
    assert (digest.actors, digest.frameworks, digest.outcomes, digest.moments) == ((), (), (), ())
