"""Snapshots of the same shape as the templates, with addresses, channels, keys and derived values of their own."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from benchmarks.content.maker import HOME, NEIGHBOUR
from benchmarks.content.mix import EDITIONS_PER_SERIES, Mix
from benchmarks.content.templates import Templates
from cms.content_types import registry
from cms.content_types.content_type import ContentType
from cms.content_types.referred import values_of
from cms.content_types.word_order import orders_of
from cms.items.addresses import live_addresses, live_channels
from cms.items.moments import moments_of
from storage.published import Document

YEARS = 20
"""Over so many years, back from today, editions and news are spread."""
AHEAD = 120
"""Days from today to the last edition."""
CASTS_PER_PAGE = 5
COUNTRIES = ("AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LV", "PL")
KINDS = ("news", "invitation", "press_release", "call", "community")
SUMMARIES = 10
"""Every tenth news item sums an edition up, as long as there are editions without a summary."""
FEW = 3
"""News items that share a tag of their own."""
NARROWED_BY = registry["NewsItem"].delivery.filters_through["edition"]

Ids = Mapping[str, str]
"""{id of a template: id of its clone}."""


class Clones:
    """All of one database, in an order in which each refers only to what came before; with the same `templates`, day
    and `base` the same again. `base`: the id after which those of the clones come."""

    def __init__(self, templates: Templates, mix: Mix, today: dt.date, base: str) -> None:
        self.templates = templates
        self.mix = mix
        self.today = today
        self._last = int(base, 16)
        self.series = [self._new_id() for _ in range(mix.series)]
        self.editions = [self._new_id() for _ in range(mix.editions)]
        self.casts: list[Ids] = [{}]
        self._days = lru_cache(CASTS_PER_PAGE)(self._days_of)
        self._narrowing: dict[str, dict[str, Any]] = {}

    def __iter__(self) -> Iterator[Document]:
        return chain(self._series(), self._organisations(), self._casts(), self._editions(), self._news())

    def _new_id(self) -> str:
        """As those that one machine makes at once: one after the other."""
        self._last += 1
        return f"{self._last:024x}"

    def _clone(
        self,
        template: Document,
        id: str,
        slug: str,
        data: Mapping[str, Any],
        sites: Sequence[str] | None = None,
        derived: Mapping[str, Any] | None = None,
    ) -> Document:
        kind, sites = registry[template["type"]], list(sites or template["sites"])
        changed = {name: value for name, value in {**template["data"], **data}.items() if value is not None}
        worked_out = {**template["derived"], **kind.derived_values(changed), **(derived or {})}
        rules = [self.templates.sites[key] for key in sites]
        slugs, locales = dict.fromkeys(template["slugs"], slug), list(template["locales"])
        clone = {
            **template,
            "_id": id,
            "site": sites[0],
            "sites": sites,
            "channels": live_channels(kind, rules, locales),
            "addresses": live_addresses(kind, rules, slugs, locales),
            "slugs": slugs,
            "data": changed,
            "derived": worked_out,
            "found_by": kind.found_by(changed),
            "keys": kind.sort_keys(changed, worked_out),
        }
        clone["moments"] = moments_of(clone)
        if kind.delivery.by_words:
            clone["orders"] = orders_of(clone, self.templates.sites.values() if kind.library else rules)
        if kind.delivery.filters_through:
            clone["referred"] = self._referred(kind, changed)
        return clone

    def _referred(self, kind: type[ContentType], data: Mapping[str, Any]) -> dict[str, Any]:
        """{reference: what lists are narrowed by of the edition that the item refers to}."""
        return {name: self._narrowing[data[name]] for name in kind.delivery.filters_through if data.get(name)}

    def _series(self) -> Iterator[Document]:
        template = self.templates.one("Series")
        for number, id in enumerate(self.series):
            yield self._clone(template, id, f"series-{number}", {"title": {"en": f"Series {number}"}})

    def _organisations(self) -> Iterator[Document]:
        template = self.templates.one("Organisation")
        for number in range(self.mix.organisations):
            name = {"en": f"Cluster {number:06}"}
            yield self._clone(template, self._new_id(), f"cluster-{number}", {"name": name})

    def _casts(self) -> Iterator[Document]:
        for number in range(1, self.mix.casts + 1):
            ids: dict[str, str] = {}
            for template in self._cast_templates():
                ids[template["_id"]] = self._new_id()
                data = renamed(template["data"], ids)
                yield self._clone(template, ids[template["_id"]], f"{number}-{template['_id']}", data)
            self.casts.append(ids)

    def _cast_templates(self) -> Iterator[Document]:
        """Files before the presentations that name them."""
        presentations = self.templates.snapshots["PresentationFile"]
        files = {one["data"]["file"] for one in presentations}
        yield from self.templates.snapshots["Person"]
        yield from (one for one in self.templates.snapshots["FileAsset"] if one["_id"] in files)
        yield from presentations

    def _editions(self) -> Iterator[Document]:
        """The latest first; neighbours in time belong to different series, as in life."""
        template = self.templates.one("Edition")
        for rank, id in enumerate(self.editions):
            start = self.today + dt.timedelta(days=AHEAD - rank * (365 * YEARS) // self.mix.editions)
            days = self._days(self._cast_of(rank))
            data = {
                "series": self.series[rank % self.mix.series],
                "country": COUNTRIES[rank % len(COUNTRIES)],
                "start": start.isoformat(),
                "end": (start + dt.timedelta(days=2)).isoformat(),
                "days": [{**day, "date": start.isoformat()} for day in days],
            }
            ordinal = self._editions_in(rank % self.mix.series) - rank // self.mix.series
            clone = self._clone(template, id, f"edition-{rank}", data, derived={"ordinal": ordinal})
            self._narrowing[id] = values_of(registry["Edition"], NARROWED_BY, clone)
            yield clone

    def _editions_in(self, series: int) -> int:
        return -(-(self.mix.editions - series) // self.mix.series)

    def _days_of(self, cast: int) -> list[dict[str, Any]]:
        """The programme of Iași with this cast."""
        return renamed(self.templates.one("Edition")["data"]["days"], self.casts[cast])

    def _cast_of(self, rank: int) -> int:
        """Twenty editions have five casts between them, so that a page of twenty costs the same in every database."""
        page, place = divmod(rank, EDITIONS_PER_SERIES)
        return (page * CASTS_PER_PAGE + place % CASTS_PER_PAGE) % len(self.casts)

    def _news(self) -> Iterator[Document]:
        template = self.templates.one("NewsItem")
        for rank in range(self.mix.news):
            published = self.today - dt.timedelta(days=rank * (365 * YEARS) // self.mix.news)
            data = {
                "title": {locale: f"{title} ({rank})" for locale, title in template["data"]["title"].items()},
                "published_at": published.isoformat(),
                "tags": [f"topic-{rank % 40}", f"story-{rank // FEW}"],
                **self._subject(rank),
            }
            sites = ([HOME], [NEIGHBOUR, HOME], [HOME, NEIGHBOUR])[rank % 3]
            yield self._clone(template, self._new_id(), f"news-{rank}", data, sites)

    def _subject(self, rank: int) -> dict[str, Any]:
        """What the item is about: nothing in particular, or an edition that it sums up."""
        edition, rest = divmod(rank, SUMMARIES)
        if rest == 0 and edition < self.mix.editions:
            return {"kind": "event_summary", "edition": self.editions[edition]}
        return {"kind": KINDS[rank % len(KINDS)], "edition": None}


def renamed(value: Any, ids: Mapping[str, str]) -> Any:
    """The same value with each id that has a new one replaced."""
    if isinstance(value, dict):
        return {name: renamed(one, ids) for name, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, ids) for one in value]
    return ids.get(value, value) if isinstance(value, str) else value
