"""Values of what an item refers to, kept beside it, so that its list is narrowed by them: news by the country of their
edition. They are written with the item, and again whenever what it refers to is changed or taken away."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cms.content_types.content_type import ContentType, registry
from storage.conditions import equal
from storage.mongo import Session
from storage.published import Published
from storage.repository import Repository

Snapshot = Mapping[str, Any]
Kind = type[ContentType]


async def referred_values(
    repository: Repository, world: Published, kind: Kind, before: Snapshot, data: Mapping[str, Any], session: Session
) -> dict[str, dict[str, Any]]:
    """{reference: {field: value}} for an item with this data, as far as what it refers to is in `world`; `before` is
    what that has of the item itself."""
    found: dict[str, dict[str, Any]] = {}
    for reference, names in kind.delivery.filters_through.items():
        if id := data.get(reference):
            if before.get("data", {}).get(reference) != id:
                await _one_at_a_time(repository, id, session)
            target = registry[kind.target_of(reference)]
            fields = [target.stored_path(name) for name in names]
            [live] = await world.matching(equal({"_id": id}), fields, session) or [{}]
            found[reference] = values_of(target, names, live)
    return found


async def follow_references(
    repository: Repository,
    world: Published,
    kind: Kind,
    id: str,
    before: Snapshot,
    after: Snapshot,
    session: Session,
) -> None:
    """Brings what refers to an item up to date with its snapshot `after` a change, empty where it is gone. One command
    for each reference, however many there are, and none where the values stay."""
    for other, reference, names in _referring(kind):
        values = values_of(kind, names, after)
        if values != values_of(kind, names, before):
            await _one_at_a_time(repository, id, session)
            referring = equal({"type": other.type_name, other.stored_path(reference): id})
            await world.set_where(referring, {f"referred.{reference}": values}, session)


def values_of(kind: Kind, names: Sequence[str], snapshot: Snapshot) -> dict[str, Any]:
    """What items that refer to this one keep of it."""
    found = {name: _at(snapshot, kind.stored_path(name)) for name in names}
    return {name: value for name, value in found.items() if value not in (None, [])}


def _referring(kind: Kind) -> Iterator[tuple[Kind, str, Sequence[str]]]:
    """(type, reference, fields) of each list that is narrowed by what `kind` has."""
    for other in registry.values():
        for reference, names in other.delivery.filters_through.items():
            if other.target_of(reference) == kind.type_name:
                yield other, reference, names


def _at(snapshot: Snapshot, path: str) -> Any:
    part, name = path.split(".")
    return (snapshot.get(part) or {}).get(name)


async def _one_at_a_time(repository: Repository, id: str, session: Session) -> None:
    """Who begins to refer to an item and who changes it do not see what the other writes."""
    await repository.serialize(f"referred:{id}", session)
