"""Parts of an edition to which something is added by hand; the others follow from their declaration."""

from typing import Optional

from cms.content.rules.date_label import date_range_label
from cms.content_types import edition_parts as parts
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.published_item import PublishedItem


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


@delivers(parts.Speaker)
class Speaker:
    """Role and organisation as they were at this talk."""

    @computed(refers_to="organisation")
    @staticmethod
    def organisation_name(entry: PublishedItem) -> Optional[str]:
        """As printed in the programme, else the organisation's own name."""
        id = entry.get("organisation")
        return entry.get("organisation_name") or (entry.reading.title_of(id) if id else None)
