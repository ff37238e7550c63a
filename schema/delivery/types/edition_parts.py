"""Parts of an edition to which something is added by hand; the others follow from their declaration."""

from collections.abc import Iterator
from typing import Optional

from cms.content.rules.date_label import date_range_label
from cms.content_types import edition_parts as parts
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import WantedItem, computed
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection


@delivers(parts.Session)
class Session:
    """A part of a day; `children` are the sessions within it."""


@delivers(parts.Talk)
class Talk:
    """A contribution to a session: who speaks about what, with the files shown."""


@delivers(parts.Day)
class Day:
    """A day of the programme."""

    @computed()
    @staticmethod
    def date_label(entry: PublishedItem) -> str:
        """The date in words of the language asked for."""
        return date_range_label(entry.data["date"], None, entry.reading.locale)


def _organisation(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    if id := entry.get("organisation"):
        yield id, selection


@delivers(parts.Speaker)
class Speaker:
    """Role and organisation as they were at this talk."""

    @computed(references=_organisation)
    @staticmethod
    def organisation_name(entry: PublishedItem) -> Optional[str]:
        """As printed in the programme, else the organisation's own name."""
        id = entry.get("organisation")
        return entry.get("organisation_name") or (entry.reading.title_of(id) if id else None)
