"""As what people last appeared in what others wrote, which tells apart those of one name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.actor import Actor
from cms.items.checks import content_type
from cms.items.queries.items import get_items
from cms.kernel.services import Services
from storage.documents import Item

MAX_USES = 1000
MAX_SOURCES = 50


@dataclass(frozen=True, slots=True)
class Appearance:
    """`part`: what `source`, an item that the actor may read, says about it there."""

    source: Item
    part: dict[str, Any]


async def last_appearances(services: Services, actor: Actor, ids: Sequence[str]) -> dict[str, Appearance]:
    """{id: the latest} by the day of what it appears in; two queries for all of them."""
    edges = await services.repository.references.to_any(list(ids), "draft", MAX_USES)
    sources = await get_items(services, actor, list(dict.fromkeys(edge.source for edge in edges))[:MAX_SOURCES])
    latest = dict[str, Appearance]()
    for edge in edges:
        if not (source := sources.get(edge.source)):
            continue
        before = latest.get(edge.target)
        part = content_type(source.type).appearance(source.data, edge.at)
        if part and (before is None or source.day > before.source.day):
            latest[edge.target] = Appearance(source, part)
    return latest
