import json
import shutil

import pytest

from casebook import paths
from casebook.domain.errors import PublishError
from casebook.publishing.charts.chart import KINDS
from casebook.publishing.charts.drawing import draw
from casebook.publishing.charts.plan import Plan, text

SPECIFICATIONS = sorted((paths.resources() / "charts").glob("*.vl.json"))


def plan_of(*texts, height=40.0):
    marks = {"rows": [], "cells": [], "texts": [text(0, 12 + 10 * n, words) for n, words in enumerate(texts)]}
    return Plan(title="T", alt="A", columns=(), rows=(), height=height, marks=marks)


def test_there_is_one_specification_for_each_chart():
    assert {path.name.removesuffix(".vl.json") for path in SPECIFICATIONS} == set(KINDS)


@pytest.mark.parametrize("path", SPECIFICATIONS, ids=lambda path: path.name)
def test_specifications_hold_no_data_and_reach_for_none(path):
    written = path.read_text(encoding="utf-8")
    assert '"url"' not in written and '"values"' not in written and '"href"' not in written
    assert "#" not in json.loads(written)["background"]


def test_words_of_a_case_do_not_reach_the_drawing_program(materials):
    svg = draw("severity", plan_of("~1~", "<b>&", "plain"), materials.resources, {}).decode()
    assert ">~1~</text>" in svg and ">&lt;b&gt;&amp;</text>" in svg and ">plain</text>" in svg


def test_right_to_left_words_are_kept_apart(materials):
    svg = draw("severity", plan_of("السلام (2003)"), materials.resources, {}).decode()
    assert ">\u2067السلام (2003)\u2069</text>" in svg


def test_the_height_is_a_whole_even_number(materials):
    assert b'height="42"' in draw("severity", plan_of("x", height=40.3), materials.resources, {})


def test_letters_are_those_of_the_report_with_others_to_fall_back_to(materials):
    svg = draw("severity", plan_of("x"), materials.resources, {}).decode()
    assert 'font-family="Noto Sans, ' in svg and "Liberation" not in svg


@pytest.mark.parametrize("broken", ["{", '{"mark": "pie-in-the-sky"}'])
def test_what_cannot_be_drawn_is_told(materials, tmp_path, broken):
    shutil.copytree(materials.resources / "charts", tmp_path / "charts")
    (tmp_path / "charts" / "severity.vl.json").write_text(broken)
    with pytest.raises(PublishError, match="could not be drawn"):
        draw("severity", plan_of("x"), tmp_path, {})
