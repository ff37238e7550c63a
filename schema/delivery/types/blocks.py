"""Blocks of pages and news bodies; lists in them are computed at each read."""

from collections.abc import Iterator
from typing import Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.content.rules.call_state import CallState
from cms.content_types import blocks as content
from cms.content_types import registry
from schema.delivery.lists.organisation_lists import organisations_field
from schema.delivery.projection.delivered import register
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.pins import PageSpan, find_with_pins, pins_of
from schema.delivery.projection.plan import Projection
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import Selection, selection_of
from schema.delivery.projection.view import View
from schema.delivery.types import open_call
from schema.delivery.types.call_for_hosts import state_of
from schema.delivery.types.names import ACall, AnEdition, ANewsItem
from storage.conditions import EVERYTHING, Condition, all_of, given
from storage.keyset import Order

DEFAULT_LIMIT = 10


@strawberry.interface(description="A part of a page's body.")
class Block:
    id: strawberry.ID = strawberry.field(
        description="Opaque: one for each site, language and preview, so that client caches never mix them."
    )
    key: str = strawberry.field(description="Stays while editors change the rest.")


register("Block", Block, Projection(Block, {}, {}))


@delivers(content.TextBlock)
class TextBlock(View, Block):
    """Words, with or without a heading."""


@delivers(content.MediaBlock)
class MediaBlock(View, Block):
    """A picture or a video."""


@delivers(content.StatsBlock)
class StatsBlock(View, Block):
    """Figures, each with what it counts."""


@delivers(content.EditionListBlock)
class EditionListBlock(View, Block):
    """Editions by status, computed at each read."""

    @strawberry.field(description="Computed now: coming editions soonest first, past ones latest first.")
    async def editions(self, info: Info) -> list[AnEdition]:
        return await _editions(self, info)


@delivers(content.NewsListBlock)
class NewsListBlock(View, Block):
    """The newest news, computed at each read."""

    @strawberry.field(description="The newest of its kind.")
    async def news(self, info: Info) -> list[ANewsItem]:
        data = _entry(self).data
        return await _listed(
            self, info, "NewsItem", given({"data.kind": data.get("news_kind")}), Order("keys.published")
        )


def _member_list(block: Any) -> tuple[ReadContext, str]:
    entry = _entry(block)
    return entry.reading, entry.data["member_list"]


@delivers(content.MembersBlock)
class MembersBlock(View, Block):
    """The organisations on one of the site's lists, such as its members."""

    organisations = organisations_field(_member_list, "The organisations on this list of the site, by name.")


@delivers(content.CallTeaserBlock)
class CallTeaserBlock(View, Block):
    """Points to a call for hosts: a chosen one, or the one that is open on the site. It is left out where that call has
    to be open and is not."""

    @computed(needs=("call",), references=open_call.references, takes_selection=True)
    @staticmethod
    def call(entry: PublishedItem, selection: Selection) -> Optional[ACall]:
        """The one chosen, or else the one that is open; null where a chosen one is not public on this site."""
        id = open_call.call_of(entry)
        return entry.reading.view(id, selection) if id else None

    @staticmethod
    def is_shown(entry: PublishedItem) -> bool:
        if entry.get("call") and not entry.get("only_while_open"):
            return True
        call = entry.reading.entry_of(open_call.call_of(entry) or "")
        return call is not None and state_of(call) is CallState.OPEN

    @staticmethod
    def shown_by(entry: PublishedItem) -> Iterator[str]:
        return iter([entry.data["call"]] if entry.get("call") else [])


def _entry(view: Any) -> PublishedItem:
    return view._entry


async def _editions(view: Any, info: Any) -> list[Any]:
    data, now = _entry(view).data, _entry(view).reading.now
    status = data.get("status")
    in_status = registry["Edition"].computed_filter("status", [status], now) if status else EVERYTHING
    asked = all_of(in_status, given({"data.series": data.get("series")}))
    order = Order("keys.start", descending=status not in ("upcoming", "ongoing"))
    return await _listed(view, info, "Edition", asked, order)


async def _listed(view: Any, info: Any, type: str, asked: Condition, order: Order) -> list[Any]:
    """What the site puts first comes first here too."""
    reading, data = _entry(view).reading, _entry(view).data
    shown, count = all_of(reading.listed(type), asked), data.get("limit") or DEFAULT_LIMIT
    found = await find_with_pins(reading, pins_of(reading, type), shown, PageSpan(count), order=order)
    return await reading.built(found, selection_of(info))
