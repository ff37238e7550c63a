"""News items."""

from collections.abc import Iterator
from typing import Any

from cms.content.rules.date_label import date_label as label_of
from cms.content_types.news_item import NewsItem as NewsContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import WantedItem, computed
from schema.delivery.projection.item import Addressable
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext, Target, loader
from schema.delivery.projection.selection import Selection
from schema.delivery.types import blocks as _blocks
from schema.delivery.types.names import ANewsItem
from storage.conditions import Condition, all_of, any_of, either, equal, not_
from storage.keyset import Order

__all__ = ["NewsItem", "_blocks"]

MAX_RELATED = 5


def _related_references(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    return ((id, selection) for id in entry.reading.found.get(("related", entry.id), ()))


@loader("related")
async def load_related(reading: ReadContext, batch: list[tuple[PublishedItem, Selection]]) -> list[Target]:
    """Items about the same edition or with a tag in common, the newest first; one query per item, as pages show one."""
    targets: list[Target] = []
    for entry, selection in batch:
        common = [equal({"data.edition": entry.get("edition")})] if entry.get("edition") else []
        common += [any_of("data.tags", entry.get("tags"))] if entry.get("tags") else []
        found = reading.note(await _newest(reading, entry.id, common)) if common else []
        reading.found[("related", entry.id)] = [one.id for one in found]
        targets += [(one, selection.below("related")) for one in found]
    return targets


async def _newest(reading: ReadContext, besides: str, common: list[Condition]) -> list[dict[str, Any]]:
    others = all_of(reading.listed("NewsItem"), not_(equal({"_id": besides})), either(*common))
    return await reading.published.find(others, order=Order("keys.published"), limit=MAX_RELATED)


@delivers(NewsContent)
class NewsItem(Addressable):
    """News, an invitation, a press release or the summary of an event."""

    @computed(needs=("published_at",))
    @staticmethod
    def date_label(entry: PublishedItem) -> str:
        """The day in words, or the month where no more is known."""
        return label_of(entry.data["published_at"], entry.reading.locale)

    @computed(needs=("edition", "tags"), loads=("related",), takes_selection=True)
    @staticmethod
    def related(entry: PublishedItem, selection: Selection) -> list[ANewsItem]:
        """Up to five others about the same edition or with a tag in common."""
        ids = entry.reading.found.get(("related", entry.id), ())
        return [view for id in ids if (view := entry.reading.view(id, selection)) is not None]
