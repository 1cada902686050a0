"""The reference names what there is, all of it, and what it says works."""

import pytest

from casebook.domain.case import CASE
from casebook.domain.wording import Wording
from casebook.publishing.example_cases import full_case
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from casebook.publishing.template_reference import Group, Variable, loop_name, reference
from tests.publishing.formats import text_of
from tests.publishing.own_templates import own


@pytest.fixture(scope="module")
def groups(vocabularies, liberia) -> tuple[Group, ...]:
    return reference((liberia, full_case(vocabularies)), Wording(vocabularies=vocabularies))


def test_every_declared_field_is_in_it(groups):
    named = {variable.name for group in groups for variable in group.variables}
    assert {f"fields.{spec.name}" for spec in CASE.header} <= named
    for section in CASE.sections.values():
        assert {f"{loop_name(section)}.{spec.name}" for spec in section.fields} <= named
    assert len({group.each for group in groups if group.each}) == len(CASE.sections)


def test_each_has_a_type_words_and_mostly_an_example(groups):
    every = [variable for group in groups for variable in group.variables]
    assert all(variable.type and variable.words for variable in every)
    bare = {
        variable.name
        for variable in every
        if not variable.example and not variable.name.endswith((".evidence", ".reference"))
    }
    assert bare == {"fields.parent_case"}


def test_every_snippet_works_in_a_template(groups, materials, vocabularies, tmp_path):
    lines, open_ = [], 0
    for group in groups:
        while open_ > group.level:
            lines.append("{% endfor %}")
            open_ -= 1
        if group.each:
            lines.append(f"{{% for {group.each} in {group.every} %}}")
            open_ += 1
        lines += [variable.snippet for variable in group.variables]
    lines += ["{% endfor %}"] * open_
    lines += [group.snippet for group in groups if group.level == 0]
    template = own(tmp_path / "t", "<p>" + "\n".join(lines) + "Zqend</p>")
    order = Order(folder=tmp_path / "out", template=str(template.folder), formats=("html",))
    (made,) = publish(full_case(vocabularies), order, materials).files
    assert "Zqend" in text_of(made) and "{{" not in text_of(made)


def test_a_snippet_of_a_list_is_a_loop():
    group = Group(title="Outcomes", variables=(), each="outcome", every="entries.outcomes")
    assert group.snippet.startswith("{% for outcome in entries.outcomes %}\n")
    assert Variable(name="report.title", type="", words="").snippet == "{{ report.title }}"
