"""Caches keep an answer only where they are told of changes, and never beyond a moment that makes it another one."""

from datetime import UTC, datetime, timedelta

from cms.http.cache.cache_control import BROWSERS, SHARED, STALE, keeping
from storage.freshness import Freshness

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
TAGS = frozenset({"site:nca"})
SECOND = timedelta(seconds=1)


def test_where_nobody_tells_them_caches_ask_each_time() -> None:
    assert keeping(Freshness(TAGS), NOW, is_purged=False) == (BROWSERS, Freshness(TAGS))


def test_where_they_are_told_they_keep_it_an_hour_and_browsers_still_ask() -> None:
    header, freshness = keeping(Freshness(TAGS), NOW, is_purged=True)

    assert header == b"public, max-age=0, must-revalidate, s-maxage=3600, stale-while-revalidate=60"
    assert freshness == Freshness(TAGS)


def test_our_copy_with_this_header_ends_so_early_that_none_outlives_the_moment() -> None:
    moment = NOW + 2 * SHARED

    header, freshness = keeping(Freshness(TAGS, moment), NOW, is_purged=True)

    assert b"s-maxage" in header
    assert freshness.until == moment - SHARED - STALE


def test_an_answer_that_will_soon_be_another_one_is_asked_for_each_time() -> None:
    until = NOW + SHARED + STALE

    assert keeping(Freshness(TAGS, until), NOW, is_purged=True) == (BROWSERS, Freshness(TAGS, until))
    assert keeping(Freshness(TAGS, until + SECOND), NOW, is_purged=True)[0] != BROWSERS
