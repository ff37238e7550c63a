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

    title = Text(
        localized=True, fallback=True, required=True, max_length=300, description="What the presentation is called."
    )
    file = File(required=True, description="Null while the file is not public.")
    edition = Reference("Edition", description="Where it was shown; null while that is not public on this site.")
    speakers = References("Person", max_items=20, description="Null in the place of one who is not public.")
    language = LocaleCode(description="Of the presentation itself.")
    licence = Text(max_length=120, description="Under which it may be used, as text.")
    page_count = Integer(maximum=100_000)
