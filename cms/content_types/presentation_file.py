"""A presentation shown at an edition."""

from cms.content.fields import File, Integer, LocaleCode, Reference, References, Text
from cms.content_types.content_type import ContentType


class PresentationFile(ContentType):
    type_name = "PresentationFile"
    plural = "presentations"
    library = True
    has_slug = False
    filters = ("edition",)
    sorts = ("title",)
    by_words = "title"

    title = Text(localized=True, fallback=True, required=True, max_length=300)
    file = File(required=True)
    edition = Reference("Edition")
    speakers = References("Person", max_items=20)
    language = LocaleCode()
    licence = Text(max_length=120)
    page_count = Integer(maximum=100_000)
