"""What the clock hides: in every channel exactly the times in which no language that would answer is shown."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cms.content.localization import fallback_chain
from cms.content.sites import SiteRules
from cms.content_types import registry
from cms.items.addresses import channel
from cms.items.visibility import hidden_spans, shown_locales

START = datetime(2024, 1, 1, tzinfo=UTC)
SITES = [
    SiteRules("eccp", ("en",), "en", ("en",), "Europe/Brussels"),
    SiteRules("nca", ("cs", "en", "bg"), "cs", ("cs", "en"), "Europe/Prague"),
]
hours = st.integers(0, 12).map(lambda number: START + timedelta(hours=number))
stamps = st.fixed_dictionaries({}, optional={"effective": hours, "expires": hours})
locales = st.dictionaries(st.sampled_from(["en", "cs", "bg", "de"]), stamps, min_size=1)


def is_hidden(spans: list[dict[str, Any]], where: str, now: datetime) -> bool:
    return any(one["channel"] == where and one["from"] <= now < one["until"] for one in spans)


@given(locales, st.integers(-2, 27))
def test_spans_say_for_every_moment_what_the_languages_say(schedule: dict[str, Any], half_hours: int) -> None:
    now = START + timedelta(minutes=30 * half_hours)
    kind = registry["NewsItem"]
    spans = hidden_spans(kind, SITES, schedule)
    shown = shown_locales(schedule, now)

    for site in SITES:
        for locale in site.locales:
            if fallback_chain(locale, site.fallback_order, list(schedule)):
                answers = bool(fallback_chain(locale, site.fallback_order, shown))
                assert is_hidden(spans, channel(kind, site.key, locale), now) != answers


@given(locales, hours)
def test_what_belongs_to_every_site_is_hidden_when_no_language_is_shown(
    schedule: dict[str, Any], now: datetime
) -> None:
    spans = hidden_spans(registry["Person"], [], schedule)

    assert is_hidden(spans, "*", now) != bool(shown_locales(schedule, now))


def test_a_language_is_shown_from_its_moment_on_and_not_at_its_end() -> None:
    stamp = {"effective": START, "expires": START + timedelta(seconds=1)}
    moments = [START - timedelta(milliseconds=1), START, START + timedelta(milliseconds=999), stamp["expires"]]

    assert [bool(shown_locales({"en": stamp}, now)) for now in moments] == [False, True, True, False]
