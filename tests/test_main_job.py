"""The main job on real input: Liberia opened, changed by keys, the window killed, reopened unharmed, published."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from page import validate_pdf
from pypdf import PdfReader

from casebook.storage.library import Library
from tests.main_job_window import MARK

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = "LR-2003-001"
SAVES = 4


@pytest.mark.slow
def test_liberia_is_changed_killed_reopened_and_published(sample_library, tmp_path):
    with Library.open(sample_library) as library:
        before = library.cases.load(library.cases.resolve(REFERENCE))
    saved = typed_until_killed(sample_library, before.id)
    with Library.open(sample_library) as library:
        assert list(library.problems()) == []
        after = library.cases.load(before.id)
    text = after.challenges[0].description
    assert text.startswith(before.challenges[0].description)
    assert len(text) >= saved
    assert f"{MARK} {SAVES - 1}." in text
    kept = after.with_section("challenges", (before.challenges[0], *after.challenges[1:]))
    assert kept == before
    publish(sample_library, tmp_path)
    check_reports(tmp_path, after.title)


def typed_until_killed(library: Path, case_id: str) -> int:
    """Let the officer type in a window of its own; SIGKILL it after some saves. Characters it was told are saved."""
    command = [sys.executable, "-m", "tests.main_job_window", str(library), case_id]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        told = [int(window.stdout.readline().split()[1]) for _save in range(SAVES)]
        window.send_signal(signal.SIGKILL)
    return told[-1]


def publish(library: Path, folder: Path) -> None:
    """Export through the shell, as Word, PDF and HTML, for everybody."""
    formats = [word for made in ("docx", "pdf", "html") for word in ("--format", made)]
    subprocess.run(
        [
            sys.executable,
            "main.py",
            "export",
            REFERENCE,
            *formats,
            "--audience",
            "public",
            "--to",
            str(folder),
        ],
        cwd=ROOT,
        env=os.environ | {"CASEBOOK_LIBRARY": str(library)},
        check=True,
    )


def check_reports(folder: Path, title: str) -> None:
    """What a ministry would look at: the words are there, headings are headings, the PDF is accessible."""
    last = f"{MARK} {SAVES - 1}."
    (word,) = folder.glob("*.docx")
    document = Document(str(word))
    assert last in "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Challenges" in [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    (html,) = folder.glob("*.html")
    assert last in html.read_text(encoding="utf-8")
    (pdf,) = folder.glob("*.pdf")
    pages = PdfReader(pdf)
    assert pages.metadata is not None and pages.metadata.title == title
    assert last in " ".join(" ".join(page.extract_text().split()) for page in pages.pages)
    assert validate_pdf(str(pdf), profile="ua1").is_compliant
