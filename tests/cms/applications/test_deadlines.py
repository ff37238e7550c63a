"""Deadlines in wall time: through the changes of clocks, to the second, and with their extensions."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cms.applications.missing import problems_at_submit
from cms.content.rules.deadlines import deadlines_of, extensions, find_deadline, next_open, noted_deadlines
from tests.cms.applications.forms import form_with, question

FORM = form_with(
    question("cutoff", "cutoff", required=True),
    question("days", "date_ranges", min=1, max=3, max_days=3, days_ahead=90),
)
SECOND = timedelta(seconds=1)


def call(*walls: str, zone: str = "Europe/Brussels") -> dict[str, Any]:
    cutoffs = [{"id": f"c{number}", "at": wall} for number, wall in enumerate(walls)]
    return {"cutoffs": cutoffs, "time_zone": zone}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("2024-03-31T18:00", "2024-03-31T16:00:00"),  # clocks went forward that morning
        ("2024-03-30T18:00", "2024-03-30T17:00:00"),
        ("2024-10-27T18:00", "2024-10-27T17:00:00"),  # clocks went back that morning
        ("2024-10-26T18:00", "2024-10-26T16:00:00"),
        ("2024-03-31T02:30", "2024-03-31T01:30:00"),  # does not exist: read on the clock before
        ("2024-10-27T02:30", "2024-10-27T00:30:00"),  # comes twice: the first is meant
    ],
)
def test_a_cutoff_passes_at_its_instant_and_not_a_second_earlier(wall: str, instant: str) -> None:
    moment = utc(instant)
    data = {**call(wall, "2025-06-01T18:00")}

    def codes(now: datetime) -> list[str]:
        return [one.code for one in problems_at_submit(FORM, {"cutoff": "c0"}, [], data, now)]

    assert codes(moment - SECOND) == []
    assert codes(moment) == codes(moment + SECOND) == ["CUTOFF_PASSED"]


def test_the_next_one_is_named_with_the_zone_of_its_day() -> None:
    data = call("2024-05-31T18:00", "2024-12-20T18:00")

    [problem] = problems_at_submit(FORM, {"cutoff": "c0"}, [], data, utc("2024-06-01T00:00:00"))

    assert "31 May 2024, 18:00\u00a0CEST" in problem.message
    assert "20 December 2024, 18:00\u00a0CET" in problem.message


def test_a_call_with_one_closing_time_has_one_deadline() -> None:
    data = {"closes": "2024-05-31T18:00", "time_zone": "Europe/Brussels"}

    [deadline] = deadlines_of(data, utc("2024-05-31T15:59:59"))

    assert (deadline.id, deadline.passed) == ("closes", False)
    assert [one.code for one in problems_at_submit(FORM, {"cutoff": "closes"}, [], data, deadline.at)] == [
        "CALL_CLOSED"
    ]


def test_the_next_open_deadline_is_the_earliest_ahead() -> None:
    found = deadlines_of(call("2024-09-30T18:00", "2024-05-31T18:00"), utc("2024-06-01T00:00:00"))

    assert [one.passed for one in found] == [True, False]
    ahead = next_open(found)
    assert ahead is not None and ahead.wall == "2024-09-30T18:00"
    assert find_deadline(found, "nobody") is None


def test_an_application_that_was_sent_back_may_be_completed_after_its_cutoff() -> None:
    data, until = call("2024-05-31T18:00"), utc("2024-06-10T12:00:00")
    answers = {"cutoff": "c0"}

    in_time = problems_at_submit(FORM, answers, [], data, until - SECOND, returned_until=until)
    late = problems_at_submit(FORM, answers, [], data, until, returned_until=until)

    assert in_time == [] and [one.code for one in late] == ["RETURN_PASSED"]


@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        ("2024-08-29", "2024-08-31", []),  # 90 days after 31 May
        ("2024-08-28", "2024-08-28", ["TOO_SOON"]),
        ("2024-09-01", "2024-09-04", ["TOO_MANY_DAYS"]),
        ("2024-09-02", "2024-09-01", ["END_BEFORE_START"]),
        ("", "2024-09-01", ["REQUIRED"]),
    ],
)
def test_days_begin_ninety_days_after_the_cutoff_and_are_three_at_most(start: str, end: str, codes: list[str]) -> None:
    answers = {"cutoff": "c0", "days": [{"start": start, "end": end}]}

    found = problems_at_submit(FORM, answers, [], call("2024-05-31T18:00"), utc("2024-04-01T00:00:00"))

    assert [one.code for one in found] == codes


def test_moved_deadlines_are_remembered_in_the_order_of_their_publication() -> None:
    first = noted_deadlines([], call("2024-05-31T18:00"), utc("2024-03-01T00:00:00"))
    same = noted_deadlines(first, call("2024-05-31T18:00"), utc("2024-04-01T00:00:00"))
    moved = noted_deadlines(same, call("2024-06-14T18:00"), utc("2024-05-01T00:00:00"))

    assert first == same
    [extension] = extensions(moved)
    assert (extension.from_wall, extension.to_wall) == ("2024-05-31T18:00", "2024-06-14T18:00")
    assert extension.since == utc("2024-05-01T00:00:00")
