"""What every action leaves behind in its transaction: a version, an audit entry, an event, the reference index."""

from typing import Any

from cms.access.actor import Actor
from cms.access.record import Subject, record
from cms.content.fields.field import Leaf
from cms.content_types.content_type import ContentType
from cms.kernel.services import Services
from storage.documents import Item, ReferenceEdge, Version
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


def subject_of(item: Item) -> Subject:
    return Subject(item=item.id, type=item.type, site=item.site, version=item.version)


async def record_change(
    services: Services, actor: Actor, action: str, event: str, item: Item, session: Session, **details: Any
) -> None:
    """The audit entry and the outbox event of one change of an item; an `@action` on an item leaves them by itself."""
    await record(services, actor.id, action, subject_of(item), session, details, event)


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
