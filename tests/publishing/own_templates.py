"""Templates of one's own, written and rendered for tests; Word files with what one wants in them."""

import io
import zipfile
from pathlib import Path

from docx import Document

from casebook.publishing.order import never
from casebook.publishing.page_budget import Room
from casebook.publishing.template_child import Work
from casebook.publishing.template_process import template_process
from casebook.publishing.templates import template_at


def made(source, given=None, cancelled=never, **more):
    """What a template of one's own makes, in its own process."""
    work = Work(sources={"report.html.j2": source, **more}, main="report.html.j2")
    with template_process("Mine", work, given or {}, cancelled) as process:
        return process.render(Room()).decode()


def own(folder: Path, source: str, sheet: str = 'title = "Mine"', **more: str):
    """A template of one's own in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "template.toml").write_text(sheet, encoding="utf-8")
    for name, text in {"report.html.j2": source, **more}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return template_at(folder)


def word(path: Path, *paragraphs: str, table=(), header: str = ""):
    """A Word file with these paragraphs and, after them, a table of these rows."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(rows=0, cols=max(map(len, table)))
        for row in table:
            cells = grid.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(path)
    return template_at(path)


def with_parts(path: Path, **parts: bytes):
    """The Word file with parts put in or replaced; `__` in a name stands for a slash, `_DOT_` for a dot."""
    held = {}
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    held |= {name.replace("__", "/").replace("_DOT_", "."): data for name, data in parts.items()}
    made_file = io.BytesIO()
    with zipfile.ZipFile(made_file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    path.write_bytes(made_file.getvalue())
    return path


def word_text(path) -> str:
    """The words of a Word file, a paragraph to a line, tables and headers included."""
    document = Document(path if isinstance(path, str | Path) else io.BytesIO(path))
    lines = [p.text for p in document.paragraphs]
    lines += [cell.text for grid in document.tables for row in grid.rows for cell in row.cells]
    lines += [p.text for section in document.sections for p in section.header.paragraphs]
    return "\n".join(lines)
