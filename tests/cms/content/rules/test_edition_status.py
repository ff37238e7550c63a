from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.edition_status import EditionStatus, edition_status, ends_at, next_status_change, starts_at
from cms.content.rules.wall_time import zone_of

BUCHAREST = "Europe/Bucharest"
IASI = starts_at("2023-11-21", BUCHAREST), ends_at("2023-11-23", BUCHAREST)
ZONES = st.sampled_from([BUCHAREST, "Europe/London", "Atlantic/Azores", "Asia/Kathmandu", "Pacific/Auckland"])
DAYS = st.dates(date(2015, 1, 1), date(2035, 1, 1))
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2023-11-20T21:59:59Z", EditionStatus.UPCOMING),
        ("2023-11-20T22:00:00Z", EditionStatus.ONGOING),
        ("2023-11-23T21:59:59Z", EditionStatus.ONGOING),
        ("2023-11-23T22:00:00Z", EditionStatus.PAST),
    ],
)
def test_the_days_are_those_of_the_edition_and_the_last_is_included(now: str, expected: EditionStatus) -> None:
    assert edition_status(*IASI, instant(now)) == expected


def test_the_day_of_25_hours_ends_in_winter_time() -> None:
    assert ends_at("2024-10-27", "Europe/Brussels") == instant("2024-10-27T23:00:00Z")


def test_an_edition_without_dates_is_upcoming_for_ever() -> None:
    now = instant("2030-01-01T00:00:00Z")

    assert edition_status(starts_at(None, BUCHAREST), ends_at(None, BUCHAREST), now) == EditionStatus.UPCOMING
    assert next_status_change(None, None, now) is None


def test_a_cancelled_edition_stays_cancelled() -> None:
    now = instant("2023-11-22T12:00:00Z")

    assert edition_status(*IASI, now, cancelled=True) == EditionStatus.CANCELLED
    assert next_status_change(*IASI, now, cancelled=True) is None


def test_the_next_change_is_the_start_then_the_end_then_none() -> None:
    assert next_status_change(*IASI, instant("2023-01-01T00:00:00Z")) == IASI[0]
    assert next_status_change(*IASI, instant("2023-11-20T22:00:00Z")) == IASI[1]
    assert next_status_change(*IASI, instant("2023-11-23T22:00:00Z")) is None


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(ValueError):
        starts_at("21 November", BUCHAREST)
    with pytest.raises(ValueError):
        ends_at("2023-11-21", "Europe/Atlantis")


@given(first=DAYS, length=st.integers(0, 6), zone=ZONES, now=MOMENTS)
def test_the_instants_say_what_the_calendar_on_the_wall_says(
    first: date, length: int, zone: str, now: datetime
) -> None:
    last = first + timedelta(days=length)
    today = now.astimezone(zone_of(zone)).date()
    expected = (
        EditionStatus.UPCOMING if today < first else EditionStatus.PAST if today > last else EditionStatus.ONGOING
    )

    assert edition_status(starts_at(first.isoformat(), zone), ends_at(last.isoformat(), zone), now) == expected


@given(first=DAYS, length=st.integers(0, 6), zone=ZONES, now=MOMENTS)
def test_the_status_holds_until_the_next_change(first: date, length: int, zone: str, now: datetime) -> None:
    dates = starts_at(first.isoformat(), zone), ends_at((first + timedelta(days=length)).isoformat(), zone)
    change = next_status_change(*dates, now)

    if change is None:
        assert edition_status(*dates, now) == EditionStatus.PAST
    else:
        assert edition_status(*dates, change - timedelta(microseconds=1)) == edition_status(*dates, now)
        assert edition_status(*dates, change) != edition_status(*dates, now)
