"""What webhooks can be told of, and the messages: facts about what visitors can read, never a word of the content."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

from cms.items.addresses import LIBRARY
from storage.documents import OutboxEvent
from storage.repositories.purges import INVALIDATED

PUBLISHED = "item.published"
UNPUBLISHED = "item.unpublished"
PING = "webhook.ping"

EVENTS: Mapping[str, str] = {
    PUBLISHED: "Something became visible on the site, or what is visible of it changed.",
    UNPUBLISHED: "Something is no longer visible on the site, or no longer in one of its languages.",
    INVALIDATED: "Caches in front of the site have to drop what has one of the tags told, as `Cache-Tag` names them.",
}
"""{event that a webhook may ask for: when it happens}."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where an item can be read on one site, from a snapshot's places; in the library it can be on every site."""

    locales: frozenset[str]
    addresses: frozenset[tuple[str, str]]

    @classmethod
    def on(cls, site: str, places: Mapping[str, Sequence[str]]) -> "Places":
        if LIBRARY in places["channels"]:
            return cls(frozenset(places["locales"]), frozenset())
        channels = (channel.partition("/") for channel in places["channels"])
        addresses = (_address(address) for address in places["addresses"])
        return cls(
            frozenset(locale for key, _slash, locale in channels if key == site),
            frozenset((locale, path) for key, locale, path in addresses if key == site and path is not None),
        )


def _address(address: str) -> tuple[str, str, str | None]:
    """(site, locale, path) of "nca/cs/editions/burgas-2023"; no path for what has no page of its own."""
    site, _slash, rest = address.partition("/")
    locale, _slash, path = rest.partition("/")
    has_page = ":" not in path and ":" not in locale
    return site, locale, f"/{path}" if has_page else None


def urls_on(site: str, addresses: Iterable[str], default_locale: str | None) -> list[str]:
    """The paths of those of these addresses ("nca/cs/editions/burgas-2023") that are pages of the site."""
    found = map(_address, addresses)
    pages = frozenset((locale, path) for key, locale, path in found if key == site and path is not None)
    return [one["url"] for one in _shown(pages, default_locale)]


def sites_of(event: OutboxEvent) -> list[str] | None:
    """On which sites something changed, None for all."""
    channels = [*event.payload["before"]["channels"], *event.payload["after"]["channels"]]
    return None if LIBRARY in channels else sorted({channel.partition("/")[0] for channel in channels})


def message(event: OutboxEvent, site: str, default_locale: str | None) -> tuple[str, str] | None:
    """(event's name, JSON text) of what changed on one site, whose default language stands in no address; None where
    nothing did."""
    before, after = (Places.on(site, event.payload[side]) for side in ("before", "after"))
    # a language that went may still have its pages there, in another one now
    withdrawn = before.locales & set(event.payload["withdrawn"])
    is_more = bool(event.payload["published"]) or before != after
    if not (before.locales or after.locales) or not (is_more or withdrawn):
        return None
    name = UNPUBLISHED if withdrawn or before.locales - after.locales else PUBLISHED
    data = {
        "id": event.item,
        "type": event.type,
        "site": site,
        "version": event.version,
        "locales": sorted(after.locales),
        "addresses": _shown(after.addresses, default_locale),
        "gone": _shown(before.addresses - after.addresses, default_locale),
    }
    return name, text_of(name, event.at, data)


def _shown(addresses: frozenset[tuple[str, str]], default: str | None) -> list[dict[str, str]]:
    """As `url` of the delivery schema gives them."""
    return [
        {"locale": locale, "url": path if locale == default else f"/{locale}{path}".rstrip("/")}
        for locale, path in sorted(addresses)
    ]


def text_of(name: str, at: datetime, data: Mapping[str, Any]) -> str:
    timestamp = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return orjson.dumps({"type": name, "timestamp": timestamp, "data": data}).decode()
