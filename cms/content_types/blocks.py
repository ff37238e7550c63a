"""The blocks that pages and news bodies are made of."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import (
    Blocks,
    Boolean,
    Choice,
    Embedded,
    EmbeddedList,
    File,
    Integer,
    Key,
    Reference,
    RichText,
    Text,
    Url,
)
from cms.content.rules.labels import EDITION_STATUS, NEWS_KINDS
from cms.kernel.errors import Problem


class Block(Embedded):
    """A part of a body."""

    keyed = True


class TextBlock(Block):
    heading = Text(max_length=160)
    body = RichText(required=True)


class MediaBlock(Block):
    """A picture or a video, never neither."""

    image = File(images=True)
    video_url = Url()
    caption = Text(max_length=300)

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if not data.get("image") and not data.get("video_url"):
            yield Problem(f"{at}.image", "REQUIRED", "Choose an image or give the address of a video.", locale)


class Stat(Embedded):
    value = Text(required=True, max_length=20)
    label = Text(required=True, max_length=80)


class StatsBlock(Block):
    items = EmbeddedList(Stat, max_items=12, required=True)


class EditionListBlock(Block):
    """Editions by status, computed at each read."""

    title = Text(max_length=160)
    series = Reference("Series")
    status = Choice(EDITION_STATUS, enum="EditionStatus")
    limit = Integer(minimum=1, maximum=50)


class NewsListBlock(Block):
    title = Text(max_length=160)
    news_kind = Choice(NEWS_KINDS, as_term=True)
    limit = Integer(minimum=1, maximum=50)


class MembersBlock(Block):
    """The organisations on one of the site's lists, such as its members."""

    title = Text(max_length=160)
    member_list = Key(required=True)


class CallTeaserBlock(Block):
    """Points to a call for hosts: the one chosen, or else the one that is open on the site."""

    call = Reference(
        "CallForHosts", doc="Leave it empty to show the call that is open; the block is left out while none is."
    )
    only_while_open = Boolean(doc="The block is left out before the call opens and once it is closed.")


BLOCKS: dict[str, type[Embedded]] = {
    "text": TextBlock,
    "media": MediaBlock,
    "stats": StatsBlock,
    "edition_list": EditionListBlock,
    "news_list": NewsListBlock,
    "members": MembersBlock,
    "call_teaser": CallTeaserBlock,
}


def body_blocks(**options: Any) -> Blocks:
    return Blocks(BLOCKS, **options)
