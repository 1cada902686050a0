from pathlib import Path

from casebook.domain.records import Sensitivity
from casebook.publishing.order import Existing, Materials, Order, as_it_is, never, quiet


def test_an_order_left_as_it_is_is_the_most_careful_one():
    order = Order(folder=Path("out"))
    assert order.audience is Sensitivity.PUBLIC and order.existing is Existing.NUMBER
    assert (order.template, order.formats, order.made_on) == ("full-report", ("pdf",), None)


def test_materials_need_no_files_and_no_translation():
    materials = Materials(vocabularies={}, resources=Path("r"), template_folders=())
    assert materials.blobs == {} and materials.translate is as_it_is and as_it_is("Lessons") == "Lessons"
    assert never() is False and quiet(0.5, "half") is None
