"""One workshop of a series: its facts, texts, partners, documents and programme."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from cms.content.fields import (
    Boolean,
    Choice,
    Country,
    Date,
    EmbeddedList,
    EmbeddedOne,
    File,
    Integer,
    Reference,
    RichText,
    Terms,
    Text,
    TextList,
    TimeZone,
    Url,
)
from cms.content.fields.places import element_around
from cms.content.rules import labels
from cms.content.rules.edition_status import ends_at, starts_at
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.edition_numbers import renumber
from cms.content_types.edition_parts import (
    Attendance,
    Day,
    Discover,
    EditionDocument,
    GalleryImage,
    LinkedProject,
    Matchmaking,
    Partner,
    Recording,
    Registration,
    Venue,
)
from cms.content_types.listing import Column, Listing
from cms.content_types.parts import Seo
from cms.content_types.programme import appearances
from cms.content_types.titles import Titles
from cms.kernel.errors import Problem
from storage.conditions import Condition, all_of, between, either, equal, not_
from storage.mongo import Session
from storage.repository import Repository

LONGEST_DAYS = 7
UNDATED = "9999-12-31"


class Edition(ContentType):
    delivery = Delivery(
        plural="editions",
        one="edition",
        doc="Editions of all series, the latest first.",
        segment="editions",
        orders=(Order("start", empty=UNDATED, descending=True),),
        filters=("series", "country", "sectors", "event_types", "event_targets", "mode", "start"),
        referring=("data.partners.organisation", "found_by.people"),
        computed_filters={"status": Choice(labels.EDITION_STATUS, enum="EditionStatus")},
        flags=("cancelled",),
    )
    titles = Titles("list_label", slug=("city",), year="start", picture="banner")
    overridable = {
        "title": ("list_label",),
        "lead": ("lead_before", "lead_after"),
        "image": ("banner",),
        "order": (),
    }
    listing = Listing(
        icon="calendar",
        place=1,
        home_place=2,
        columns=(
            Column("country", share=1.5, is_minor=True),
            Column("days", share=2, reads=("start", "end", "tentative", "cancelled"), shows="days", is_day=True),
        ),
        order="latest",
        tells_missing=True,
    )

    series = Reference(
        "Series",
        required=True,
        description="The series that it belongs to; null while that is not public on this site.",
    )
    city = Text(
        localized=True, fallback=True, required=True, max_length=120, description="The place that it is held in."
    )
    region = Text(localized=True, fallback=True, max_length=160, description="The region around `city`, as text.")
    country = Country(required=True, description="The country that it is held in, also one outside the EU.")
    list_label = Text(localized=True, max_length=160, doc='In lists; left empty it is "City, Country".')
    start = Date(
        group="dates",
        doc="Left empty while the date is to be announced.",
        description="The first day, in `timeZone`; null while it is to be announced.",
    )
    end = Date(
        group="dates", description="The last day, which belongs to it; at most a week in all. Null where `start` is."
    )
    tentative = Boolean(group="dates", delivered=False)
    time_zone = TimeZone(
        required=True, group="dates", description="The IANA zone of its days and times, such as `Europe/Brussels`."
    )
    postponed_from = Date(
        group="dates", description="The first day that was announced before it was postponed; null where it was not."
    )
    cancelled = Boolean(group="dates", description="True: it was called off, and `status` is `CANCELLED`.")
    number_override = Integer(minimum=1, maximum=1000, delivered=False, group="dates")
    venue = EmbeddedOne(Venue, description="Where in the city it is held; null while that is open.")
    mode = Choice(labels.MODES, enum="EventMode", description="On site, online or both; null where nobody has said.")
    theme = Text(localized=True, required=True, max_length=300, description="What it is about, in a line.")
    lead_before = Text(localized=True, required=True, max_length=2000, multiline=True, delivered=False)
    lead_after = Text(localized=True, max_length=2000, multiline=True, delivered=False)
    focus = RichText(localized=True, description="What it concentrates on.")
    context = RichText(localized=True, description="What it builds on.")
    objectives = TextList(localized=True, min_items=1, max_items=8, description="One to eight, each a line of text.")
    target_group = Text(
        localized=True,
        max_length=2000,
        multiline=True,
        description="Whom it addresses; plain text, which may have several lines.",
    )
    sectors = Terms("sectors", group="topics", description="Terms of the vocabulary `sectors`.")
    event_types = Terms("event-types", group="topics", description="Terms of the vocabulary `event-types`.")
    event_targets = Terms("event-targets", group="topics", description="Terms of the vocabulary `event-targets`.")
    banner = File(images=True, description="The picture at the head of its page; null while the file is not public.")
    discover = EmbeddedOne(Discover, description="About the region; null where editors wrote nothing.")
    video = Url(description="The absolute address of a video.")
    registration = EmbeddedOne(Registration, group="registration", delivered=False)
    matchmaking = EmbeddedOne(
        Matchmaking,
        group="registration",
        description="The meetings that participants arrange; null where there are none.",
    )
    documents = EmbeddedList(EditionDocument, max_items=40, delivered=False)
    recordings = EmbeddedList(
        Recording, max_items=40, description="Recordings of the edition as a whole; those of talks stand at the talks."
    )
    gallery = EmbeddedList(GalleryImage, max_items=200, description="Pictures, in the order of the editors.")
    attendance = EmbeddedList(
        Attendance,
        max_items=20,
        description="How many took part, as stated; several statements may stand side by side.",
    )
    partners = EmbeddedList(
        Partner, max_items=60, description="Who organises, hosts or supports it, in the order of the editors."
    )
    linked_projects = EmbeddedList(
        LinkedProject, max_items=20, description="Projects that the edition is about or is held together with."
    )
    days = EmbeddedList(
        Day, max_items=10, group="programme", description="The programme, day by day; empty while there is none."
    )
    seo = EmbeddedOne(Seo, group="seo")

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        start, end = data.get("start"), data.get("end")
        if bool(start) != bool(end):
            yield Problem(
                "end" if start else "start", "REQUIRED", "Give both days, or neither while it is to be announced."
            )
        elif start and end and end < start:
            yield Problem("end", "BEFORE_START", "The last day lies before the first.")
        elif start and end and _days(start, end) > LONGEST_DAYS:
            yield Problem("end", "TOO_LONG", f"An edition takes at most {LONGEST_DAYS} days.")
        for day in data.get("days", ()):
            if start and end and not start <= (day.get("date") or start) <= end:
                yield Problem(f"days.{day['id']}.date", "OUTSIDE", "This day lies outside the edition's dates.")

    @classmethod
    def derive(cls, data: dict[str, Any]) -> dict[str, Any]:
        start, end, zone = data.get("start"), data.get("end"), data.get("time_zone", "UTC")
        return {
            "starts_at": starts_at(start, zone),
            "ends_at": ends_at(end, zone),
            "has_programme": any(day.get("sessions") for day in data.get("days", ())),
        }

    @classmethod
    def found_by(cls, data: dict[str, Any]) -> dict[str, list[str]]:
        return {
            "people": sorted({id for one in appearances(data.get("days", ())) if (id := one.speaker.get("person"))})
        }

    @classmethod
    def computed_filter(cls, name: str, values: list[str], now: dt.datetime) -> Condition:
        return either(*(_in_status(status, now) for status in values))

    @classmethod
    async def follow_up(cls, repository: Repository, live: dict[str, Any], session: Session) -> None:
        await renumber(repository, live["data"]["series"], session)

    @classmethod
    def day_of(cls, data: dict[str, Any]) -> str:
        return data.get("start") or UNDATED

    @classmethod
    def missing(cls, data: dict[str, Any], now: dt.datetime) -> list[str]:
        if data.get("cancelled"):
            return []
        has_agenda = any(day.get("sessions") for day in data.get("days", ())) or bool(_agendas(data))
        found = {"banner": not data.get("banner"), "agenda": not has_agenda}
        if _is_over(data, now):
            found["slides"] = not any(talk.get("presentations") for talk in _talks(data))
        return [name for name, is_missing in found.items() if is_missing]

    @classmethod
    def appearance(cls, data: dict[str, Any], at: str) -> dict[str, Any] | None:
        """Of people in the programme."""
        return element_around(data, at) if at.endswith(".person") else None

    @classmethod
    def companions(cls, id: str, data: dict[str, Any], now: dt.datetime) -> Mapping[str, str]:
        return {"summary": f"summary_of:{id}"} if _is_over(data, now) and not data.get("cancelled") else {}


def _is_over(data: dict[str, Any], now: dt.datetime) -> bool:
    over = ends_at(data.get("end"), data.get("time_zone", "UTC"))
    return over is not None and over <= now


def _agendas(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in data.get("documents", ()) if (one.get("kind") or "").startswith("agenda")]


def _talks(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for day in data.get("days", ()):
        for session in day.get("sessions", ()):
            for part in (session, *session.get("children", ())):
                yield from part.get("talks", ())


def _days(start: str, end: str) -> int:
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days + 1


def _in_status(status: str, now: dt.datetime) -> Condition:
    """Beside the exact rule a bound on the sort key, which is what keeps a list of coming editions from being found by
    walking through all past ones."""
    if status == "cancelled":
        return equal({"data.cancelled": True})
    today = now.date()
    earliest = (today - dt.timedelta(days=LONGEST_DAYS + 1)).isoformat()
    latest = (today + dt.timedelta(days=1)).isoformat()
    starts, ends, start = "derived.starts_at", "derived.ends_at", "keys.start"
    rule: dict[str, tuple[Condition, ...]] = {
        "past": (between(ends, at_most=now), between(start, at_most=latest)),
        "ongoing": (
            between(starts, at_most=now),
            between(ends, above=now),
            between(start, at_least=earliest, at_most=latest),
        ),
        "upcoming": (either(equal({starts: None}), between(starts, above=now)), between(start, at_least=earliest)),
    }
    return all_of(not_(equal({"data.cancelled": True})), *rule[status])
