import pytest

from casebook.publishing.plain_names import Names
from casebook.publishing.sandbox import StrictSandbox
from casebook.publishing.template_child import as_xml
from casebook.publishing.word_rendering import FaultyWordError, WordDocument, warm_up
from tests.publishing.own_templates import word, word_text


@pytest.fixture
def environment():
    return StrictSandbox(trim_blocks=False, lstrip_blocks=False, finalize=as_xml)


def rendered(template, environment, given):
    return WordDocument(template.document.read_bytes()).rendered(given, environment, {"title": "T"})


def test_a_document_is_filled_again_and_again(environment, tmp_path):
    template = word(tmp_path / "t.docx", "{{ a }}")
    document = WordDocument(template.document.read_bytes())
    for words in ("one", "two"):
        assert word_text(document.rendered({"a": words}, environment, {})).strip() == words


def test_a_fault_is_placed(environment, tmp_path):
    template = word(tmp_path / "t.docx", "fine", table=[("{{ fields.titel }}",)])
    with pytest.raises(FaultyWordError) as caught:
        rendered(template, environment, {"fields": Names(title="T")})
    assert caught.value.place == {"place": "“{{ fields.titel }}” in table 1, row 1"}


def test_damaged_files_are_told(environment):
    with pytest.raises(FaultyWordError, match="damaged"):
        WordDocument(b"PK").rendered({}, environment, {})


def test_warming_up_fills_a_document(environment):
    assert warm_up(environment) is None
