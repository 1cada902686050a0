"""Answers are plain lines for people and exact JSON for programs."""

import json

from casebook.commands.answers import say, say_document, say_json, say_table
from tests.strategies import HOSTILE


def test_control_characters_never_reach_the_terminal(capsys):
    say("Liberia\x1b[31m red\nsecond\x9b line \u202e turned")
    assert capsys.readouterr().out == "Liberia [31m red second  line   turned\n"


def test_errors_go_to_the_other_stream(capsys):
    say("Refused.", error=True)
    assert capsys.readouterr() == ("", "Refused.\n")


def test_json_is_what_it_was(capsys):
    say_json({"text": HOSTILE})
    assert json.loads(capsys.readouterr().out) == {"text": list(HOSTILE)}


def test_a_document_is_printed_as_it_is(capsys):
    say_document("é\n\n")
    assert capsys.readouterr().out == "é\n\n"


def test_columns_stand_below_one_another(capsys):
    say_table([["LR-1", "Liberia", "long enough"], ["LR-200", "Iraq", ""]])
    assert capsys.readouterr().out == "LR-1    Liberia  long enough\nLR-200  Iraq\n"
