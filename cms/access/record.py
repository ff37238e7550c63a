"""What a change leaves behind for others: an entry of the audit trail, and an event where something follows from it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cms.kernel.services import Services
from storage.documents import AuditEntry, OutboxEvent
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class Subject:
    """What a change is about, as its entry and its event name it; `item` and `version` are of an item, or of what else
    has an id and versions."""

    item: str | None = None
    type: str | None = None
    site: str | None = None
    version: int | None = None


async def record(
    services: Services,
    by: str,
    action: str,
    subject: Subject,
    session: Session,
    details: Mapping[str, Any],
    event: str | None = None,
    payload: Mapping[str, Any] | None = None,
) -> None:
    """`by`: the id of an account or of an applicant. The event's payload is {by, audit: id of the entry} and the
    details, unless another one is given."""
    now = services.clock()
    entry = AuditEntry(at=now, by=by, action=action, details=dict(details), **asdict(subject))
    await services.repository.history.audit(entry, session)
    if event:
        told = {**details, "audit": entry.id, "by": by} if payload is None else payload
        await record_event(services, event, subject, session, told)


async def record_event(
    services: Services, name: str, subject: Subject, session: Session, payload: Mapping[str, Any]
) -> None:
    """The event alone, of a change that is audited elsewhere."""
    now, known = services.clock(), {key: value for key, value in asdict(subject).items() if value is not None}
    event = OutboxEvent(name=name, at=now, due_at=now, locale=payload.get("locale"), payload=dict(payload), **known)
    await services.repository.outbox.add(event, session)
