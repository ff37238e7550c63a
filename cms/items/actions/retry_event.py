"""Give parked events another chance, or give them up."""

from dataclasses import dataclass, field
from typing import Any

from cms.access.action import action
from cms.access.change import Change
from cms.access.record import Subject
from cms.items.queries.outbox import RIGHT, workable
from cms.kernel.errors import Invalid, NotFound, Problem, TransitionNotAllowed
from storage.conditions import all_of, equal
from storage.documents import OutboxEvent

LONGEST_NAME = 100


@dataclass
class EventChange(Change):
    """A change of one event, of which those do not know who may not work on it. `parked`: the event as it was."""

    parked: OutboxEvent = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound."""
        event = await self.repository.outbox.get(id, self.session)
        if event is None or not self.actor.may(self.right, event.site):
            raise NotFound(f"There is no event {id}.")
        self.parked = event

    def subject(self) -> Subject:
        return Subject(site=self.parked.site or None)

    async def store(self, changes: dict[str, Any]) -> OutboxEvent:
        """Raises TransitionNotAllowed."""
        event = self.parked
        if not await self.repository.outbox.change_parked(event.id, changes, self.session):
            raise TransitionNotAllowed(f"This event is {event.state}; only parked ones can be retried or dropped.")
        self.tell(event=event.name, id=event.id)
        return event.model_copy(update=changes)


@action(right=RIGHT)
async def retry_event(change: EventChange, id: str) -> OutboxEvent:
    """A parked event, due now with all its tries before it. Raises NotFound, TransitionNotAllowed."""
    return await change.store(_anew(change))


@action(right=RIGHT)
async def drop_event(change: EventChange, id: str) -> OutboxEvent:
    """A parked event that nobody works on any more. Raises NotFound, TransitionNotAllowed."""
    return await change.store({"state": "dropped", "done_at": change.now})


@action(right=RIGHT)
async def retry_parked_events(change: Change, name: str) -> int:
    """How many parked events of that name, on the sites of this person, are due now. Raises NotFound where there is
    none, and Invalid."""
    if len(name) > LONGEST_NAME:
        raise Invalid([Problem("name", "TOO_LONG", "Give the name of an event, such as MailQueued.")])
    within = all_of(equal({"name": name}), workable(change.actor))
    count = await change.repository.outbox.change_all_parked(within, _anew(change), change.session)
    if not count:
        raise NotFound(f"No event {name} is parked.")
    change.tell(event=name, count=count)
    return count


def _anew(change: Change) -> dict[str, Any]:
    return {"state": "waiting", "tries": 0, "due_at": change.now}
