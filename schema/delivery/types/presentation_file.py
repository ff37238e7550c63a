"""Presentation files: shown with what a site needs to offer the download."""

from typing import Any, Optional

from cms.content_types.presentation_file import PresentationFile as PresentationContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.item import Item
from schema.delivery.projection.published_item import PublishedItem

FILE = "file"
"""Names the item with the bytes."""
NO_FILE: dict[str, Any] = {}


def _asset(entry: PublishedItem) -> dict[str, Any]:
    asset = entry.reading.entities.get(entry.data.get(FILE) or "")
    return asset.data if asset else NO_FILE


@delivers(PresentationContent)
class PresentationFile(Item):
    """A presentation shown at an edition."""

    @computed(needs=(FILE,), refers_to=FILE)
    @staticmethod
    def url(entry: PublishedItem) -> str:
        """The link of the download, absolute: whatever bytes the file has by then, it leads there. Empty while the file
        is not public."""
        return entry.reading.url_of(entry.get(FILE) or "") or ""

    @computed(needs=(FILE,), refers_to=FILE)
    @staticmethod
    def content_url(entry: PublishedItem) -> Optional[str]:
        """The address of exactly these bytes, absolute: it changes with them, and may be kept for a year. Null while
        the file is not public."""
        asset = entry.reading.entry_of(entry.get(FILE) or "")
        return entry.reading.content_url(asset) if asset else None

    @computed(needs=(FILE,), refers_to=FILE)
    @staticmethod
    def filename(entry: PublishedItem) -> Optional[str]:
        """The name that the file is downloaded as; null while it is not public."""
        return _asset(entry).get("filename")

    @computed(needs=(FILE,), refers_to=FILE)
    @staticmethod
    def mime(entry: PublishedItem) -> Optional[str]:
        """By content, never by name; null while the file is not public."""
        return _asset(entry).get("mime")

    @computed(needs=(FILE,), refers_to=FILE)
    @staticmethod
    def bytes(entry: PublishedItem) -> Optional[int]:
        """The size of the file; null while it is not public."""
        return _asset(entry).get("byte_size")

    @computed(needs=(FILE, "page_count"), refers_to=FILE)
    @staticmethod
    def page_count(entry: PublishedItem) -> Optional[int]:
        """Pages or slides."""
        return entry.get("page_count") or _asset(entry).get("page_count")
