import attrs
import pytest

from casebook.domain.errors import NotFoundError, ReadOnlyError
from casebook.publishing.builds import Build
from casebook.services.builds import BuildList, LastExport, name_of_copy
from casebook.services.publishing import templates
from casebook.storage.library import Library


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "a.casebook", author="Ama Mensah") as library:
        yield library


@pytest.fixture
def builds(library):
    return BuildList(library)


def names(builds):
    return [build.name for build in builds.all()]


def test_there_is_one_for_each_report_to_begin_with_and_none_is_written(builds, library):
    assert names(builds) == [template.title for template in templates()]
    assert library.shelf.all("build") == []


def test_a_change_is_kept_and_the_others_stay_as_they_were(builds, library):
    before = builds.all()
    kept = builds.keep(attrs.evolve(before[1], name="Handout for Accra", file_name="{title}"))
    assert builds.all() == (before[0], kept, *before[2:])
    assert BuildList(library).named("handout FOR accra") == kept


def test_builds_are_added_moved_and_removed_and_put_back(builds):
    usual = names(builds)
    mine = builds.keep(Build(name="Mine"), 1)
    assert names(builds) == [usual[0], "Mine", *usual[1:]]
    builds.move(mine, 99)
    assert names(builds) == [*usual, "Mine"]
    first = builds.all()[0]
    place = builds.remove(first)
    assert names(builds) == [*usual[1:], "Mine"]
    assert builds.keep(first, place) == first
    assert names(builds) == [*usual, "Mine"]


def test_a_build_is_named_or_numbered(builds):
    assert builds.named("2") == builds.all()[1]
    with pytest.raises(NotFoundError, match="no build called “poem”"):
        builds.named("poem")
    builds.keep(attrs.evolve(builds.all()[0], id=""))
    with pytest.raises(NotFoundError, match="More than one"):
        builds.named(builds.all()[0].name)


def test_the_last_export_is_remembered_with_its_build_as_it_is_now(builds, library):
    assert builds.last() is None
    mine = builds.keep(Build(name="Mine"))
    builds.remember(LastExport(build=mine, case_ids=("c1", "c2")))
    changed = builds.keep(attrs.evolve(mine, name="Ours"))
    assert BuildList(library).last() == LastExport(build=changed, case_ids=("c1", "c2"))
    builds.remove(changed)
    gone = builds.last()
    assert (gone.build.name, gone.build.id, gone.case_ids) == ("Mine", "", ("c1", "c2"))


def test_a_library_that_may_only_be_read_shows_them_and_keeps_none(tmp_path):
    path = tmp_path / "b.casebook"
    Library.create(path).close()
    with Library.open(path, read_only=True) as library:
        builds = BuildList(library)
        assert builds.all()
        with pytest.raises(ReadOnlyError):
            builds.keep(builds.all()[0])


def test_a_copy_gets_a_name_that_is_free():
    assert name_of_copy("Handout", ("Handout",)) == "Handout (2)"
    assert name_of_copy("Handout", ("Handout", "Handout (2)")) == "Handout (3)"
