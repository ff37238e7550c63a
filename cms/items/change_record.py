"""What every action leaves behind in its transaction: a version, an audit entry, an event, the reference index."""

from collections.abc import Mapping
from typing import Any

from cms.access.actor import Actor
from cms.content.fields.field import Leaf
from cms.content_types.content_type import ContentType
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, OutboxEvent, ReferenceEdge, Version
from storage.documents.reference_edge import term_target
from storage.mongo import Session


async def record_version(services: Services, actor: Actor, action: str, item: Item, session: Session) -> None:
    version = Version(
        item=item.id,
        version=item.version,
        at=item.modified_at,
        by=actor.id,
        action=action,
        data=item.data,
        slugs=item.slugs,
        made_from=item.made_from,
        began_at=item.run.began_at if item.run else None,
        writes=item.run.writes if item.run else 1,
    )
    await services.repository.history.add(version, session)


async def record_change(
    services: Services, actor: Actor, action: str, event: str, item: Item, session: Session, **details: Any
) -> None:
    """The audit entry and the outbox event of one change; the event's payload is {by, audit: id of the entry} and the
    details."""
    entry = AuditEntry(
        at=services.clock(),
        by=actor.id,
        action=action,
        item=item.id,
        type=item.type,
        site=item.site,
        version=item.version,
        details=details,
    )
    await services.repository.history.audit(entry, session)
    await record_event(services, actor, event, item, session, payload={**details, "audit": entry.id})


async def record_event(
    services: Services, actor: Actor, event: str, item: Item, session: Session, payload: Mapping[str, Any]
) -> None:
    """The outbox event of a change that is audited elsewhere; `by` comes to its payload."""
    now = services.clock()
    happened = OutboxEvent(
        name=event,
        at=now,
        due_at=now,
        item=item.id,
        type=item.type,
        site=item.site,
        locale=payload.get("locale"),
        version=item.version,
        payload={**payload, "by": actor.id},
    )
    await services.repository.outbox.add(happened, session)


async def record_references(
    services: Services, type: type[ContentType], id: str, data: dict[str, Any], world: str, session: Session
) -> None:
    """Replaces what the index knows of the item's references in one world ("draft" or "live"): to other items, and
    to terms."""
    edges = [
        ReferenceEdge(source=id, target=target, at=leaf.at, world=world)
        for leaf in type.leaves(data, "")
        for target in (*leaf.field.value_references(leaf.value), *_terms(leaf))
    ]
    await services.repository.references.replace(id, world, edges, session)


def _terms(leaf: Leaf) -> list[str]:
    return [term_target(use.vocabulary, use.slug) for use in leaf.field.value_terms(leaf.value)]
