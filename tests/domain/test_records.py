"""What every record has: an id of its own, an ordered sensitivity, and a stamp that is no part of its content."""

import attrs
import pytest

from casebook.domain.records import Absence, Entry, Record, Sensitivity, SharedRecord, Stamp


def test_levels_are_ordered_from_public_to_internal():
    assert Sensitivity.PUBLIC < Sensitivity.TRAINING < Sensitivity.PARTNER < Sensitivity.INTERNAL


@pytest.mark.parametrize("level", Sensitivity)
def test_a_level_is_found_by_its_key(level):
    assert Sensitivity.of(level.key) is level


def test_there_is_no_other_level():
    with pytest.raises(KeyError):
        Sensitivity.of("secret")


def test_absences_are_told_apart():
    assert [absence.value for absence in Absence] == ["none-found", "not-applicable"]


def test_each_record_has_an_id_of_its_own():
    assert Record().id != Record().id


def test_the_stamp_is_no_part_of_what_a_record_says():
    record = Entry()
    assert attrs.evolve(record, stamp=Stamp(updated_by="Ama Mensah")) == record
    assert attrs.evolve(record, sensitivity=Sensitivity.PARTNER) != record


def test_a_record_cannot_be_changed_in_place():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SharedRecord().trashed = True
