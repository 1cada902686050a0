from pathlib import Path

import pytest

from casebook.domain.records import Sensitivity
from casebook.publishing.builds import Build
from casebook.publishing.templates import Template
from casebook.ui.publish.build_words import build_facts


@pytest.fixture
def facts(workbench):
    def of(build, **template):
        return build_facts(build, Template(name="t", title="T", folder=Path(), **template), workbench.wording)

    return of


def test_a_build_says_how_long_for_whom_and_in_which_formats(facts):
    build = Build(formats=("pdf", "docx"), audience=Sensitivity.PARTNER)
    assert facts(build, max_pages=2) == "2 pages · Partner · PDF, Word"
    assert facts(build, max_pages=1) == "1 page · Partner · PDF, Word"
    assert facts(build) == "All sections · Partner · PDF, Word"
    assert facts(Build(formats=("pdf",), left_out=("lessons",))) == "Some sections · Public · PDF"
    assert facts(Build(formats=("pdf",)), sections=("actors",)) == "Public · PDF"


def test_a_report_that_is_gone_is_said_to_be(workbench):
    assert "not there any more" in build_facts(Build(), None, workbench.wording)
