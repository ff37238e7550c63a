"""Presentation files: shown with what a site needs to offer the download."""

from collections.abc import Iterator
from typing import Any, Optional

from cms.content_types.presentation_file import PresentationFile as PresentationContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import WantedItem, computed
from schema.delivery.projection.item import Item
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection


def _file(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    if id := entry.get("file"):
        yield id, Selection()


def _asset(entry: PublishedItem) -> dict[str, Any]:
    asset = entry.reading.entry_of(entry.get("file") or "")
    return asset.data if asset else {}


@delivers(PresentationContent)
class PresentationFile(Item):
    """A presentation shown at an edition."""

    @computed(needs=("file",), references=_file)
    @staticmethod
    def url(entry: PublishedItem) -> str:
        """A stable address of ours; it redirects to the bytes. Empty while the file is not public."""
        return entry.reading.url_of(entry.get("file") or "") or ""

    @computed(needs=("file",), references=_file)
    @staticmethod
    def filename(entry: PublishedItem) -> Optional[str]:
        """The name that the file is downloaded as; null while it is not public."""
        return _asset(entry).get("filename")

    @computed(needs=("file",), references=_file)
    @staticmethod
    def mime(entry: PublishedItem) -> Optional[str]:
        """By content, never by name; null while the file is not public."""
        return _asset(entry).get("mime")

    @computed(needs=("file",), references=_file)
    @staticmethod
    def bytes(entry: PublishedItem) -> Optional[int]:
        """The size of the file; null while it is not public."""
        return _asset(entry).get("byte_size")

    @computed(needs=("file", "page_count"), references=_file)
    @staticmethod
    def page_count(entry: PublishedItem) -> Optional[int]:
        """Pages or slides."""
        return entry.get("page_count") or _asset(entry).get("page_count")
