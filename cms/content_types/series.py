"""A series of workshops, such as Clusters meet Regions."""

from cms.content.fields import Embedded, EmbeddedList, EmbeddedOne, Integer, RichText, Text
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Listing
from cms.content_types.parts import Seo


class Cycle(Embedded):
    """A period with a planned number of workshops."""

    label = Text(required=True, max_length=40, description="The period, as text: `2024–2025`.")
    planned = Integer(required=True, minimum=1, maximum=500, description="Workshops planned for it.")


class Series(ContentType):
    delivery = Delivery(
        plural="series",
        many="all_series",
        one="series",
        doc="All series of the site, by title.",
        segment="series",
        summary="intro",
        orders=(Order("title", by_words=True),),
    )
    overridable = {"title": ("title",), "lead": ("intro",)}
    listing = Listing(icon="book", place=5)

    title = Text(localized=True, required=True, max_length=160)
    intro = RichText(localized=True, description="What the series is.")
    cycles = EmbeddedList(Cycle, max_items=40, description="In the order of the editors.")
    seo = EmbeddedOne(Seo, group="seo")
