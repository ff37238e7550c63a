"""When the languages of an item may be seen: moments in its snapshots that reads compare with the clock, so that
nothing is shown too early or too long where a worker is late."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from cms.content.localization import fallback_chain
from cms.content.rules.next_change import next_change
from cms.content.sites import SiteRules
from cms.content_types.content_type import ContentType
from cms.items.addresses import LIBRARY, channel
from storage.conditions import Condition, between, element, equal, not_

ALWAYS = datetime(1, 1, 2, tzinfo=UTC)
NEVER = datetime(9999, 12, 30, tzinfo=UTC)
MOMENTS = ("effective", "expires")

Stamps = Mapping[str, Mapping[str, Any]]
"""{locale: {effective, expires, …}} as in the `locales` of a snapshot; a moment that is not there does not bound."""


def is_shown(stamp: Mapping[str, Any], now: datetime) -> bool:
    return stamp.get("effective", ALWAYS) <= now < stamp.get("expires", NEVER)


def shown_locales(stamps: Stamps, now: datetime) -> list[str]:
    return [locale for locale, stamp in stamps.items() if is_shown(stamp, now)]


def next_visibility_change(stamps: Stamps, now: datetime) -> datetime | None:
    """When other languages of these will be shown; None: never."""
    moments = (stamp.get(name) for stamp in stamps.values() for name in MOMENTS)
    return next_change(moments, now, lambda moment: shown_locales(stamps, moment))


def has_schedule(stamps: Stamps) -> bool:
    return any(name in stamp for stamp in stamps.values() for name in MOMENTS)


def hidden_spans(kind: type[ContentType], sites: Sequence[SiteRules], stamps: Stamps) -> list[dict[str, Any]]:
    """{channel, from, until} of each time in which an item with these stamps cannot be read in a channel, though it is
    there: no language that would answer is shown then."""
    return [
        {"channel": where, "from": start, "until": end}
        for where, chain in _chains(kind, sites, list(stamps))
        for start, end in _hidden([stamps[locale] for locale in chain])
    ]


def not_hidden(channel: str, now: datetime) -> Condition:
    """Holds of what the clock lets be read in a channel."""
    span = equal({"channel": channel}), between("from", at_most=now), between("until", above=now)
    return not_(element("hidden", *span))


def _chains(
    kind: type[ContentType], sites: Sequence[SiteRules], published: list[str]
) -> Iterator[tuple[str, list[str]]]:
    if kind.library:
        yield LIBRARY, published
        return
    for site in sites:
        for locale in site.locales:
            if chain := fallback_chain(locale, site.fallback_order, published):
                yield channel(kind, site.key, locale), chain


def _hidden(stamps: Iterable[Mapping[str, Any]]) -> Iterator[tuple[datetime, datetime]]:
    all_stamps = list(stamps)
    moments = sorted({stamp[name] for stamp in all_stamps for name in MOMENTS if name in stamp})
    for start, end in zip([ALWAYS, *moments], [*moments, NEVER], strict=True):
        if not any(is_shown(stamp, start) for stamp in all_stamps):
            yield start, end
