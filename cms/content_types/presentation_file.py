"""A presentation shown at an edition."""

from cms.content.fields import File, Integer, LocaleCode, Reference, References, Text
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Column, Listing


class PresentationFile(ContentType):
    delivery = Delivery(
        plural="presentations",
        doc="Presentation files, by title.",
        orders=(Order("title", by_words=True),),
        filters=("edition",),
    )
    library = True
    listing = Listing(
        group="library",
        icon="presentation",
        place=2,
        columns=(Column("language", share=0.8), Column("licence", share=1.2, is_minor=True)),
    )

    title = Text(localized=True, fallback=True, required=True, max_length=300)
    file = File(required=True)
    edition = Reference("Edition")
    speakers = References("Person", max_items=20)
    language = LocaleCode()
    licence = Text(max_length=120)
    page_count = Integer(maximum=100_000)
