"""Calls for hosts: state and deadlines follow the clock."""

from datetime import datetime
from typing import Any, Optional

import strawberry

from cms.content.rules import labels
from cms.content.rules.call_state import CallState, call_state, next_call_change, next_deadline
from cms.content.rules.deadlines import Extension as FoundExtension
from cms.content.rules.deadlines import extensions as extensions_of
from cms.content.rules.wall_time import utc_instant, wall_time_label
from cms.content_types.call_for_hosts import CallForHosts as CallContent
from cms.content_types.call_for_hosts import Cutoff as CutoffContent
from schema.delivery.projection import delivered as types
from schema.delivery.projection import pinned_forms
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.item import Addressable
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.types.names import AForm
from storage.freshness import changes_at


@delivers(CutoffContent)
class Cutoff:
    """A moment at which the applications received so far are taken."""

    @computed()
    @staticmethod
    def key(entry: PublishedItem) -> str:
        """What answers a question of the type CUTOFF."""
        return entry.data["id"]

    @computed()
    @staticmethod
    def at(entry: PublishedItem) -> datetime:
        """The instant, in UTC."""
        return entry.data["instant"]

    @computed()
    @staticmethod
    def label(entry: PublishedItem) -> str:
        """Date, time and the zone as it really is on that day: "31 May 2024, 18:00 CEST"."""
        return wall_time_label(entry.data["at"], entry.data["zone"], entry.reading.locale)

    @computed()
    @staticmethod
    def tentative(entry: PublishedItem) -> bool:
        return bool(entry.data.get("tentative"))

    @computed()
    @staticmethod
    def passed(entry: PublishedItem) -> bool:
        """Whether the moment is over."""
        instant, now = entry.data["instant"], entry.reading.now
        changes_at(instant if instant > now else None)
        return instant <= now


def deadlines(entry: PublishedItem) -> list[dict[str, Any]]:
    """The cut-offs, or the one closing time, each with its instant and zone."""
    zone = entry.data["time_zone"]
    given = entry.get("cutoffs") or [{"id": "closes", "at": entry.get("closes")}]
    return [{**one, "zone": zone, "instant": utc_instant(one["at"], zone)} for one in given if one.get("at")]


def state_of(entry: PublishedItem) -> CallState:
    opens, now = entry.derived.get("opens_at"), entry.reading.now
    instants = [one["instant"] for one in deadlines(entry)]
    changes_at(next_call_change(opens, instants, now))
    return call_state(opens, instants, now)


DEADLINES = ("cutoffs", "closes", "time_zone")


@strawberry.type(description="A deadline that was moved.")
class Extension:
    cutoff: str = strawberry.field(description="Its key.")
    before: str = strawberry.field(description="When it was before: a label.")
    after: str = strawberry.field(description="When it is since then: a label.")
    since: datetime = strawberry.field(description="When this was published.")


def _extension(entry: PublishedItem, found: FoundExtension) -> Extension:
    zone, locale = entry.data["time_zone"], entry.reading.locale
    before, after = (wall_time_label(one, zone, locale) for one in (found.from_wall, found.to_wall))
    return Extension(cutoff=found.deadline, before=before, after=after, since=found.since)


def _cutoff(entry: PublishedItem, deadline: dict[str, Any], selection: Selection) -> Any:
    return types.projections["Cutoff"].plan(selection).build(entry.part(deadline))


@delivers(CallContent)
class CallForHosts(Addressable):
    """A call for organisations that want to host an edition."""

    @computed(needs=("form",), loads=("pinned_forms",), takes_selection=True)
    @staticmethod
    def form(entry: PublishedItem, selection: Selection) -> Optional[AForm]:
        """In the version that the call was published with."""
        return pinned_forms.form_of(entry, selection)

    @computed(needs=DEADLINES)
    @staticmethod
    def extensions(entry: PublishedItem) -> list[Extension]:
        """Deadlines that were moved since the call was published first."""
        return [_extension(entry, one) for one in extensions_of(entry.derived.get("deadlines") or ())]

    @computed(needs=DEADLINES)
    @staticmethod
    def state(entry: PublishedItem) -> CallState:
        """By the clock, to the second."""
        return state_of(entry)

    @computed(needs=DEADLINES)
    @staticmethod
    def state_label(entry: PublishedItem) -> str:
        """`state` in words, in the language that is read."""
        return entry.reading.label(labels.CALL_STATE, state_of(entry).value)

    @computed(needs=DEADLINES, takes_selection=True)
    @staticmethod
    def cutoffs(entry: PublishedItem, selection: Selection) -> list[Cutoff]:
        """In their order; a call with one closing time has one."""
        return [_cutoff(entry, one, selection) for one in deadlines(entry)]

    @computed(needs=DEADLINES, takes_selection=True)
    @staticmethod
    def next_cutoff(entry: PublishedItem, selection: Selection) -> Optional[Cutoff]:
        """The earliest that has not passed."""
        given = deadlines(entry)
        position = next_deadline([one["instant"] for one in given], entry.reading.now)
        changes_at(None if position is None else given[position]["instant"])
        return None if position is None else _cutoff(entry, given[position], selection)
