from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.call_state import CallState, call_state, deadlines_passed, next_call_change, next_deadline
from cms.content.rules.wall_time import utc_instant

OPENS = datetime(2023, 11, 6, 9, tzinfo=UTC)
CUTOFFS = [
    utc_instant(wall, "Europe/Brussels")
    for wall in ("2023-12-22T18:00", "2024-05-31T18:00", "2024-09-30T18:00", "2024-12-20T18:00", "2025-01-31T18:00")
]
SECOND = timedelta(seconds=1)
MOMENTS = st.datetimes(datetime(2023, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (OPENS - SECOND, CallState.NOT_YET_OPEN),
        (OPENS, CallState.OPEN),
        (CUTOFFS[0], CallState.OPEN),
        (CUTOFFS[-1] - SECOND, CallState.OPEN),
        (CUTOFFS[-1], CallState.CLOSED),
    ],
)
def test_a_rolling_call_is_open_until_its_last_cutoff(now: datetime, expected: CallState) -> None:
    assert call_state(OPENS, CUTOFFS, now) == expected


def test_a_call_with_one_closing_time_closes_at_it() -> None:
    closing = [CUTOFFS[1]]

    assert call_state(OPENS, closing, CUTOFFS[1] - SECOND) == CallState.OPEN
    assert call_state(OPENS, closing, CUTOFFS[1]) == CallState.CLOSED


def test_after_the_cutoff_of_31_may_18_00_in_brussels_the_next_one_shows() -> None:
    cutoff = datetime(2024, 5, 31, 16, 0, tzinfo=UTC)

    assert next_deadline(CUTOFFS, cutoff - SECOND) == 1
    assert next_deadline(CUTOFFS, cutoff) == 2
    assert deadlines_passed(CUTOFFS, cutoff) == [True, True, False, False, False]


def test_after_the_last_cutoff_there_is_no_next_one() -> None:
    assert next_deadline(CUTOFFS, CUTOFFS[-1]) is None
    assert next_call_change(OPENS, CUTOFFS, CUTOFFS[-1]) is None


def test_every_cutoff_is_a_change() -> None:
    moments = [OPENS - SECOND]
    while change := next_call_change(OPENS, CUTOFFS, moments[-1]):
        moments.append(change)

    assert moments[1:] == [OPENS, *CUTOFFS]


def test_a_call_without_opening_has_not_opened_and_one_without_deadlines_stays_open() -> None:
    assert call_state(None, CUTOFFS, CUTOFFS[-1]) == CallState.NOT_YET_OPEN
    assert call_state(OPENS, [], CUTOFFS[-1]) == CallState.OPEN


@given(deadlines=st.lists(MOMENTS, max_size=6), now=MOMENTS)
def test_the_next_deadline_is_the_earliest_ahead_in_whatever_order_they_are_kept(
    deadlines: list[datetime], now: datetime
) -> None:
    position = next_deadline(deadlines, now)
    ahead = [deadline for deadline in deadlines if deadline > now]

    assert (None if position is None else deadlines[position]) == min(ahead, default=None)


@given(opens=st.none() | MOMENTS, deadlines=st.lists(MOMENTS, max_size=6), now=MOMENTS)
def test_the_answer_holds_until_the_next_change(
    opens: datetime | None, deadlines: list[datetime], now: datetime
) -> None:
    change = next_call_change(opens, deadlines, now)
    end = change - timedelta(microseconds=1) if change else datetime(2100, 1, 1, tzinfo=UTC)

    assert call_state(opens, deadlines, end) == call_state(opens, deadlines, now)
    assert deadlines_passed(deadlines, end) == deadlines_passed(deadlines, now)
