import attrs
import pytest
from pypdf import PdfReader

from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.publishing.report import publish


def text(made):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(made.files[0]).pages)


@pytest.mark.parametrize("template", ["full-report", "participant-handout", "commanders-brief", "card"])
def test_the_page_counts_what_was_withheld_and_names_nothing(template, liberia, materials, tmp_path):
    secret = attrs.evolve(liberia.lessons[0], title="Nobody may read this", sensitivity=Sensitivity.INTERNAL)
    case = liberia.replacing(secret)
    order = Order(folder=tmp_path, template=template)
    plain = publish(case, order, materials)
    made = publish(case, attrs.evolve(order, receipt_page=True), materials)
    assert "What was withheld" not in text(plain)
    assert "What was withheld This copy was made for the audience “Public”" in text(made)
    assert "Lessons 1" in text(made) and "Nobody may read this" not in text(made)
    assert len(PdfReader(made.files[0]).pages) == len(PdfReader(plain.files[0]).pages) + 1


def test_nothing_withheld_is_said_and_the_page_is_in_every_format(liberia, materials, tmp_path):
    case = attrs.evolve(liberia, testimonies=(), evidence=(), attachments=())
    order = Order(folder=tmp_path, formats=("md",), audience=Sensitivity.INTERNAL, receipt_page=True)
    made = publish(case, order, materials)
    assert "Nothing was withheld from it." in made.files[0].read_text(encoding="utf-8")
