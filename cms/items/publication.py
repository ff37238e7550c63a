"""One publication or withdrawal as a step of a transaction that may hold others, of people and of the clock."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cms.access.actor import Actor
from cms.items import workflow
from cms.items.change_record import record_change
from cms.items.checks import content_type
from cms.items.four_eyes import second_person_problems
from cms.items.publish_checks import publish_problems
from cms.items.snapshot import write_schedule, write_snapshot
from cms.items.terms.present import with_present_terms
from cms.kernel.errors import NotFound, NotPermitted, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item, LocaleState
from storage.mongo import Session


async def publication_problems(
    services: Services, actor: Actor, item: Item, locales: Sequence[str], session: Session | None = None
) -> list[Problem]:
    """All that stops this person from publishing the draft in `locales`, but for missing rights and the workflow."""
    own = await publish_problems(services, content_type(item.type), item, locales, session)
    return [*own, *await second_person_problems(services, actor, item, locales, session)]


async def step_problems(
    services: Services, actor: Actor, item: Item, locales: Sequence[str], session: Session | None = None
) -> list[Problem]:
    """The same with missing rights and the workflow, for one of several items: each problem names the item."""
    found = transition_problems("publish", actor, item, locales)
    found += await publication_problems(services, actor, item, locales, session)
    return [replace(one, item=item.id) for one in found]


def transition_problems(name: str, actor: Actor, item: Item, locales: Sequence[str]) -> list[Problem]:
    """Why this person may not make the transition now, in each language."""
    found: list[Problem] = []
    for locale in locales:
        try:
            workflow.require(name, actor, item, locale)
        except (NotPermitted, TransitionNotAllowed) as error:
            found.append(Problem("", error.code, str(error), locale, item.id))
    return found


async def publish_locales(
    services: Services,
    actor: Actor,
    item: Item,
    text: Item,
    locales: Sequence[str],
    session: Session,
    **details: object,
) -> None:
    """Makes `text`, which is `item` or an earlier version of it, live in `locales`, with all that this leaves behind.
    What may stop it was asked before."""
    kind, is_last = content_type(item.type), text.version == item.version
    now = services.clock()
    live: dict[str, object] = {"version": text.version, "published_at": now}
    if is_last:
        live |= {"state": workflow.PUBLISHED, "is_sent_back": False}
    item.first_published = _first_published(item, locales, now)
    item.states = {**item.states, **{one: _published_state(services, item, one, live) for one in locales}}
    await services.repository.items.replace(item, item.version, session)
    text.states, text.first_published = item.states, item.first_published
    await write_snapshot(services, kind, text, session, publish=locales)
    await write_schedule(services, kind, item, session)
    await record_change(
        services, actor, "publish_item", "ItemPublished", item, session, locales=list(locales), **details
    )


async def unpublish_locales(
    services: Services, actor: Actor, item: Item, locales: Sequence[str], session: Session, **details: object
) -> None:
    """Takes what is live in `locales` away, with all that this leaves behind; the draft stays, its schedule ends."""
    kind = content_type(item.type)
    item.states = {**item.states, **dict.fromkeys(locales, LocaleState())}
    await services.repository.items.replace(item, item.version, session)
    await write_snapshot(services, kind, item, session, withdraw=locales)
    await write_schedule(services, kind, item, session)
    await record_change(
        services, actor, "unpublish_item", "ItemUnpublished", item, session, locales=list(locales), **details
    )


async def as_of_version(services: Services, item: Item, number: int | None, session: Session | None) -> Item:
    """The item with the texts of that version; None for the present one. Raises NotFound."""
    if number is None or number == item.version:
        return item.model_copy()
    version = await services.repository.history.version(item.id, number, session)
    if version is None:
        raise NotFound(f"Version {number} of the item {item.id} is gone; schedule its publication again.")
    data = await with_present_terms(services, content_type(item.type), version.data, session)
    return item.model_copy(update={"data": data, "slugs": version.slugs, "version": version.version})


def _first_published(item: Item, locales: Sequence[str], now: datetime) -> dict[str, datetime]:
    """With these languages published `now`. Of what earlier releases published the last time is known only."""
    earlier = {one: state.published_at for one, state in item.states.items() if state.published_at}
    return dict.fromkeys(locales, now) | earlier | item.first_published


def _published_state(services: Services, item: Item, locale: str, live: dict[str, object]) -> LocaleState:
    """Publishing ends a schedule for publishing; one for taking away stays while it is ahead."""
    state = workflow.state_of(item, locale)
    ended: dict[str, object] = {"effective": None, "scheduled_version": None, "submitted_by": None, "planned": None}
    ended |= {"along": [], "left": []}
    if state.state == workflow.PRIVATE:
        ended["state"] = workflow.PUBLISHED
    if state.expires and state.expires <= services.clock():
        ended["expires"] = None
    return state.model_copy(update=live | ended)
