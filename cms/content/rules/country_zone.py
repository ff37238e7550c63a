"""The time zone of a country, as the first that the time zone database (`zone.tab`) names for it."""

from functools import cache
from importlib.resources import files


def country_zone(code: str | None) -> str | None:
    """ "Europe/Bucharest" for RO; None where the database has none, as for Kosovo."""
    return _zones().get(code or "")


@cache
def _zones() -> dict[str, str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    zones: dict[str, str] = {}
    for code, _place, zone, *_note in rows:
        zones.setdefault(code, zone)
    return zones
