import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from casebook.domain.synthesis import Finding, FindingState
from tests.ui.compare.reviewer import RIVER


@pytest.fixture
def panel(reviewer, tmp_path):
    reviewer.click("export-comparison")
    shown = reviewer.page.export
    shown.findChild(QLineEdit, "export-folder").setText(str(tmp_path / "out"))
    return shown


def test_the_comparison_goes_into_files_with_its_findings(reviewer, panel, qtbot, tmp_path):
    found = Finding(text="Mandates matter.", state=FindingState.DECIDED)
    reviewer.desk.set_finding("challenges", found)
    panel.findChild(object, "compare-format-docx").click()
    panel.findChild(object, "compare-format-html").click()
    reviewer.click("export-now", panel)
    qtbot.waitUntil(lambda: bool(reviewer.told), timeout=60_000)
    files = {file.suffix: file for file in (tmp_path / "out").iterdir()}
    assert set(files) == {".html", ".xlsx"}
    assert "Mandates matter." in files[".html"].read_text(encoding="utf-8")
    assert "Doctrine in two languages" in files[".html"].read_text(encoding="utf-8")
    assert reviewer.told[-1][1][0] == "Open the folder"
    assert reviewer.problems == []
    (noted,) = reviewer.workbench.library.exports.latest(case_id=RIVER)
    assert noted.template == "comparison-paper"


def test_an_audience_gets_only_what_it_may_see(reviewer, panel, qtbot, tmp_path):
    reviewer.box("compare-audience", "public")
    reviewer.wait()
    assert "“Public”" in panel.findChild(object, "export-audience").text()
    for name in ("docx", "xlsx", "html"):
        panel.findChild(object, f"compare-format-{name}").click()
    reviewer.click("export-now", panel)
    qtbot.waitUntil(lambda: bool(reviewer.told), timeout=60_000)
    (file,) = (tmp_path / "out").iterdir()
    assert "Doctrine in two languages" not in file.read_text(encoding="utf-8")


def test_without_a_format_there_is_nothing_to_do_and_escape_closes(reviewer, panel, qtbot):
    for name in ("docx", "xlsx"):
        panel.findChild(object, f"compare-format-{name}").click()
    assert not panel.findChild(QPushButton, "export-now").isEnabled()
    panel.setFocus()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
