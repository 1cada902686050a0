import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import PublishError
from casebook.publishing.file_names import file_stem, place
from casebook.publishing.order import Existing


def test_a_name_says_which_case_which_report_and_for_whom():
    assert (
        file_stem("LR-2003-001", "Liberia: from ECOWAS to the UN", "full-report", "public")
        == "LR-2003-001 liberia-from-ecowas-to-the-un full-report public"
    )
    assert file_stem("", "ليبيريا 2003", "t", "internal") == "ليبيريا-2003 t internal"
    assert file_stem("con.x", "", "t", "public") == "report con.x t public"


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_title_makes_a_path(reference, title):
    stem = file_stem(reference, title, "full-report", "public")
    assert not set(stem) & set('/\\:*?"<>|\x00\n') and not stem.startswith(".") and len(stem.encode()) < 400


def test_a_file_that_is_there_is_never_replaced(tmp_path):
    made = tmp_path / "made"
    made.write_text("new")
    (tmp_path / "r.pdf").write_text("old")
    assert place(made, tmp_path, "r.pdf", Existing.NUMBER).name == "r (2).pdf"
    assert place(made, tmp_path, "r.pdf", Existing.NUMBER).name == "r (3).pdf"
    with pytest.raises(PublishError, match="is there already"):
        place(made, tmp_path, "r.pdf", Existing.REFUSE)
    assert (tmp_path / "r.pdf").read_text() == "old" and (tmp_path / "r (2).pdf").read_text() == "new"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["made", "r (2).pdf", "r (3).pdf", "r.pdf"]


def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path):
    made = tmp_path / "made"
    made.write_text("new")
    with pytest.raises(PublishError, match="what was there is untouched"):
        place(made, tmp_path / "nowhere", "r.pdf", Existing.NUMBER)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_read_only_folder_is_left_alone(tmp_path):
    made = tmp_path / "made"
    made.write_text("new")
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    with pytest.raises(PublishError, match="Permission"):
        place(made, shut, "r.pdf", Existing.NUMBER)
    assert list(shut.iterdir()) == []


def test_a_name_in_any_script_is_short_enough_for_a_disk():
    for sign in ("a", "é", "和", "𠮷"):
        stem = file_stem(sign * 300, sign * 300, "participant-handout", "internal")
        assert len(f".{stem} (1000).docx.part".encode()) <= 255 and sign * 12 in stem
