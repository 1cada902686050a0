from datetime import UTC, datetime

import pytest

from casebook.ui.compare.change_notice import day_words
from tests.ui.compare.reviewer import COAST


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2001-03-03T10:00:00.000+00:00", "3 March 2001"),
        (f"{datetime.now(UTC).year}-03-03T10:00:00+00:00", "3 March"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_days_read_as_people_say_them(look, moment, words):
    assert day_words(moment) == words


def test_a_case_that_changed_in_nothing_that_is_compared_can_be_put_aside(reviewer):
    reviewer.desk.changed_cases = (COAST,)
    reviewer.desk.aligned.emit()
    assert "0 rows say something else" in reviewer.page.news.text
    assert reviewer.page.news.isVisible()
    reviewer.click("message-action", reviewer.page.news)
    assert not reviewer.page.news.isVisible()
