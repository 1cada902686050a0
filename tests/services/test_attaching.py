"""Files from outside: read within limits, named safely, described by what their names tell."""

import os
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.domain.errors import CasebookError
from casebook.services.attaching import (
    LONGEST_NAME,
    FoundFile,
    attachment_of,
    check_size,
    is_program,
    media_type_of,
    read_file,
    safe_name,
)
from casebook.storage.attachments import LARGEST


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("map.png", "map.png"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\ama\report.docx", "report.docx"),
        ("a\x00b\x1f.pdf", "ab.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ('what<is>this:"a|b?c*".txt', "what is this a b c.txt"),
        ("trailing. . ", "trailing"),
        (".hidden", "hidden"),
        ("..", "attachment"),
        ("", "attachment"),
        ("Karte – Übersicht.svg", "Karte – Übersicht.svg"),
        ("خريطة.pdf", "خريطة.pdf"),
    ],
)
def test_names_are_made_safe(name, safe):
    assert safe_name(name) == safe


@given(st.text(st.characters(), max_size=400))
@example("x" * 300 + ".pdf")
@example("." + "x" * 300)
def test_a_safe_name_is_one_name_every_system_takes(name):
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST_NAME + 2
    assert not set(safe) & set('/\\<>:"|?*')
    assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in safe)
    assert safe.strip(". ") == safe
    assert safe_name(safe) == safe


def test_a_long_name_keeps_its_ending():
    assert safe_name("x" * 300 + ".pdf").endswith("x.pdf")


@pytest.mark.parametrize("name", ["a.exe", "a.BAT", "run.desktop", "x.ps1", "photo.png.js", "a.AppImage"])
def test_programs_are_known_by_their_ending(name):
    assert is_program(name)


@pytest.mark.parametrize("name", ["a.pdf", "exe", "a.docx", "notes.txt", "map.svg", "a.csv"])
def test_documents_are_no_programs(name):
    assert not is_program(name)


def test_a_file_is_read_under_its_safe_name(tmp_path):
    file = tmp_path / "field notes.txt"
    file.write_bytes(b"seen")
    assert read_file(file) == FoundFile(name="field notes.txt", content=b"seen")


def test_a_file_of_fifty_megabytes_fits_and_one_byte_more_does_not(tmp_path):
    file = tmp_path / "film.mp4"
    with file.open("wb") as stream:
        stream.truncate(LARGEST)
    assert check_size(file) == LARGEST
    os.truncate(file, LARGEST + 1)
    for refuse in (check_size, read_file):
        with pytest.raises(CasebookError, match=r"“film.mp4” is larger than 50 MB, so it was not attached"):
            refuse(file)


@pytest.mark.parametrize("what", ["folder", "nothing"])
def test_what_is_no_file_is_refused_in_one_sentence(tmp_path, what):
    path = tmp_path / what
    if what == "folder":
        path.mkdir()
    with pytest.raises(CasebookError, match=rf"“{what}” .* not attached\.$"):
        read_file(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CasebookError, match="is not a file"):
        read_file(pipe)


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [
        ("meeting_minutes.pdf", "application/pdf", "document"),
        ("photo.JPG", "image/jpeg", "photo"),
        ("figure.png", "image/png", None),
        ("figures.csv", "text/csv", "data"),
        ("call.mp3", "audio/mpeg", "audio"),
        ("clip.mp4", "video/mp4", "video"),
        ("thing.unknownending", "application/octet-stream", None),
    ],
)
def test_an_attachment_is_described_as_far_as_its_name_tells(name, media_type, kind):
    made = attachment_of(FoundFile(name=name, content=b"123"), "d" * 64)
    assert (made.media_type, made.kind) == (media_type, kind)
    assert (made.file_name, made.size, made.digest) == (name, 3, "d" * 64)
    assert made.caption
    assert media_type_of(name) == media_type


def test_the_caption_is_the_name_without_ending_and_underscores():
    assert attachment_of(FoundFile(name="meeting_minutes.pdf", content=b""), "").caption == "meeting minutes"
