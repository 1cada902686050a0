import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QToolTip

from casebook.ui.library.case_map import CaseMap
from tests.ui.library.maps import IRAQ, LIBERIA, POINTS, drag, pixel, point, round_about

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def cases(qtbot, look):
    made = CaseMap()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_points(POINTS, ["lost"])
    made.canvas.setFocus()
    return made


def label(cases, name):
    found = cases.findChild(QLabel, name)
    return found.text() if found.isVisibleTo(cases) else ""


def click(qtbot, canvas, case_id):
    qtbot.mouseClick(canvas, LEFT, pos=pixel(canvas, case_id))


def test_it_tells_how_many_cases_are_where(cases):
    assert label(cases, "map-placed") == "5 cases in 4 countries"
    assert cases.findChild(QPushButton, "map-without").text() == "1 without a place"
    assert cases.canvas.accessibleDescription().startswith("5 cases in 4 countries; 1 without a place.")


def test_all_that_is_found_is_in_view(cases):
    discs = cases.canvas.discs
    assert {case for disc in discs for case in disc.cluster.case_ids()} == {p.case_id for p in POINTS}
    assert all(0 < disc.x < 900 and 0 < disc.y < cases.canvas.height() for disc in discs)


def test_a_click_chooses_a_case_and_a_double_click_opens_it(cases, qtbot):
    with qtbot.waitSignal(cases.case_chosen) as chosen:
        click(qtbot, cases.canvas, "iraq")
    assert chosen.args == ["iraq"]
    with qtbot.waitSignal(cases.case_opened) as opened:
        qtbot.mouseDClick(cases.canvas, LEFT, pos=pixel(cases.canvas, "iraq"))
    assert opened.args == ["iraq"]


def test_a_click_on_several_comes_nearer_until_they_part(cases, qtbot):
    canvas = cases.canvas
    before = canvas.looking.scale
    assert pixel(canvas, "liberia") == pixel(canvas, "leone")
    click(qtbot, canvas, "liberia")
    assert canvas.looking.scale > before
    assert pixel(canvas, "liberia") != pixel(canvas, "leone")
    with qtbot.waitSignal(cases.case_chosen) as chosen:
        click(qtbot, canvas, "leone")
    assert chosen.args == ["leone"]


def test_cases_at_one_spot_are_listed(cases, qtbot):
    click(qtbot, cases.canvas, "one")
    menu = cases.findChild(QMenu, "map-cases")
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Case one · Dili",
        "Case two · Dili",
        "Only these 2 cases",
    ]
    with qtbot.waitSignal(cases.case_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == ["two"]
    with qtbot.waitSignal(cases.drawn) as drawn:
        menu.actions()[-1].trigger()
    assert drawn.args == [frozenset({"one", "two"})]
    menu.close()


def test_the_right_button_and_the_menu_key_list_the_cases_of_a_disc(cases, qtbot):
    canvas = cases.canvas
    at = pixel(canvas, "liberia")
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, at, canvas.mapToGlobal(at)))
    menu = cases.findChild(QMenu, "map-cases")
    assert [a.text() for a in menu.actions()][:2] == [
        "Case leone · somewhere in Sierra Leone",
        "Case liberia · Tubmanburg",
    ]
    menu.close()


def test_drawing_round_cases_narrows_to_them_and_escape_ends_it(cases, qtbot):
    canvas = cases.canvas
    with qtbot.waitSignal(cases.drawn) as drawn:
        drag(qtbot, canvas, round_about(pixel(canvas, "iraq")), SHIFT)
    assert drawn.args == [frozenset({"iraq"})] and cases.picked == {"iraq"}
    assert label(cases, "map-chosen") == "1 case chosen on the map"
    assert {disc.count for disc in canvas.discs} == {0, 1}
    with qtbot.waitSignal(cases.cleared):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert cases.picked is None and label(cases, "map-chosen") == ""
    assert all(disc.count for disc in canvas.discs)


def test_the_draw_button_draws_without_shift_once(cases, qtbot):
    button = cases.findChild(QToolButton, "map-draw")
    qtbot.mouseClick(button, LEFT)
    with qtbot.waitSignal(cases.drawn) as drawn:
        drag(qtbot, cases.canvas, round_about(pixel(cases.canvas, "one")))
    assert drawn.args == [frozenset({"one", "two"})] and not button.isChecked()
    with qtbot.waitSignal(cases.cleared):
        qtbot.mouseClick(cases.findChild(QPushButton, "map-clear"), LEFT)


def test_what_is_drawn_follows_the_search(cases, qtbot):
    drag(qtbot, cases.canvas, round_about(pixel(cases.canvas, "iraq")), SHIFT)
    near = point("near", 33.4, 44.5)
    with qtbot.waitSignal(cases.drawn) as drawn:
        cases.show_points([LIBERIA, IRAQ, near])
    assert drawn.args == [frozenset({"iraq", "near"})]
    with qtbot.assertNotEmitted(cases.drawn):
        cases.show_points([IRAQ, near])


def test_the_cases_in_view_can_be_taken_by_a_button(cases, qtbot):
    canvas = cases.canvas
    for _ in range(6):
        canvas.zoom(2, QPointF(pixel(canvas, "iraq")))
    with qtbot.waitSignal(cases.drawn) as drawn:
        qtbot.mouseClick(cases.findChild(QToolButton, "map-view"), LEFT)
    assert drawn.args == [frozenset({"iraq"})]


def test_cases_without_a_place_can_be_reached(cases, qtbot):
    with qtbot.waitSignal(cases.drawn) as drawn:
        qtbot.mouseClick(cases.findChild(QPushButton, "map-without"), LEFT)
    assert drawn.args == [frozenset({"lost"})]


def test_what_is_chosen_elsewhere_greys_out_the_rest(cases):
    cases.show_only(frozenset({"one"}))
    counts = {min(disc.cluster.case_ids()): disc.count for disc in cases.canvas.discs}
    assert counts["one"] == 1 and counts["iraq"] == 0
    cases.show_only(None)
    assert all(disc.count for disc in cases.canvas.discs)


def test_a_drag_moves_the_map_and_chooses_nothing(cases, qtbot):
    canvas = cases.canvas
    canvas.zoom(4)
    before = canvas.looking
    with qtbot.assertNotEmitted(cases.case_chosen):
        drag(qtbot, canvas, [QPoint(400, 300), QPoint(430, 310), QPoint(480, 330)])
    assert canvas.looking.x < before.x and canvas.looking.y < before.y


def test_the_wheel_zooms_where_the_mouse_is(cases):
    canvas = cases.canvas
    canvas.zoom(3)
    at = QPointF(300, 200)
    before = canvas.looking
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.looking.scale == pytest.approx(2 * before.scale)
    assert canvas.looking.point(300, 200) == pytest.approx(before.point(300, 200))


def test_keys_move_zoom_and_show_all(cases, qtbot):
    canvas = cases.canvas
    whole = canvas.looking
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.looking.scale == pytest.approx(2 * whole.scale)
    x = canvas.looking.x
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.looking.x > x
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.looking.scale < 2 * whole.scale
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.looking.scale == pytest.approx(whole.scale)


def test_keys_reach_every_disc_and_ask_it(cases, qtbot):
    canvas = cases.canvas
    told = []
    for _ in canvas.discs:
        qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
        told.append(canvas.accessibleDescription())
    assert QToolTip.text() == "<qt>Case iraq · around Baghdad</qt>"
    assert "Case leone" in told[0] and "Case iraq · around Baghdad" in told[-1]
    with qtbot.waitSignal(cases.case_chosen) as chosen:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen.args == ["iraq"]
    with qtbot.waitSignal(cases.case_opened):
        qtbot.keyClick(canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)
    assert "Dili" in canvas.accessibleDescription()


def test_a_disc_tells_its_cases(cases):
    at = pixel(cases.canvas, "liberia")
    QApplication.sendEvent(
        cases.canvas, QHelpEvent(QHelpEvent.Type.ToolTip, at, cases.canvas.mapToGlobal(at))
    )
    assert QToolTip.text() == "<qt>Case leone · somewhere in Sierra Leone<br>Case liberia · Tubmanburg</qt>"
    QToolTip.hideText()


def test_a_title_is_never_read_as_markup(cases):
    hostile = LIBERIA._replace(title="<img src=x>&", where="")
    cases.show_points([hostile])
    at = pixel(cases.canvas, hostile.case_id)
    QApplication.sendEvent(
        cases.canvas, QHelpEvent(QHelpEvent.Type.ToolTip, at, cases.canvas.mapToGlobal(at))
    )
    assert QToolTip.text() == "<qt>&lt;img src=x&gt;&amp;</qt>"
    QToolTip.hideText()


def test_nothing_found_is_said(cases):
    cases.show_points([])
    assert label(cases, "map-empty") == "No case to show on the map."
    cases.show_points([], ["lost"])
    assert label(cases, "map-empty").startswith("None of the cases found has a country or a place.")
    cases.show_points(POINTS)
    assert label(cases, "map-empty") == ""
