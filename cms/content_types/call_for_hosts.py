"""A call for organisations that want to host an edition."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import (
    Boolean,
    Email,
    Embedded,
    EmbeddedList,
    EmbeddedOne,
    Integer,
    Key,
    Reference,
    RichText,
    Terms,
    Text,
    TimeZone,
    WallTime,
)
from cms.content.rules.deadlines import noted_deadlines
from cms.content.rules.wall_time import utc_instant, wall_time_problems
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Column, Listing
from cms.content_types.parts import LabelledDocument, Seo, provided_list
from cms.content_types.pinned_form import pin_form
from cms.kernel.errors import Problem
from storage.mongo import Session
from storage.repository import Repository


class Cutoff(Embedded):
    """A moment at which the applications received so far are taken, in wall time of the call's zone."""

    keyed = True

    at = WallTime(required=True)
    tentative = Boolean(description="True: the moment may still be moved.")


class Criterion(Embedded):
    """What applications are judged by."""

    key = Key(required=True, description="The same in all languages.")
    label = Text(localized=True, fallback=True, required=True, max_length=160, description="What is judged.")
    weight = Integer(required=True, minimum=1, maximum=100, description="Percent; those of a call add up to 100.")
    max = Integer(required=True, minimum=1, maximum=10, description="The best score, 1 to 10; the worst is 0.")


class CallForHosts(ContentType):
    delivery = Delivery(
        plural="calls",
        one="call",
        doc="Calls for hosts, the latest first.",
        segment="calls",
        summary="body",
        orders=(Order("opens", descending=True),),
        filters=("series",),
    )
    overridable = {"title": ("title",), "order": ()}
    listing = Listing(
        icon="speakerphone",
        place=3,
        columns=(Column("opens", share=1.4, is_day=True), Column("cutoffs")),
        order="latest",
    )

    title = Text(localized=True, required=True, max_length=200)
    body = RichText(localized=True, required=True, description="What is sought and offered.")
    series = Reference(
        "Series",
        required=True,
        description="The series whose editions are to be hosted; null while that is not public on this site.",
    )
    target_period = Text(max_length=40, description="When the editions are to take place, as text: `2024–2025`.")
    hosts_sought = Integer(minimum=1, maximum=500, description="How many hosts are sought; null where that is open.")
    eligible = Terms("applicant-types", description="Who may apply: terms of the vocabulary `applicant-types`.")
    opens = WallTime(required=True, group="dates", description="From when applications are taken, in `timeZone`.")
    cutoffs = EmbeddedList(Cutoff, max_items=24, group="dates")
    closes = WallTime(
        group="dates",
        doc="For a call with one closing time instead of cut-offs.",
        description="In `timeZone`, of a call with one closing time; null where it has cut-offs instead.",
    )
    time_zone = TimeZone(
        required=True, group="dates", description="The IANA zone of its times, such as `Europe/Brussels`."
    )
    documents = EmbeddedList(
        LabelledDocument, max_items=20, description="To read before applying, in the order of the editors."
    )
    host_provides = provided_list("What hosts contribute, each a line of text.")
    platform_provides = provided_list("What hosts get, each a line of text.")
    criteria = EmbeddedList(
        Criterion,
        max_items=20,
        group="review",
        description="What applications are judged by; empty where the call does not say.",
    )
    form = Reference("ApplicationForm", group="review")
    organiser = Reference(
        "Organisation", group="review", delivered=False, doc="Of the editions that accepted applications become."
    )
    contact_email = Email(description="Where questions are answered.")
    privacy_notice = Reference(
        "Page",
        doc="Linked where applicants begin, where they consent, and below every page.",
        description="To be linked where applicants begin, where they consent, and below every page of a form.",
    )
    seo = EmbeddedOne(Seo, group="seo")

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        times = [cutoff.get("at") or "" for cutoff in data.get("cutoffs", ())]
        if bool(times) == bool(data.get("closes")):
            yield Problem("cutoffs", "CLOSING_UNCLEAR", "Give either cut-offs or one closing time.")
        if times != sorted(set(times)):
            yield Problem("cutoffs", "NOT_IN_ORDER", "Put the cut-offs in the order of their dates, each once.")
        last = data.get("closes") or (times[-1] if times else "")
        if last and last <= (data.get("opens") or ""):
            yield Problem("opens", "AFTER_CLOSING", "The call must open before it closes.")
        if zone := data.get("time_zone"):
            for wall in [data.get("opens"), data.get("closes"), *times]:
                yield from wall_time_problems(wall, zone, "cutoffs" if wall in times else "opens") if wall else ()
        weights = [criterion.get("weight", 0) for criterion in data.get("criteria", ())]
        if weights and sum(weights) != 100:
            yield Problem("criteria", "WEIGHTS", f"The weights must add up to 100 (now {sum(weights)}).")

    @classmethod
    def derive(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Also of a draft in which they are not all known yet."""
        zone = data.get("time_zone", "UTC")
        times = {"opens_at": data.get("opens"), "closes_at": _last(data)}
        return {name: utc_instant(wall, zone) if wall else None for name, wall in times.items()}

    @classmethod
    async def follow_up(cls, repository: Repository, live: dict[str, Any], session: Session) -> None:
        """Pins the call to the version of its form that is live when it is published, and notes moved deadlines."""
        now, stamps = live.get("published_at"), live.get("locales", {}).values()
        if now is None or all(stamp["published_at"] != now for stamp in stamps):
            return  # no text was published: it was shared, or taken away in one language
        derived = live["derived"]
        form = live["data"].get("form")
        version = await pin_form(repository, form, now, session) if form else None
        noted = noted_deadlines(derived.get("deadlines", ()), live["data"], now)
        changes = {"derived.form_version": version, "derived.deadlines": noted}
        await repository.published.set_each({live["_id"]: changes}, session)

    @classmethod
    def day_of(cls, data: dict[str, Any]) -> str:
        return (data.get("opens") or "")[:10]


def _last(data: dict[str, Any]) -> str | None:
    times = [cutoff["at"] for cutoff in data.get("cutoffs", ()) if cutoff.get("at")]
    return data.get("closes") or (times[-1] if times else None)
