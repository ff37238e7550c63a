"""A presentation shown at an edition."""

from cms.content.fields import File, Integer, LocaleCode, Reference, References, Text
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order


class PresentationFile(ContentType):
    delivery = Delivery(
        plural="presentations",
        doc="Presentation files, by title.",
        orders=(Order("title", by_words=True),),
        filters=("edition",),
    )
    library = True

    title = Text(localized=True, fallback=True, required=True, max_length=300)
    file = File(required=True)
    edition = Reference("Edition")
    speakers = References("Person", max_items=20)
    language = LocaleCode()
    licence = Text(max_length=120)
    page_count = Integer(maximum=100_000)
