import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.wall_time import utc_instant, wall_time_label, wall_time_problems, zone_abbreviation, zone_of

CUTOFFS = json.loads((Path(__file__).parents[3] / "facts" / "date_vectors.json").read_text("utf-8"))["cutoffs"]
BRUSSELS = "Europe/Brussels"
ZONES = st.sampled_from(
    [BRUSSELS, "Europe/London", "Europe/Chisinau", "America/St_Johns", "Asia/Kolkata", "Pacific/Apia", "UTC"]
)
WALL_TIMES = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda time: f"{time:%Y-%m-%dT%H:%M}")


@pytest.mark.parametrize("case", CUTOFFS, ids=lambda case: case["wall"])
def test_cutoffs_mean_the_instants_of_the_facts(case: dict[str, str]) -> None:
    assert utc_instant(case["wall"], case["zone"]) == datetime.fromisoformat(case["utc"])
    assert utc_instant(case["wall"], case["zone"]).tzinfo is UTC


@pytest.mark.parametrize("case", CUTOFFS, ids=lambda case: case["wall"])
def test_the_printed_zone_is_the_real_one_on_that_day(case: dict[str, str]) -> None:
    assert zone_abbreviation(case["wall"], case["zone"]) == case["abbrev"]
    for locale in ("en", "cs", "bg", "de"):
        assert wall_time_label(case["wall"], case["zone"], locale).endswith(f"\u00a0{case['abbrev']}")


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "31 May 2024, 18:00\u00a0CEST"),
        ("cs", "31. května 2024 v\u00a018:00\u00a0CEST"),
        ("bg", "31 май 2024 г., 18:00\u00a0ч.\u00a0CEST"),
        ("de", "31. Mai 2024, 18:00\u00a0CEST"),
        ("en-US", "May 31, 2024, 6:00\u00a0PM\u00a0CEST"),
    ],
)
def test_labels_read_as_each_language_writes_them(locale: str, expected: str) -> None:
    assert wall_time_label("2024-05-31T18:00", BRUSSELS, locale) == expected


def test_a_bare_day_is_labelled_without_a_time_and_begins_at_midnight() -> None:
    assert wall_time_label("2023-11-22", BRUSSELS, "en") == "22 November 2023"
    assert utc_instant("2023-11-22", BRUSSELS) == datetime(2023, 11, 21, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("Europe/Istanbul", "UTC+3"), ("America/Sao_Paulo", "UTC-3"), ("Asia/Kathmandu", "UTC+5:45"), ("UTC", "UTC")],
)
def test_a_zone_without_a_name_shows_its_distance_from_utc(zone: str, expected: str) -> None:
    assert zone_abbreviation("2024-05-31T18:00", zone) == expected


def test_a_wall_time_that_the_clocks_skip_is_a_problem() -> None:
    [problem] = wall_time_problems("2024-03-31T02:30", BRUSSELS, "cutoffs.0.at")

    assert (problem.field, problem.code) == ("cutoffs.0.at", "NO_SUCH_TIME")
    assert "03:30" in problem.message


def test_a_wall_time_that_the_clocks_skip_is_read_on_the_clock_before() -> None:
    assert utc_instant("2024-03-31T02:30", BRUSSELS) == datetime(2024, 3, 31, 1, 30, tzinfo=UTC)
    assert wall_time_label("2024-03-31T02:30", BRUSSELS, "en") == "31 March 2024, 03:30\u00a0CEST"


def test_of_a_wall_time_that_comes_twice_the_first_is_meant() -> None:
    assert utc_instant("2024-10-27T02:30", BRUSSELS) == datetime(2024, 10, 27, 0, 30, tzinfo=UTC)
    assert zone_abbreviation("2024-10-27T02:30", BRUSSELS) == "CEST"
    assert wall_time_problems("2024-10-27T02:30", BRUSSELS, "at") == []


def test_a_day_without_a_midnight_begins_when_its_clock_does() -> None:
    assert utc_instant("2018-11-04", "America/Sao_Paulo") == datetime(2018, 11, 4, 3, tzinfo=UTC)
    assert wall_time_problems("2018-11-04", "America/Sao_Paulo", "start") == []


@pytest.mark.parametrize("wall", ["18:00", "2024-05-31T18:00Z", "2024-05-31T18:00+02:00", "0001-01-01T00:00", "soon"])
def test_what_is_no_wall_time_is_refused(wall: str) -> None:
    with pytest.raises(ValueError):
        utc_instant(wall, BRUSSELS)


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "Europe", "../etc/passwd", "/etc/localtime", "CEST"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValueError):
        zone_of(zone)


@given(wall=WALL_TIMES, zone=ZONES)
def test_a_wall_time_without_problem_comes_back_from_its_instant(wall: str, zone: str) -> None:
    back = utc_instant(wall, zone).astimezone(zone_of(zone))

    assert (f"{back:%Y-%m-%dT%H:%M}" == wall) == (not wall_time_problems(wall, zone, "at"))
