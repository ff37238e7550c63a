"""A country has a time zone to begin with."""

import pytest

from cms.content.rules.country import country_codes
from cms.content.rules.country_zone import country_zone
from cms.content.rules.wall_time import zone_of


@pytest.mark.parametrize(
    ("country", "zone"),
    [("RO", "Europe/Bucharest"), ("CZ", "Europe/Prague"), ("BG", "Europe/Sofia"), ("PT", "Europe/Lisbon")],
)
def test_a_country_lies_in_the_zone_of_its_capital(country: str, zone: str) -> None:
    assert country_zone(country) == zone


def test_every_zone_that_is_named_exists_and_unknown_countries_have_none() -> None:
    for code in country_codes():
        assert (zone := country_zone(code)) is None or zone_of(zone)
    assert country_zone("XK") is None and country_zone(None) is None
