"""Draws the two worked examples of Word templates: python -m tests.publishing.word_examples"""

import datetime

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from casebook import paths

FOLDER = paths.resources() / "word-examples"
INK, ACCENT, MUTED = RGBColor(0x1D, 0x27, 0x30), RGBColor(0x0F, 0x5C, 0x6E), RGBColor(0x5F, 0x6A, 0x73)
DAY = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def document(title):
    made = Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin, page.bottom_margin = Mm(24), Mm(22)
    styles = made.styles
    style(styles["Normal"], "Cambria", 10.5, INK, after=5, line=1.18)
    style(styles["Title"], "Calibri", 22, INK, bold=True, after=2)
    style(styles["Subtitle"], "Calibri", 10.5, MUTED, after=8)
    style(styles["Heading 1"], "Calibri", 14, ACCENT, bold=True, before=16, after=4, keep=True)
    style(styles["Heading 2"], "Calibri", 11.5, INK, bold=True, before=10, after=2, keep=True)
    style(styles["Heading 3"], "Calibri", 10.5, MUTED, bold=True, before=6, after=1, keep=True)
    style(styles["Quote"], "Cambria", 10.5, INK, italic=True, before=2, after=6)
    style(styles["List Number"], "Cambria", 10.5, INK, after=3)
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        styles["Title"].element.pPr.remove(border)
    properties = made.core_properties
    properties.author, properties.title, properties.comments = "", title, ""
    properties.created = properties.modified = DAY
    header(made)
    return made


def style(of, font, size, colour, *, bold=False, italic=False, before=0, after=0, line=None, keep=False):
    of.font.name, of.font.size, of.font.color.rgb, of.font.bold, of.font.italic = (
        font,
        Pt(size),
        colour,
        bold,
        italic,
    )
    fonts = of.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), font)
    shape = of.paragraph_format
    shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), keep
    if line:
        shape.line_spacing = line


def header(made):
    top = made.sections[0].header.paragraphs[0]
    small(top.add_run("{{ report.reference }}  ·  {{ report.status }}  ·  {{ report.audience }}"))
    foot = made.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    small(foot.add_run("{{ report.title }}, {{ report.made_on }}  ·  "))
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = small(foot.add_run())
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def small(run):
    run.font.name, run.font.size, run.font.color.rgb = "Calibri", Pt(8.5), MUTED
    return run


def table(made, widths, heads, loop, cells):
    """A table whose second row is repeated for each thing in the loop."""
    made_table = made.add_table(rows=4, cols=len(heads))
    made_table.autofit = False
    rows = made_table.rows
    for cell, words in zip(rows[0].cells, heads, strict=True):
        run = cell.paragraphs[0].add_run(words)
        run.font.name, run.font.size, run.font.bold, run.font.color.rgb = "Calibri", Pt(9.5), True, MUTED
    rows[1].cells[0].paragraphs[0].add_run("{%tr for " + loop + " %}")
    for cell, words in zip(rows[2].cells, cells, strict=True):
        cell.paragraphs[0].add_run(words).font.size = Pt(10)
    rows[3].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    for row in rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
            cell.paragraphs[0].paragraph_format.space_before = Pt(3)
    repeat = OxmlElement("w:tblHeader")
    rows[0]._tr.get_or_add_trPr().append(repeat)
    set_grid(made_table, widths)
    lines(made_table)
    gap = made.add_paragraph().paragraph_format
    gap.space_after, gap.line_spacing = Pt(0), 0.7


def set_grid(made_table, widths):
    for column, width in zip(made_table.columns, widths, strict=True):
        column.width = Mm(width)


def lines(made_table):
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C9C5BA")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    made_table._tbl.tblPr.append(borders)


def title(made, kicker):
    first = made.add_paragraph()
    run = first.add_run(kicker.upper())
    run.font.name, run.font.size, run.font.bold, run.font.color.rgb = "Calibri", Pt(9), True, ACCENT
    first.paragraph_format.space_after = Pt(0)
    made.add_paragraph("{{ fields.title }}", style="Title")
    made.add_paragraph(
        "{{ fields.countries }}{% if fields.period %} · {{ fields.period }}{% endif %}", style="Subtitle"
    )
    rule(made.add_paragraph("{{ fields.brief }}"))


def rule(paragraph):
    borders = OxmlElement("w:pBdr")
    for side in ("top",):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "12"), ("space", "6"), ("color", "0F5C6E")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def part(made, heading, test, *paragraphs, level=1):
    """A heading with paragraphs, when there is something to put there."""
    made.add_paragraph("{%p if " + test + " %}")
    made.add_paragraph(heading, style=f"Heading {level}")
    for words in paragraphs:
        made.add_paragraph(words)
    made.add_paragraph("{%p endif %}")


def handout():
    made = document("Participant handout")
    title(made, "Participant handout")
    made.add_paragraph("{%p for kit in entries.teaching_kits[:1] if kit.objectives %}")
    made.add_paragraph("What you will work on", style="Heading 1")
    made.add_paragraph("{{ kit.objectives }}")
    made.add_paragraph("{%p endfor %}")
    part(made, "How it began", "fields.context", "{{ fields.context }}")
    part(made, "The task", "fields.problem", "{{ fields.problem }}")
    made.add_paragraph("{%p if entries.actors %}")
    made.add_paragraph("Who was involved", style="Heading 1")
    table(
        made,
        (42, 28, 90),
        ("Actor", "Role", "Contribution"),
        "actor in entries.actors[:8]",
        ("{{ actor.heading }}", "{{ actor.role }}", "{{ actor.contribution }}"),
    )
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if entries.timeline %}")
    made.add_paragraph("When", style="Heading 1")
    table(
        made,
        (48, 112),
        ("Date", "Event"),
        "event in entries.timeline[:8]",
        ("{{ event.date }}", "{{ event.title }}"),
    )
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("Discuss", style="Heading 1")
    made.add_paragraph("{%p for kit in entries.teaching_kits[:1] %}")
    made.add_paragraph("{%p for question in kit.questions %}")
    made.add_paragraph(
        "{{ question.text }}{% if question.minutes %} ({{ question.minutes }}){% endif %}",
        style="List Number",
    )
    for _line in range(3):
        ruled(made)
    made.add_paragraph("{%p else %}")
    made.add_paragraph("No questions are recorded; note your own.")
    for _line in range(6):
        ruled(made)
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p else %}")
    made.add_paragraph("No questions are recorded; note your own.")
    for _line in range(6):
        ruled(made)
    made.add_paragraph("{%p endfor %}")
    return made


def ruled(made):
    line = made.add_paragraph()
    line.paragraph_format.space_after, line.paragraph_format.line_spacing = Pt(0), Pt(24)
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        below = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C9C5BA")):
            below.set(qn(f"w:{name}"), value)
        borders.append(below)
    line._p.get_or_add_pPr().append(borders)


def case_record():
    made = document("Case record")
    title(made, "Case record")
    facts = made.add_table(rows=0, cols=2)
    facts.autofit = False
    for words, value in (
        ("Reference", "{{ fields.ref_code }}"),
        ("Era and scope", "{{ fields.era }}{% if fields.scope %}; {{ fields.scope }}{% endif %}"),
        ("Partnership", "{{ fields.partnership_families }}"),
        ("Phase of the conflict", "{{ fields.conflict_phase }}"),
        ("Authors", "{{ fields.authors }}"),
    ):
        row = facts.add_row()
        run = row.cells[0].paragraphs[0].add_run(words)
        run.font.name, run.font.size, run.font.color.rgb = "Calibri", Pt(9.5), MUTED
        row.cells[1].paragraphs[0].add_run(
            value + "{% if not " + value[3:].partition(" ")[0] + " %}not recorded{% endif %}"
        )
        for cell, width in zip(row.cells, (45, 115), strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    set_grid(facts, (45, 115))
    lines(facts)
    for name, heading in (
        ("context", "Context"),
        ("problem", "Problem and purpose"),
        ("entry_points", "Entry points"),
        ("approach", "Approach"),
        ("coordination", "Coordination"),
        ("influence", "Influence and effects"),
        ("analysis", "Analysis"),
    ):
        part(made, heading, f"fields.{name}", "{{ fields." + name + " }}")
    record_tables(made)
    record_entries(made)
    made.add_paragraph("{%p if entries.source_records %}")
    made.add_paragraph("Sources", style="Heading 1")
    made.add_paragraph("{%p for source in entries.source_records %}")
    listed = made.add_paragraph("{{ source.reference or source.heading }}")
    listed.paragraph_format.left_indent, listed.paragraph_format.first_line_indent = Mm(6), Mm(-6)
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p endif %}")
    return made


def record_tables(made):
    for heading, widths, heads, section, loop, cells in (
        ("Actors", (42, 28, 90), ("Actor", "Role", "Contribution"), "actors", "actor",
         ("{{ actor.heading }}", "{{ actor.role }}", "{{ actor.contribution }}")),
        ("Timeline", (48, 112), ("Date", "Event"), "timeline", "event", ("{{ event.date }}", "{{ event.title }}")),
    ):  # fmt: skip
        made.add_paragraph("{%p if entries." + section + " %}")
        made.add_paragraph(heading, style="Heading 1")
        table(made, widths, heads, f"{loop} in entries.{section}", cells)
        made.add_paragraph("{%p endif %}")


def record_entries(made):
    made.add_paragraph("{%p if entries.activities %}")
    made.add_paragraph("Activities", style="Heading 1")
    made.add_paragraph("{%p for activity in entries.activities %}")
    made.add_paragraph("{{ activity.heading }}", style="Heading 2")
    made.add_paragraph("{%p if activity.period %}")
    made.add_paragraph("{{ activity.period }}", style="Heading 3")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{{ activity.description }}")
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if entries.challenges %}")
    made.add_paragraph("Challenges", style="Heading 1")
    made.add_paragraph("{%p for challenge in entries.challenges %}")
    made.add_paragraph("{{ challenge.heading }}", style="Heading 2")
    made.add_paragraph("{{ challenge.description }}")
    part(made, "How the partners responded", "challenge.response", "{{ challenge.response }}", level=3)
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if entries.outcomes %}")
    made.add_paragraph("Outcomes", style="Heading 1")
    made.add_paragraph("{%p for outcome in entries.outcomes %}")
    made.add_paragraph(
        "{{ outcome.heading }}{% if outcome.grade %} [{{ outcome.grade }}]{% endif %}", style="Heading 2"
    )
    made.add_paragraph("{{ outcome.contribution }}")
    made.add_paragraph("{%p if outcome.indicators %}")
    table(
        made,
        (88, 24, 24, 24),
        ("Indicator", "Before", "Last value", "Target"),
        "indicator in outcome.indicators",
        (
            "{{ indicator.name }}{% if indicator.unit %} ({{ indicator.unit }}){% endif %}",
            '{{ indicator.baseline or "–" }}',
            '{{ indicator.measurements[-1].value if indicator.measurements else "–" }}',
            '{{ indicator.target or "–" }}',
        ),
    )
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p for testimony in outcome.testimonies %}")
    made.add_paragraph("{{ testimony.text }} – {{ testimony.speaker_role }}", style="Quote")
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p for proof in outcome.evidence %}")
    small(
        made.add_paragraph().add_run(
            "{{ proof.stance }}: {{ proof.citation or proof.source }}{% if proof.grade %} [{{ proof.grade }}]{% endif %}"
        )
    )
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p if entries.lessons %}")
    made.add_paragraph("Lessons", style="Heading 1")
    made.add_paragraph("{%p for lesson in entries.lessons %}")
    made.add_paragraph("{{ lesson.heading }}", style="Heading 2")
    made.add_paragraph("{{ lesson.recommendation or lesson.conclusion or lesson.observation }}")
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p endif %}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    handout().save(FOLDER / "handout-in-word.docx")
    case_record().save(FOLDER / "case-record-in-word.docx")
