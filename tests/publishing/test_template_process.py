"""Templates are untrusted: whatever one tries, it ends within seconds, with a sentence, and nothing leaks."""

import itertools
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebook.domain.errors import PublishError
from casebook.publishing import template_process
from casebook.publishing.order import PublishCancelledError
from casebook.publishing.page_budget import Room
from casebook.publishing.template_child import Work
from tests.publishing.own_templates import made

ROOT = Path(__file__).resolve().parents[2]
LARGEST_CHILD = """
import contextlib, resource
from casebook.domain.errors import PublishError
from tests.publishing.own_templates import made
from tests.publishing.test_template_process import HUGE
for source in HUGE:
    with contextlib.suppress(PublishError):
        made(source)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
SOON = 20.0
"""Seconds on a busy machine; a quiet one takes a third of it."""


def shout(words: str) -> str:
    return words.upper()


ENDLESS = [
    "{% for a in range(10**9) %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(100) }}",
    "{% include 'report.html.j2' %}",
    "{% extends 'report.html.j2' %}",
    "{% import 'report.html.j2' as r %}",
    "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
]
HUGE = [
    "{{ 'x' * 10**9 }}",
    "{{ 'x'|center(10**9) }}",
    "{{ 'x'.center(10**9) }}",
    "{{ 'x'|indent(10**9) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ [1]|tojson(indent=10**9) }}",
    "{{ 7 ** 9999999 }}",
    "{{ 'a'|replace('a', 'b' * 999999)|replace('b', 'c' * 999999) }}",
    "{% set n = namespace(s='x' * 1000) %}{% for a in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
    "{% set n = namespace(s=['x']) %}{% for a in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "{% for a in range(99999) %}{{ 'x' * 99999 }}{% endfor %}",
]
PRYING = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ shout.__globals__ }}",
    "{{ shout|attr('__globals__') }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ ('{0.__class__}'|string).format(x) }}",
    "{{ '{0.__class__}'.format_map({'0': x}) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ dict.fromkeys }}",
    "{{ dict.mro() }}",
    "{{ [].append(1) }}",
    "{{ x.__class__.__mro__[1].__subclasses__() }}",
    "{{ ([x]|map(attribute='__class__')|list)[0].x }}",
    "{{ lipsum() }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../etc/passwd' %}",
]


@pytest.mark.parametrize("source", ENDLESS + HUGE, ids=lambda source: source[:50])
def test_what_has_no_end_or_no_measure_is_stopped_in_time(source):
    began = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(PublishError, match=r"“Mine”.*nothing was written"):
        made(source)
    assert time.monotonic() - began < SOON
    # Kilobytes; what the template takes, it takes in its own process.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_what_has_no_measure_is_stopped_in_its_room():
    """In a process whose only children are those of templates: the system tells of the largest child there ever was."""
    done = subprocess.run(
        [sys.executable, "-c", LARGEST_CHILD],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    # Kilobytes; half a gigabyte is what such a process may have.
    assert 20_000 < int(done.stdout) < 700_000


@pytest.mark.parametrize("source", PRYING)
def test_a_prying_template_is_refused_in_one_sentence(source):
    with pytest.raises(
        template_process.FaultyTemplateError, match=r"“Mine” cannot be used .*nothing was written"
    ):
        made(source, {"x": "a", "shout": shout})


def test_what_is_allowed_works():
    source = "{{ x }} {{ shout('b') }} {% for a in range(3) %}{{ loop.index }}{% endfor %} {{ 'ab'|center(6)|length }}"
    assert made(source, {"x": "<b>", "shout": shout}) == "&lt;b&gt; B 123 6"


def test_a_fault_names_its_file_and_line():
    with pytest.raises(template_process.FaultyTemplateError) as caught:
        made("one\n{% include 'part.j2' %}", **{"part.j2": "a\nb\n{{ titel }}"})
    assert (caught.value.fault.name, caught.value.fault.line) == ("part.j2", 3)
    assert "there is no “titel” here" in str(caught.value)
    with pytest.raises(template_process.FaultyTemplateError) as caught:
        made("one\n\n{% if %}")
    assert (caught.value.fault.name, caught.value.fault.line) == ("report.html.j2", 3)


def test_one_process_renders_as_often_as_it_is_asked():
    work = Work(sources={"r.j2": "{{ room.few(10) }}"}, main="r.j2")
    with template_process.template_process("Mine", work, {}, lambda: False) as process:
        assert [process.render(Room(share)) for share in (1.0, 0.5, 0.2)] == [b"10", b"5", b"2"]


def test_a_person_can_stop_it():
    asked = itertools.count()
    with pytest.raises(PublishCancelledError):
        made(
            "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            {},
            lambda: next(asked) > 2,
        )


def test_it_is_ended_where_only_the_clock_tells(monkeypatch):
    monkeypatch.setattr(template_process, "PATIENCE", 0.5)
    with pytest.raises(PublishError, match="too long"):
        made("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")


def test_no_process_outlives_its_template():
    before = template_process.running()
    assert made("a") == "a"
    template_process.forget_spare()
    assert before <= 1 and template_process.running() == 0


def test_the_hidden_command_of_a_frozen_app_renders_too(monkeypatch):
    template_process.forget_spare()
    monkeypatch.setattr(template_process, "USUAL", ("main.py", template_process.HIDDEN_COMMAND))
    assert made("{{ 1 + 1 }}") == "2"
    template_process.forget_spare()
