import pytest
from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError
from markupsafe import Markup

from casebook.publishing.plain_names import Names
from casebook.publishing.sandbox import FencedLoader, Sandbox, StrictSandbox, generated, in_words


def test_what_is_printed_is_escaped_and_unknown_names_are_faults():
    for kind in (Sandbox, StrictSandbox):
        assert kind().from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
        assert kind().from_string("{{ x }}").render(x=Markup("<b>")) == "<b>"
        with pytest.raises(UndefinedError):
            kind().from_string("{{ y }}").render()


def test_an_unknown_name_says_which_was_perhaps_meant():
    with pytest.raises(UndefinedError, match="there is no “titel” here; “title” was perhaps meant"):
        StrictSandbox().from_string("{{ fields.titel }}").render(fields=Names(title="T"))
    with pytest.raises(UndefinedError, match=r"there is no “zzz” here$"):
        StrictSandbox().from_string("{{ fields.zzz }}").render(fields=Names(title="T"))


@pytest.mark.parametrize(
    "source", ["{{ 'x' * 1000001 }}", "{{ 1000001 * [1] }}", "{{ 'a'.ljust(100001) }}", "{{ 9 ** 9999 }}"]
)
def test_one_step_makes_no_more_than_a_report_can_hold(source):
    with pytest.raises(SecurityError):
        StrictSandbox().from_string(source).render()


def test_ordinary_reckoning_is_left_alone():
    source = "{{ 6 * 7 }} {{ 2 ** 10 }} {{ 7 // 2 }} {{ 'ab' * 3 }} {{ '%s-%05.1f' % ('a', 2) }} {{ 'a'|center(9)|length }}"
    assert StrictSandbox().from_string(source).render() == "42 1024 3 ababab a-002.0 9"


def test_loops_macros_and_what_jinja_offers_work():
    source = (
        "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(1) }}{{ m.name }}"
        "{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}{{ dict(b=3).b }}"
        "{% set c = cycler('x', 'y') %}{{ c.next() }}{{ c.current }}{% for i in [1, 2] %}{{ loop.last }}{% endfor %}"
    )
    assert StrictSandbox().from_string(source).render() == "[1]m23xyFalseTrue"


def test_a_template_that_is_too_long_ends():
    with pytest.raises(MemoryError):
        generated(StrictSandbox().from_string("{% for a in range(99999) %}{{ 'x' * 999 }}{% endfor %}"), {})


def test_only_files_of_the_folder_are_loaded(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.j2").write_text("a")
    (tmp_path / "b.j2").write_text("b")
    (tmp_path / "in" / "link.j2").symlink_to(tmp_path / "b.j2")
    environment = Sandbox(loader=FencedLoader([tmp_path / "in"]))
    assert environment.get_template("a.j2").render() == "a"
    for name in ("../b.j2", "link.j2", "none.j2"):
        with pytest.raises(TemplateNotFound):
            environment.get_template(name)


def test_faults_in_words():
    assert in_words(RecursionError("x")).startswith("it calls itself")
    assert "“a.j2”" in in_words(TemplateNotFound("a.j2"))
    assert in_words(ValueError()) == "ValueError"
