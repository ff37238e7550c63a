"""Presentation files: shown with what a site needs to offer the download."""

from collections.abc import Iterator
from typing import Any, Optional

from cms.content_types.presentation_file import PresentationFile as PresentationContent
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.entry import Entry
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.slots import Want, computed
from schema.delivery.types import item


def _file(entry: Entry, selection: Selection) -> Iterator[Want]:
    if id := entry.get("file"):
        yield id, Selection()


def _asset(entry: Entry) -> dict[str, Any]:
    asset = entry.reading.entry_of(entry.get("file") or "")
    return asset.data if asset else {}


@delivers(PresentationContent)
class PresentationFile(item.Node):
    """A presentation shown at an edition."""

    id = item.item_id

    @computed(needs=("file",), wants=_file)
    @staticmethod
    def url(entry: Entry) -> str:
        """A stable address of ours; it redirects to the bytes. Empty while the file is not public."""
        return entry.reading.url_of(entry.get("file") or "") or ""

    @computed(needs=("file",), wants=_file)
    @staticmethod
    def filename(entry: Entry) -> Optional[str]:
        return _asset(entry).get("filename")

    @computed(needs=("file",), wants=_file)
    @staticmethod
    def mime(entry: Entry) -> Optional[str]:
        return _asset(entry).get("mime")

    @computed(needs=("file",), wants=_file)
    @staticmethod
    def bytes(entry: Entry) -> Optional[int]:
        return _asset(entry).get("byte_size")

    @computed(needs=("file", "page_count"), wants=_file)
    @staticmethod
    def page_count(entry: Entry) -> Optional[int]:
        """Pages or slides."""
        return entry.get("page_count") or _asset(entry).get("page_count")
