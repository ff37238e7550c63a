"""Calls for hosts as their editors look after them: what is live of their deadlines, and who asks which form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.access.actor import Actor
from cms.applications.calls import live_call, state_of
from cms.content.rules.call_state import CallState
from cms.content.rules.deadlines import Deadline, Extension, deadlines_of, extensions
from cms.content_types.application_form import ApplicationForm
from cms.content_types.call_for_hosts import CallForHosts
from cms.items.queries.items import get_item, get_items
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.conditions import equal
from storage.documents import Item

MAX_CALLS = 100


@dataclass(frozen=True, slots=True)
class LiveStanding:
    """What visitors see of a call now; `opens_at` in UTC; `form_version` is the one it is pinned to."""

    state: CallState
    opens_at: datetime | None
    time_zone: str
    deadlines: list[Deadline]
    extensions: list[Extension]
    form: str | None
    form_version: int | None


@dataclass(frozen=True, slots=True)
class FormUse:
    """A call that asks a form, live or as a draft. `version` is what it is pinned to, None where it is not live;
    `applications`: how many answer this form, those that are being written included."""

    call: Item
    version: int | None
    applications: int


@dataclass(frozen=True, slots=True)
class FormUses:
    """`live_version`: of the form itself, to which a call is pinned when it is published next."""

    live_version: int | None
    calls: list[FormUse]


async def live_standing(services: Services, actor: Actor, id: str) -> LiveStanding | None:
    """None where nothing of the call is live. Raises NotFound, also for an item that is no call."""
    item = await get_item(services, actor, id)
    if item.type != CallForHosts.type_name:
        raise NotFound(f"There is no call {id}.")
    call = await live_call(services, id)
    if call is None:
        return None
    now, data, derived = services.clock(), call["data"], call.get("derived", {})
    return LiveStanding(
        state=state_of(call, now),
        opens_at=derived.get("opens_at"),
        time_zone=data.get("time_zone", "UTC"),
        deadlines=deadlines_of(data, now),
        extensions=extensions(derived.get("deadlines") or ()),
        form=data.get("form"),
        form_version=derived.get("form_version"),
    )


async def form_uses(services: Services, actor: Actor, id: str) -> FormUses:
    """Of the calls that this person may read. Raises NotFound."""
    item = await get_item(services, actor, id)
    if item.type != ApplicationForm.type_name:
        raise NotFound(f"There is no form {id}.")
    references = services.repository.references
    sources = {use.source for world in ("live", "draft") for use in await references.to(id, world)}
    wanted = sorted(sources)[:MAX_CALLS]
    live = {one["_id"]: one for one in await services.repository.published.by_ids([id, *wanted])}
    calls = await get_items(services, actor, wanted)
    uses = [await _use(services, id, call, live.get(call.id)) for call in calls.values() if _is_call(call)]
    form = live.get(id)
    return FormUses(form["version"] if form else None, sorted(uses, key=lambda use: (use.version is None, use.call.id)))


def _is_call(item: Item) -> bool:
    return item.type == CallForHosts.type_name


async def _use(services: Services, form: str, call: Item, live: Mapping[str, Any] | None) -> FormUse:
    """Live it may still ask another form than its draft."""
    is_live = live is not None and live["data"].get("form") == form
    version = live.get("derived", {}).get("form_version") if live and is_live else None
    count = await services.repository.applications.count(equal({"call": call.id, "form": form}))
    return FormUse(call, version, count)
