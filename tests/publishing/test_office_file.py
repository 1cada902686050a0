"""What comes from an office program is unpacked within bounds, whatever it says of itself."""

import io
import zipfile

import pytest

from casebook.publishing.office_file import OfficeFileError, bytes_of, unpacked

BOUNDS = {"most_parts": 3, "largest": 2_000, "largest_text": 1_000}


def archive(*parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            file.writestr(name, data)
    return made.getvalue()


def test_every_part_comes_by_its_name_and_folders_are_none():
    assert unpacked(archive(("a/", b""), ("a/b.xml", b"<b/>"), ("c.bin", b"c")), **BOUNDS) == {
        "a/b.xml": b"<b/>",
        "c.bin": b"c",
    }


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK nothing", OfficeFileError.NO_ZIP),
        (archive(*((f"{at}.bin", b"") for at in range(4))), OfficeFileError.LARGE),
        (archive(("a.bin", b"x" * 2_001)), OfficeFileError.LARGE),
        (archive(("a.bin", b"x" * 1_500), ("b.bin", b"x" * 600)), OfficeFileError.LARGE),
        (archive(("a.xml", b"x" * 1_001)), OfficeFileError.LARGE),
    ],
)
def test_more_than_allowed_is_refused(data, kind):
    with pytest.raises(OfficeFileError) as refused:
        unpacked(data, **BOUNDS)
    assert refused.value.kind == kind


def test_a_part_named_twice_is_refused_by_its_name():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = archive(("a.xml", b"<a/>"), ("a.xml", b"<b/>"))
    with pytest.raises(OfficeFileError) as refused:
        unpacked(data, **BOUNDS)
    assert (refused.value.kind, refused.value.part) == (OfficeFileError.DAMAGED, "a.xml")


def test_a_file_is_read_up_to_its_bound(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"x" * 10)
    assert bytes_of(path, 10) == b"x" * 10
    with pytest.raises(OfficeFileError) as refused:
        bytes_of(path, 9)
    assert refused.value.kind == OfficeFileError.LARGE
    with pytest.raises(OfficeFileError) as refused:
        bytes_of(tmp_path / "nothing.docx", 9)
    assert refused.value.kind == OfficeFileError.UNREADABLE and refused.value.part
