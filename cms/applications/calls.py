"""The calls that can be applied to: live ones, read as their documents in the delivery world."""

from datetime import datetime
from typing import Any

from cms.content.rules.call_state import CallState, call_state
from cms.content.rules.deadlines import deadlines_of
from cms.content_types.call_for_hosts import CallForHosts
from cms.items.addresses import address, channel
from cms.items.visibility import not_hidden
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.conditions import all_of, equal

LiveCall = dict[str, Any]
"""{_id, site, data, derived, slugs, …}, see `storage.published`."""


async def call_by_slug(services: Services, site: str, locale: str, slug: str) -> LiveCall:
    """The call that a site shows under its slug. Raises NotFound, Unavailable."""
    where = channel(CallForHosts, site[:64], locale[:20])
    here = address(CallForHosts, site[:64], locale[:20], slug[:200])
    shown = all_of(equal({"addresses": here, "type": CallForHosts.type_name}), not_hidden(where, services.clock()))
    found = await services.repository.published.find_one(shown)
    if found is None:
        raise NotFound("There is no such call on this site.")
    return found


async def former_call(services: Services, site: str, locale: str, slug: str) -> LiveCall:
    """A call that is not shown any more, by its slug or id: whoever applied to it may still see what became of that,
    withdraw, and have it erased. Of the call itself it has no text, as none is public.

    Raises NotFound, also where nobody applied; Unavailable."""
    found = await services.repository.items.by_address(address(CallForHosts, site[:64], locale[:20], slug[:200]))
    found = found or await services.repository.items.get(slug[:64])
    is_call = found is not None and found.type == CallForHosts.type_name and site in (found.site, *found.shared)
    if not found or not is_call or not await services.repository.applications.count(equal({"call": found.id})):
        raise NotFound("There is no such call on this site.")
    return {"_id": found.id, "type": found.type, "site": found.site, "slugs": found.slugs, "data": {}}


async def slug_now(services: Services, site: str, locale: str, slug: str) -> str | None:
    """The slug of the call that used to have this one there, or that has this id; None where none had, or where it is
    no longer shown.

    Raises Unavailable."""
    former = address(CallForHosts, site[:64], locale[:20], slug[:200])
    call = await live_call(services, await services.repository.published.redirect(former) or slug[:64])
    present = call["slugs"].get(locale) if call and call["type"] == CallForHosts.type_name else None
    return present if present != slug else None


async def live_call(services: Services, id: str, session: Any = None) -> LiveCall | None:
    """What is live of a call; None where it was taken away."""
    if session is not None:
        return await services.repository.published.get(id, session)
    found = await services.repository.published.by_ids([id])
    return found[0] if found else None


def state_of(call: LiveCall, now: datetime) -> CallState:
    """By the clock, to the second."""
    moments = [one.at for one in deadlines_of(call["data"], now)]
    return call_state(call.get("derived", {}).get("opens_at"), moments, now)
