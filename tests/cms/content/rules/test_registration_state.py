from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.registration_state import RegistrationState, next_registration_change, registration_state

NOW = datetime(2023, 11, 1, 12, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)
URL = "https://register.example/iasi"
MOMENTS = st.none() | st.datetimes(datetime(2023, 1, 1), datetime(2024, 1, 1), timezones=st.just(UTC))
FACTS = st.fixed_dictionaries(
    {
        "manual": st.none() | st.sampled_from(list(RegistrationState)),
        "edition_ends_at": MOMENTS,
        "closes_at": MOMENTS,
        "opens_at": MOMENTS,
        "url": st.none() | st.just(URL),
    }
)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "not_announced"),
        ({"url": URL}, "open"),
        ({"url": URL, "opens_at": AFTER}, "not_yet_open"),
        ({"url": URL, "opens_at": NOW}, "open"),
        ({"opens_at": AFTER}, "not_yet_open"),
        ({"url": URL, "closes_at": NOW}, "closed"),
        ({"url": URL, "closes_at": AFTER}, "open"),
        ({"closes_at": BEFORE, "opens_at": AFTER}, "closed"),
        ({"url": URL, "edition_ends_at": NOW, "closes_at": AFTER}, "closed"),
        ({"edition_ends_at": BEFORE}, "closed"),
        ({"manual": "open", "edition_ends_at": BEFORE}, "open"),
        ({"manual": "closed", "url": URL}, "closed"),
        ({"manual": "not_announced", "url": URL}, "not_announced"),
    ],
)
def test_the_first_rule_that_applies_counts(facts: dict[str, Any], expected: str) -> None:
    assert registration_state(NOW, **facts) == expected


def test_a_manual_state_must_be_one() -> None:
    with pytest.raises(ValueError):
        registration_state(NOW, manual="perhaps")


def test_registration_changes_when_it_opens_closes_and_never_again() -> None:
    last_day = AFTER + timedelta(days=9)
    facts: dict[str, Any] = {"url": URL, "opens_at": BEFORE, "closes_at": AFTER, "edition_ends_at": last_day}

    assert next_registration_change(BEFORE - timedelta(days=1), **facts) == BEFORE
    assert next_registration_change(NOW, **facts) == AFTER
    assert next_registration_change(AFTER, **facts) is None


def test_a_manual_state_never_changes_by_itself() -> None:
    assert next_registration_change(NOW, manual="open", closes_at=AFTER) is None


@given(facts=FACTS, now=st.datetimes(datetime(2023, 1, 1), datetime(2024, 1, 1), timezones=st.just(UTC)))
def test_the_state_holds_until_the_next_change(facts: dict[str, Any], now: datetime) -> None:
    change = next_registration_change(now, **facts)
    end = change - timedelta(microseconds=1) if change else datetime(2100, 1, 1, tzinfo=UTC)

    assert registration_state(end, **facts) == registration_state(now, **facts)
    if change:
        assert registration_state(change, **facts) != registration_state(now, **facts)
