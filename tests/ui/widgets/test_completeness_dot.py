from casebook.ui.widgets.completeness_dot import CompletenessDot


def picture(dot):
    return dot.grab().toImage()


def test_empty_half_and_full_look_different(qtbot, look):
    dot = CompletenessDot()
    qtbot.addWidget(dot)
    dot.resize(20, 20)
    seen = []
    for percent in (0, 40, 100):
        dot.set_percent(percent)
        assert dot.accessibleName() == f"{percent} per cent complete"
        seen.append(picture(dot))
    middle_left = [image.pixelColor(5, 10) for image in seen]
    middle_right = [image.pixelColor(15, 10) for image in seen]
    assert middle_left[0] != middle_left[1] == middle_left[2]
    assert middle_right[0] == middle_right[1] != middle_right[2]
