import pytest

from casebook import paths
from casebook.services.settings import load_settings


@pytest.fixture(autouse=True)
def usual_look(appearance):
    yield
    appearance.apply("light", 100)


def test_colours_and_size_change_at_once_and_are_kept(window, workbench, appearance):
    window.actions_table["theme-dark"].trigger()
    window.actions_table["larger"].trigger()
    assert (appearance.tokens.name, appearance.text_percent) == ("dark", 110)
    kept = load_settings(paths.user_config() / "settings.json")
    assert (kept.theme, kept.text_percent) == ("dark", 110)
    window.actions_table["usual-size"].trigger()
    assert appearance.text_percent == workbench.settings.text_percent == 100


def test_text_never_grows_beyond_its_limit(window, appearance):
    for _ in range(15):
        window.actions_table["larger"].trigger()
    assert appearance.text_percent == 200


def test_the_screen_is_filled_and_left(window):
    window.actions_table["full-screen"].trigger()
    assert window.isFullScreen()
    window.actions_table["full-screen"].trigger()
    assert not window.isFullScreen()
