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
    """A text with a heading."""

    heading = Text(max_length=160, description="Null where there is none.")
    body = RichText(required=True, description="The text itself, with headings below that of the block.")


class MediaBlock(Block):
    """A picture or a video, never neither."""

    image = File(images=True, description="Null where it is a video, or the file is not public.")
    video_url = Url(description="The absolute address of a video.")
    caption = Text(max_length=300, description="To stand below; not the alternative text.")

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if not data.get("image") and not data.get("video_url"):
            yield Problem(f"{at}.image", "REQUIRED", "Choose an image or give the address of a video.", locale)


class Stat(Embedded):
    """A figure and what it counts."""

    value = Text(required=True, max_length=20, description="As it is to be shown, such as `21` or `1,200+`.")
    label = Text(required=True, max_length=80, description="What it counts.")


class StatsBlock(Block):
    """Figures side by side."""

    items = EmbeddedList(Stat, max_items=12, required=True, description="At most twelve.")


class EditionListBlock(Block):
    """Editions by status, computed at each read."""

    title = Text(max_length=160, description="The heading; null where there is none.")
    series = Reference("Series", description="Editions of this series only; null: of all.")
    status = Choice(EDITION_STATUS, enum="EditionStatus", description="Editions of this status only; null: of all.")
    limit = Integer(minimum=1, maximum=50, description="The most that are shown, 1 to 50; null: ten.")


class NewsListBlock(Block):
    """The latest news, read anew at each request."""

    title = Text(max_length=160, description="The heading; null where there is none.")
    news_kind = Choice(NEWS_KINDS, as_term=True, description="News of this kind only; null: of all.")
    limit = Integer(minimum=1, maximum=50, description="The most that are shown, 1 to 50; null: ten.")


class MembersBlock(Block):
    """The organisations on one of the site's lists, such as its members."""

    title = Text(max_length=160, description="The heading; null where there is none.")
    member_list = Key(required=True, description="The key of the list, as `Site.organisations(memberOf:)` takes it.")


class CallTeaserBlock(Block):
    """Points to a call for hosts: the one chosen, or else the one that is open on the site."""

    call = Reference(
        "CallForHosts", doc="Leave it empty to show the call that is open; the block is left out while none is."
    )
    only_while_open = Boolean(
        doc="The block is left out before the call opens and once it is closed.",
        description="True: left out of the blocks before the call opens and once it is closed.",
    )


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
