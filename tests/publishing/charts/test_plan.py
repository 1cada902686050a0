from casebook.publishing.charts.plan import WIDTH, column, counted, key, leading, listed, sentence, text


def test_words_know_their_place_and_look():
    assert text(1.26, 2, "W", strong=True) == {
        "x": 1.3, "y": 2, "text": "W", "align": "left", "size": 11.0, "strong": True,
    }  # fmt: skip
    assert [mark["y"] for mark in column(0, 10, ("a", "b"), size=8)] == [10, 10 + leading(8)]


def test_a_key_leaves_out_what_finds_no_room():
    marks = {"points": [], "texts": []}
    signs = [("points", {"middle": True}, "word " * 20)] * 3
    key(0, 10, signs, marks)
    assert len(marks["points"]) == len(marks["texts"]) == 1
    assert all(mark["x"] < WIDTH for mark in marks["texts"])


def test_a_list_says_how_much_it_left_out():
    assert listed(["a", "b", "c"], 2, "and {} more") == "a; b; and 1 more"
    assert listed(["a", "b"], 2, "and {} more") == "a; b"
    assert counted(1, "one", "{} of them") == "one" and counted(2, "one", "{} of them") == "2 of them"
    assert sentence("It reports to the U.S.") == "It reports to the U.S." and sentence("So") == "So."
