import pytest
from jinja2 import TemplateSyntaxError

from casebook.publishing.sandbox import StrictSandbox
from casebook.publishing.template_child import as_xml, problem, stayed
from tests.publishing.own_templates import made


def greet(name: str) -> str:
    return f"Hello {name}"


def test_a_function_that_stayed_behind_is_asked_once_for_each_argument():
    asked = []

    def counted(name: str) -> str:
        asked.append(name)
        return greet(name)

    assert made("{{ f('a') }} {{ f('a') }} {{ f('b') }}", {"f": counted}) == "Hello a Hello a Hello b"
    assert asked == ["a", "b"]
    with pytest.raises(TypeError):
        stayed(1, ())


def test_text_for_word_holds_none_of_the_renderers_own_signs():
    assert as_xml("<a> {_{ %_}") == "&lt;a&gt; {&#95;{ %&#95;}"


def test_a_problem_names_template_and_line():
    environment = StrictSandbox()
    with pytest.raises(TemplateSyntaxError) as caught:
        environment.from_string("a\n{% if %}")
    told = problem(caught.value)
    assert told["line"] == 2 and told["said"]
