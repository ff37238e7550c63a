"""Parts of an edition to which something is added by hand; the others follow from their declaration."""

from collections.abc import Iterator
from typing import Optional

from cms.content.rules.date_label import date_range_label
from cms.content_types import edition_parts as parts
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.entry import Entry
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.slots import Want, computed


@delivers(parts.Session)
class Session:
    """A part of a day; `children` are the sessions within it."""

    @computed()
    @staticmethod
    def id(entry: Entry) -> str:
        """Stable within the edition."""
        return entry.data["id"]


@delivers(parts.Talk)
class Talk:
    @computed()
    @staticmethod
    def id(entry: Entry) -> str:
        """Stable within the edition."""
        return entry.data["id"]


@delivers(parts.Day)
class Day:
    @computed()
    @staticmethod
    def id(entry: Entry) -> str:
        """Stable within the edition."""
        return entry.data["id"]

    @computed()
    @staticmethod
    def date_label(entry: Entry) -> str:
        """The date in words of the language asked for."""
        return date_range_label(entry.data["date"], None, entry.reading.locale)


def _organisation(entry: Entry, selection: Selection) -> Iterator[Want]:
    if id := entry.get("organisation"):
        yield id, selection


@delivers(parts.Speaker)
class Speaker:
    """Role and organisation as they were at this talk."""

    @computed(wants=_organisation)
    @staticmethod
    def organisation_name(entry: Entry) -> Optional[str]:
        """As printed in the programme, else the organisation's own name."""
        id = entry.get("organisation")
        return entry.get("organisation_name") or (entry.reading.title_of(id) if id else None)
