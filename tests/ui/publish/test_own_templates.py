import pytest
from PySide6.QtWidgets import QMenu, QPushButton

from casebook.services.publishing import templates
from casebook.ui.publish.publish_workspace import PublishWorkspace
from tests.publishing.own_templates import word


@pytest.fixture
def space(workbench, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path / "home"))
    made = PublishWorkspace(workbench)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    yield made
    if made.own.editor is not None:
        made.own.editor.close()
    workbench.tasks.cancel_all()


def named(name):
    return next(template for template in templates() if template.name == name)


def trigger(menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if words in action.text()]
    action.trigger()


def test_a_report_is_duplicated_and_opened_to_be_changed(space, qtbot):
    trigger(space.own.menu(named("card")), "Duplicate")
    assert space.own.editor.isVisible() and space.own.editor.template.title == "Card (my copy)"
    assert space.builds.build.template == "card-my-copy" and space.builds.build.name == "Card (my copy)"


def test_what_came_with_casebook_can_only_be_duplicated(space):
    menu = space.own.menu(named("card"))
    assert [action.text() for action in menu.actions()] == ["Duplicate this report"]


def test_the_menu_of_a_build_offers_what_can_be_done_with_its_report(space, qtbot):
    rows = space.builds.list
    rows.customContextMenuRequested.emit(rows.visualRect(rows.model().index(1, 0)).center())
    (menu,) = rows.findChildren(QMenu, "build-menu")
    (report,) = menu.findChildren(QMenu, "template-menu")
    assert report.title() == "The report"
    assert [action.text() for action in report.actions()] == ["Duplicate this report"]
    menu.close()


def test_what_is_removed_comes_back_with_undo(space, qtbot, workbench):
    space.own.duplicate(named("card"))
    with qtbot.waitSignal(workbench.told) as told:
        trigger(space.own.menu(named("card-my-copy")), "Remove")
    assert space.builds.model.template(space.builds.build) is None and space.own.editor is None
    workbench.cases_changed.emit()
    told.args[1]()
    assert space.builds.model.template(space.builds.build).title == "Card (my copy)"


def test_a_word_file_that_works_is_among_the_reports(space, qtbot, workbench, tmp_path):
    file = word(tmp_path / "our letter.docx", "{{ fields.title }}").document
    with qtbot.waitSignal(space.own.changed, timeout=60_000) as changed:
        space.own.use_word_template(file)
    assert changed.args == ["our-letter"] and space.builds.build.template == "our-letter"


def test_a_word_file_that_does_not_work_is_refused_with_its_place(space, qtbot, workbench, tmp_path):
    file = word(
        tmp_path / "bad.docx", table=[("{%tr for a in entries.actors %}",), ("{{ a.role }}",)]
    ).document
    with qtbot.waitSignal(workbench.problem, timeout=60_000) as problem:
        space.own.use_word_template(file)
    assert "“{%tr endfor %}” is missing in table 1" in problem.args[0]
    assert all(build.template != "bad" for build in space.builds.model.builds)


def test_one_may_begin_with_a_worked_example(space, qtbot):
    button = space.findChild(QPushButton, "word-template")
    assert button.isVisible() and button.text() == "Use a Word template…"
    with qtbot.waitSignal(space.own.changed, timeout=60_000) as changed:
        trigger(button.menu(), "Handout in word")
    assert changed.args == ["handout-in-word"]
    assert space.builds.build.template == "handout-in-word"


def test_check_tells_what_came_of_it(space, qtbot, workbench):
    space.own.duplicate(named("card"))
    made = named("card-my-copy")
    with qtbot.waitSignal(workbench.told, timeout=60_000) as told:
        trigger(space.own.menu(made), "Check")
    assert "works" in told.args[0]
    (made.folder / "report.html.j2").write_text("{{ nothing }}", encoding="utf-8")
    with qtbot.waitSignal(workbench.problem, timeout=60_000) as problem:
        space.own.check(made)
    assert "“nothing”" in problem.args[0]
