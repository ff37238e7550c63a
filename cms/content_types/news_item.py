"""News, invitations, press releases and event summaries."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import (
    Choice,
    Embedded,
    EmbeddedList,
    EmbeddedOne,
    File,
    PartialDate,
    Reference,
    References,
    Text,
    TextList,
)
from cms.content.rules.labels import NEWS_KINDS
from cms.content_types.blocks import body_blocks
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Column, Listing
from cms.content_types.parts import Action, Seo
from cms.content_types.titles import Titles
from cms.kernel.errors import Problem


class EventFacts(Embedded):
    """The facts of an event that is no edition of a series."""

    name = Text(localized=True, fallback=True, required=True, max_length=200, description="What the event is called.")
    start_date = PartialDate(description="Its first day, or the month where no more is known.")
    city = Text(localized=True, fallback=True, max_length=120, description="The place that it was held in.")
    organisers = References("Organisation", max_items=20, description="Null in the place of one that is not public.")


class NewsItem(ContentType):
    delivery = Delivery(
        plural="news",
        one="news_item",
        doc="News, the newest first.",
        segment="news",
        summary="lead",
        orders=(Order("published", of="published_at", descending=True),),
        filters=("kind", "edition", "tags", "published_at"),
        filters_through={"edition": ("country", "sectors")},
        year_of="published_at",
        dated_by="published",
        looked_up_by=("derived.summarises",),
    )
    titles = Titles(picture="image")
    overridable = {"title": ("title",), "lead": ("lead",), "image": ("image",), "order": ()}
    listing = Listing(
        icon="news",
        place=2,
        home_place=1,
        columns=(Column("kind", share=1.4), Column("published_at", share=1.4, is_day=True)),
        begins_with={"kind": "news"},
        begins_today=("published_at",),
    )

    kind = Choice(
        NEWS_KINDS,
        enum="NewsKind",
        as_term=True,
        required=True,
        description="A term whose slug is a `NewsKind` in lower case, such as `press_release`.",
    )
    title = Text(localized=True, required=True, max_length=200)
    lead = Text(
        localized=True,
        max_length=1000,
        multiline=True,
        description="A summary in plain text, shown before the blocks and in lists.",
    )
    body = body_blocks(delivered_as="blocks", description="The text, in parts of several kinds.")
    published_at = PartialDate(
        required=True,
        doc="A day, or a month where no more is known.",
        description="The day of publication that readers are told, or the month where no more is known.",
    )
    image = File(images=True, description="The picture at its head and in lists; null while the file is not public.")
    edition = Reference(
        "Edition",
        group="relations",
        description="The edition that it is about; null where there is none, or it is not public on this site.",
    )
    actions = EmbeddedList(Action, max_items=10, description="Buttons, in the order of the editors.")
    event_facts = EmbeddedOne(
        EventFacts, group="relations", description="Of an event that is no edition; null where it is about none."
    )
    related_projects = TextList(max_items=20, max_length=160, group="relations", description="Names of projects.")
    tags = TextList(
        max_items=20,
        max_length=60,
        group="relations",
        description="Words that editors choose freely; `filter.tags` takes them as they are written.",
    )
    seo = EmbeddedOne(Seo, group="seo")

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        """One summary per edition and site."""
        is_summary = data.get("kind") == "event_summary" and data.get("edition")
        return [f"summary:{site}:{data['edition']}"] if is_summary else []

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if data.get("kind") == "event_summary" and not data.get("edition"):
            yield Problem("edition", "REQUIRED", "Choose the edition that this summary is about.")

    @classmethod
    def derive(cls, data: dict[str, Any]) -> dict[str, Any]:
        return {"summarises": data.get("edition") if data.get("kind") == "event_summary" else None}

    @classmethod
    def facets(cls, data: dict[str, Any]) -> list[str]:
        summarised = cls.derive(data)["summarises"]
        return [*super().facets(data), *([f"summary_of:{summarised}"] if summarised else [])]

    @classmethod
    def day_of(cls, data: dict[str, Any]) -> str:
        return data.get("published_at") or ""
