"""A stored file: what the database knows of the bytes that lie in the object store under their hash."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Choice, Decimal, Embedded, EmbeddedOne, Integer, Text, TextList
from cms.content.rules.file_types import BY_MIME
from cms.content.rules.filename import safe_filename
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery
from cms.content_types.listing import Listing
from cms.content_types.titles import Titles
from cms.kernel.errors import Problem

VISIBILITY = {
    "public": {"en": "Public", "cs": "Veřejný", "bg": "Публичен"},
    "protected": {"en": "Protected", "cs": "Chráněný", "bg": "Защитен"},
}


class FocalPoint(Embedded):
    """What must stay visible where a picture is cut, as shares of its width and height from the upper left corner."""

    x = Decimal(required=True, minimum=0, maximum=1)
    y = Decimal(required=True, minimum=0, maximum=1)


class FileAsset(ContentType):
    delivery = Delivery(plural="files", within=("File", "Image"))
    titles = Titles("filename")
    library = True
    holds_file = True
    filled_by = "it follows from the bytes; upload them by createUpload, then completeUpload or replaceFile"
    listing = Listing(group="library", icon="photo", place=1, screen="/files")

    filename = Text(
        required=True,
        max_length=200,
        doc="The name it was uploaded under and is downloaded as; its extension is that of its real type.",
    )
    mime = Text(required=True, max_length=120, machine=True, doc="By content, never by name.")
    byte_size = Integer(required=True, minimum=1, machine=True)
    sha256 = Text(required=True, max_length=64, delivered=False, machine=True)
    width = Integer(machine=True)
    height = Integer(machine=True)
    page_count = Integer(maximum=100_000, machine=True)
    alt = Text(localized=True, fallback=True, max_length=300)
    licence = Text(max_length=120)
    visibility = Choice(VISIBILITY, enum="FileVisibility", delivered=False)
    focal_point = EmbeddedOne(FocalPoint, delivered=False, doc="What must stay visible where the picture is cut.")
    tags = TextList(max_items=20, max_length=60, delivered=False, doc="For editors, to find it again.")

    @classmethod
    def settled(cls, data: dict[str, Any]) -> dict[str, Any]:
        kind = BY_MIME.get(data.get("mime", ""))
        return {**data, "filename": safe_filename(data.get("filename") or "", kind)} if kind else data

    @classmethod
    def facets(cls, data: dict[str, Any]) -> list[str]:
        """Its type and the family of that, its hash, its tags."""
        mime = data.get("mime", "")
        found = [("mime", mime), ("family", mime.partition("/")[0]), ("sha256", data.get("sha256", ""))]
        tags = {tag.casefold() for tag in data.get("tags", ())}
        return [*(f"{name}:{value}" for name, value in found if value), *(f"tag:{tag}" for tag in sorted(tags))]

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if not (data.get("mime") or "").startswith("image/"):
            return
        alt = (data.get("alt") or {}).get(locale)
        if not alt:
            yield Problem("alt", "ALT_MISSING", "Describe the picture for those who cannot see it.", locale)
        elif alt.casefold() == (data.get("filename") or "").casefold():
            yield Problem("alt", "ALT_IS_FILE_NAME", "Describe the picture; the file name says nothing.", locale)
