"""Regions: every country is in one, and each has a name."""

from collections import Counter

from casebook.iso_names import countries
from casebook.services.regions import regions


def test_no_country_is_in_two_regions_and_every_code_is_one():
    held = Counter(code for region in regions() for code in region.countries)
    assert max(held.values()) == 1
    assert held.keys() <= countries().keys()
    assert len(countries().keys() - held.keys()) < 5


def test_each_has_its_own_name_in_every_language_it_has():
    assert len({region.words() for region in regions()}) == len(regions())
    west = next(region for region in regions() if region.id == "western-africa")
    assert {"LR", "SL", "GH"} <= west.countries
    assert west.words("xx") == west.words("en") == "Western Africa"
