"""A stored file: what the database knows of the bytes that lie in the object store under their hash."""

from collections.abc import Iterator
from typing import Any

from cms.content_types.content_type import ContentType
from cms.errors import Problem
from cms.fields import Choice, Integer, Text

VISIBILITY = {
    "public": {"en": "Public", "cs": "Veřejný", "bg": "Публичен"},
    "protected": {"en": "Protected", "cs": "Chráněný", "bg": "Защитен"},
}


class FileAsset(ContentType):
    type_name = "FileAsset"
    plural = "files"
    library = True
    has_slug = False
    title_field = "filename"

    filename = Text(required=True, max_length=200, doc="The name it was uploaded under and is downloaded as.")
    mime = Text(required=True, max_length=120, doc="By content, never by name.")
    byte_size = Integer(required=True, minimum=1)
    sha256 = Text(required=True, max_length=64, delivered=False)
    width = Integer()
    height = Integer()
    page_count = Integer(maximum=100_000)
    alt = Text(localized=True, fallback=True, max_length=300)
    licence = Text(max_length=120)
    visibility = Choice(VISIBILITY, enum="FileVisibility", delivered=False)

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if not (data.get("mime") or "").startswith("image/"):
            return
        alt = (data.get("alt") or {}).get(locale)
        if not alt:
            yield Problem("alt", "ALT_MISSING", "Describe the picture for those who cannot see it.", locale)
        elif alt.casefold() == (data.get("filename") or "").casefold():
            yield Problem("alt", "ALT_IS_FILE_NAME", "Describe the picture; the file name says nothing.", locale)
