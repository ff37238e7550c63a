"""A page of a site; the home page has the empty slug."""

from cms.content.fields import EmbeddedOne, Text
from cms.content_types.blocks import body_blocks
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Listing
from cms.content_types.parts import Seo


class Page(ContentType):
    """The slug is the path on the site without its first slash: "" is the home page, "about/board" is nested."""

    delivery = Delivery(
        plural="pages", one="page", doc="Pages, by title.", segment="", orders=(Order("title", by_words=True),)
    )
    overridable = {"title": ("title",), "order": ()}
    listing = Listing(icon="file", place=4)

    title = Text(localized=True, required=True, max_length=160)
    blocks = body_blocks(description="What the page consists of, in the order of the editors.")
    seo = EmbeddedOne(Seo, group="seo")
