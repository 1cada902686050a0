import json

import attrs
import pytest

from casebook import paths
from casebook.exchange.case_reading import read_file
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.frame.exchange_commands import _file_name, _free
from casebook.ui.library.case_table import CaseTable
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.widgets.toast import Toast

SAMPLE = "sierra-leone.json"


def count(workbench, **query):
    return workbench.library.cases.count(ListQuery(**query))


def toast(window):
    return window.findChild(Toast, "toast")


def test_files_are_brought_in_and_taken_back(window, workbench, answers, qtbot):
    answers.choose_files(str(paths.resources() / "sample" / SAMPLE))
    window.actions_table["import"].trigger()
    qtbot.waitUntil(lambda: count(workbench) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: "1 case imported" in toast(window).text, timeout=5000)
    toast(window)._act()
    assert (count(workbench), count(workbench, trashed=True)) == (1, 1)


def test_a_file_that_is_no_case_is_refused_in_words(window, workbench, qtbot, tmp_path):
    file = tmp_path / "broken.json"
    file.write_text('{"format": "something else"}')
    window._exchange.import_files([file])
    bar = window.findChild(MessageBar, "problem-bar")
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert "broken.json" in bar.text and count(workbench) == 1


def test_what_is_there_already_is_said(window, workbench, qtbot):
    window._exchange.import_files([paths.resources() / "sample" / "liberia.json"])
    qtbot.waitUntil(lambda: "here already" in toast(window).text, timeout=10_000)
    assert count(workbench) == 1


def test_a_case_is_written_whole_and_reads_back(window, workbench, answers, qtbot, tmp_path, liberia):
    window.findChild(CaseTable, "cases").choose(0)
    answers.choose_files(str(tmp_path / "out.json"))
    window.actions_table["export"].trigger()
    qtbot.waitUntil((tmp_path / "out.json").is_file, timeout=10_000)
    qtbot.waitUntil(lambda: "internal" in toast(window).text, timeout=5000)
    (case,) = read_file(tmp_path / "out.json")
    assert case.title == liberia.title and json.loads((tmp_path / "out.json").read_text())


def test_the_attached_files_are_written_beside_the_case(window, workbench, answers, qtbot, tmp_path, liberia):
    window.findChild(CaseTable, "cases").choose(0)
    answers.choose_files(str(tmp_path / "out.json"))
    window.actions_table["export"].trigger()
    qtbot.waitUntil(lambda: "internal" in toast(window).text, timeout=10_000)
    assert liberia.attachments
    assert {file.name for file in (tmp_path / "files").iterdir()} == {
        attachment.file_name for attachment in liberia.attachments
    }


def test_the_library_is_copied_and_the_copy_opens(window, workbench, answers, qtbot, tmp_path):
    answers.choose_files(str(tmp_path / "copy.casebook"))
    window.actions_table["back-up"].trigger()
    qtbot.waitUntil(lambda: "copied" in toast(window).text, timeout=20_000)
    with Library.open(tmp_path / "copy.casebook") as copy:
        assert copy.cases.count(ListQuery()) == 1


def test_without_a_library_to_write_nothing_is_imported(window, workbench, qtbot):
    workbench.set_library(None)
    with qtbot.waitSignal(workbench.problem):
        window._exchange.import_files([paths.resources() / "sample" / SAMPLE])


@pytest.mark.parametrize(
    ("reference", "title", "name"),
    [("LR-2003-001", "x", "LR-2003-001.json"), ("", "A/b: c", "A-b- c.json"), ("", "", "case.json")],
)
def test_file_names_are_plain(liberia, reference, title, name, tmp_path):
    assert _file_name(attrs.evolve(liberia, ref_code=reference, title=title)) == name
    (tmp_path / name).write_text("")
    assert _free(tmp_path / name).name.endswith("(2).json")
