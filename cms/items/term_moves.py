"""Every use of one term becomes a use of another: few at once, many by a worker, in each case none left behind."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from cms.access.actor import SYSTEM, Actor
from cms.content_types.content_type import ContentType
from cms.content_types.referred import follow_references
from cms.items.change_record import record_change, record_references
from cms.items.checks import content_type
from cms.items.live import is_changed
from cms.items.live_change import record_live_change
from cms.items.next_version import store_draft
from cms.items.prepared_texts import prepared_snapshot
from cms.items.terms.rewriting import with_terms
from cms.items.terms.vocabulary import Data, without_term
from cms.kernel.services import Services
from storage.documents import Item, OutboxEvent, TermMove
from storage.documents.reference_edge import term_target
from storage.mongo import Session

TERMS_MOVING = "TermsMoving"
MAX_CONCURRENT = 40
"""Items changed in one transaction."""
LEFTOVERS_AFTER = timedelta(seconds=90)
"""Longer than any transaction takes: what was being saved with the old term while the others were moved is found."""


async def begin(services: Services, actor: Actor, vocabulary: Item, move: TermMove, session: Session) -> TermMove:
    """Moves all uses, or where they are many leaves that to the worker. The vocabulary has both terms by now."""
    target = term_target(move.vocabulary, move.old)
    move.total = await services.repository.references.count_sources(target, session)
    await services.repository.term_moves.insert(move, session)
    now = services.clock()
    if move.total > MAX_CONCURRENT:
        await _plan(services, vocabulary, move, now, session)
        return move
    await _move_batch(services, actor, move, session)
    await finish(services, actor, vocabulary, move, session)
    return await services.repository.term_moves.get(move.id, session) or move


async def go_on(services: Services, id: str) -> None:
    """What is left of a move. Stopped anywhere and run again it goes on where it was; run once more it does nothing."""
    move = await services.repository.term_moves.get(id)
    if move is None:
        return
    person = replace(SYSTEM, id=move.by)
    while await services.transact(lambda session: _move_batch(services, person, move, session)):
        pass

    async def end(session: Session) -> None:
        vocabulary = await services.repository.items.by_address(f"vocabulary:{move.vocabulary}", session)
        present = await services.repository.term_moves.get(move.id, session)
        if vocabulary and present and present.state == "moving":
            await finish(services, person, vocabulary, present, session)

    await services.transact(end)


async def finish(services: Services, actor: Actor, vocabulary: Item, move: TermMove, session: Session) -> None:
    """Takes the old term out of the vocabulary; a last look for uses follows."""
    await rewrite(services, actor, vocabulary, lambda data: without_term(data, move.old), move.action, session)
    done = {"state": "done", "finished_at": services.clock()}
    await services.repository.term_moves.progress(move.id, 0, done, session)
    await _plan(services, vocabulary, move, services.clock() + LEFTOVERS_AFTER, session)


async def _plan(services: Services, vocabulary: Item, move: TermMove, due: Any, session: Session) -> None:
    event = OutboxEvent(
        name=TERMS_MOVING,
        at=services.clock(),
        due_at=due,
        item=vocabulary.id,
        type=vocabulary.type,
        site=vocabulary.site,
        payload={"move": move.id},
    )
    await services.repository.outbox.add(event, session)


async def _move_batch(services: Services, actor: Actor, move: TermMove, session: Session) -> int:
    """How many items were changed, at most `MAX_CONCURRENT`; 0 when none is left."""
    target = term_target(move.vocabulary, move.old)
    ids: Sequence[str] = await services.repository.references.sources(target, MAX_CONCURRENT, session)
    for id in ids:
        item = await services.repository.items.get(id, session)
        if item is None or item.deleted_at is not None:
            await services.repository.references.drop(id, "", session)  # of what is gone nothing is used
            continue
        await _move_in(services, actor, item, move, session)
    if ids:
        await services.repository.term_moves.progress(move.id, len(ids), {}, session)
    return len(ids)


async def _move_in(services: Services, actor: Actor, item: Item, move: TermMove, session: Session) -> None:
    kind = content_type(item.type)
    moved = {move.old: move.new}
    details = {"vocabulary": move.vocabulary, "from": move.old, "into": move.new}

    def change(data: Data) -> Data:
        return with_terms(kind, data, move.vocabulary, moved)

    await rewrite(services, actor, item, change, move.action, session, **details)


async def rewrite(
    services: Services,
    actor: Actor,
    item: Item,
    change: Callable[[Data], Data],
    action: str,
    session: Session,
    **details: Any,
) -> None:
    """The same change to an item's draft, as a new version, and to what is live of it. A language whose draft was as
    it is live stays so; nothing else of a draft becomes live."""
    live = await services.repository.published.get(item.id, session)
    settled = [one for one in (live or {"locales": ()})["locales"] if not is_changed(item, live, one)]
    draft = change(item.data)
    if draft != item.data:
        await store_draft(services, actor, item, draft, item.slugs, action, session, **details)
    if live and (data := change(live["data"])) != live["data"]:
        await _rewrite_live(services, actor, item, live, data, settled, action, session, **details)


async def _rewrite_live(
    services: Services,
    actor: Actor,
    item: Item,
    live: dict[str, Any],
    data: Data,
    settled: Sequence[str],
    action: str,
    session: Session,
    **details: Any,
) -> None:
    kind = content_type(item.type)
    after = _snapshot(kind, item, live, data, settled)
    states = {
        one: item.states[one].model_copy(update={"version": item.version}) for one in settled if one in item.states
    }
    item.states = {**item.states, **states}
    await services.repository.items.replace(item, item.version, session)
    await services.repository.published.put(await prepared_snapshot(after), session)
    await record_references(services, kind, item.id, data, "live", session)
    await kind.follow_up(services.repository, after, session)
    await follow_references(services.repository, services.repository.published, kind, item.id, live, after, session)
    await record_live_change(services, item, live, after, session, publish=settled, withdraw=[])
    await record_change(services, actor, action, "ItemPublished", item, session, locales=list(settled), **details)


def _snapshot(
    kind: type[ContentType], item: Item, live: dict[str, Any], data: Data, settled: Sequence[str]
) -> dict[str, Any]:
    derived = {**live["derived"], **kind.derived_values(data)}
    stamps = {one: {**stamp, "version": item.version} for one, stamp in live["locales"].items() if one in settled}
    return {
        **live,
        "data": data,
        "derived": derived,
        "found_by": kind.found_by(data),
        "keys": kind.sort_keys(data, derived),
        "locales": {**live["locales"], **stamps},
    }
