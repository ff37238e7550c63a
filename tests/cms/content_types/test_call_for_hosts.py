"""What stops a call for hosts from being published."""

from typing import Any

from cms.content_types.call_for_hosts import CallForHosts

CALL: dict[str, Any] = {
    "title": {"en": "Call"},
    "body": {"en": {"type": "doc", "content": [{"type": "paragraph"}]}},
    "series": "0" * 24,
    "opens": "2024-01-01T09:00",
    "time_zone": "Europe/Brussels",
    "cutoffs": [{"id": "a", "at": "2024-05-31T18:00"}, {"id": "b", "at": "2024-09-30T18:00"}],
}


def codes(**changes: Any) -> set[str]:
    data = {name: value for name, value in {**CALL, **changes}.items() if value is not None}
    return {problem.code for problem in CallForHosts.publish_problems(data, "en")}


def test_a_complete_call_has_no_problems() -> None:
    assert codes() == set()


def test_it_has_either_cut_offs_or_one_closing_time() -> None:
    assert codes(closes="2024-12-01T18:00") == {"CLOSING_UNCLEAR"}
    assert codes(cutoffs=None) == {"CLOSING_UNCLEAR"}
    assert codes(cutoffs=None, closes="2024-12-01T18:00") == set()


def test_cut_offs_come_in_order_and_after_the_opening() -> None:
    assert codes(cutoffs=list(reversed(CALL["cutoffs"]))) == {"NOT_IN_ORDER"}
    assert codes(opens="2025-01-01T09:00") == {"AFTER_CLOSING"}


def test_a_time_that_the_clocks_skip_is_pointed_out() -> None:
    assert codes(cutoffs=[{"id": "a", "at": "2024-03-31T02:30"}]) != set()


def test_weights_add_up_to_a_hundred() -> None:
    criterion = {"id": "a", "key": "theme", "label": {"en": "Theme"}, "weight": 90, "max": 5}
    assert codes(criteria=[criterion]) == {"WEIGHTS"}
    assert codes(criteria=[{**criterion, "weight": 100}]) == set()
