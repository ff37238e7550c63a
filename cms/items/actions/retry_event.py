"""Give parked events another chance, or give them up."""

from typing import Any

from cms.access.actor import Actor
from cms.items.queries.outbox import RIGHT, workable
from cms.kernel.errors import Invalid, NotFound, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.conditions import all_of, equal
from storage.documents import AuditEntry, OutboxEvent
from storage.mongo import Session

LONGEST_NAME = 100


async def retry_event(services: Services, actor: Actor, id: str) -> OutboxEvent:
    """A parked event, due now with all its tries before it. Raises NotFound, TransitionNotAllowed."""
    return await _change(services, actor, "retry_event", id, _anew(services))


async def drop_event(services: Services, actor: Actor, id: str) -> OutboxEvent:
    """A parked event that nobody works on any more. Raises NotFound, TransitionNotAllowed."""
    return await _change(services, actor, "drop_event", id, {"state": "dropped", "done_at": services.clock()})


async def retry_parked_events(services: Services, actor: Actor, name: str) -> int:
    """How many parked events of that name, on the sites of this person, are due now. Raises NotFound where there is
    none, and Invalid."""
    if len(name) > LONGEST_NAME:
        raise Invalid([Problem("name", "TOO_LONG", "Give the name of an event, such as MailQueued.")])

    async def write(session: Session) -> int:
        within = all_of(equal({"name": name}), workable(actor))
        count = await services.repository.outbox.change_all_parked(within, _anew(services), session)
        if not count:
            raise NotFound(f"No event {name} is parked.")
        await _audit(services, actor, "retry_parked_events", None, session, event=name, count=count)
        return count

    return await services.transact(write)


def _anew(services: Services) -> dict[str, Any]:
    return {"state": "waiting", "tries": 0, "due_at": services.clock()}


async def _change(services: Services, actor: Actor, action: str, id: str, changes: dict[str, Any]) -> OutboxEvent:
    async def write(session: Session) -> OutboxEvent:
        event = await services.repository.outbox.get(id, session)
        if event is None or not actor.may(RIGHT, event.site):
            raise NotFound(f"There is no event {id}.")
        if not await services.repository.outbox.change_parked(id, changes, session):
            raise TransitionNotAllowed(f"This event is {event.state}; only parked ones can be retried or dropped.")
        await _audit(services, actor, action, event.site or None, session, event=event.name, id=id)
        return event.model_copy(update=changes)

    return await services.transact(write)


async def _audit(
    services: Services, actor: Actor, action: str, site: str | None, session: Session, **details: object
) -> None:
    entry = AuditEntry(at=services.clock(), by=actor.id, action=action, site=site, details=details)
    await services.repository.history.audit(entry, session)
