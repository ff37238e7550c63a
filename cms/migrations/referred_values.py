"""Migration: what snapshots keep of what they refer to. Its name has all filters of that kind, so that it runs anew
once another one is declared."""

from collections.abc import Mapping, Sequence
from typing import Any

from cms.content_types import registry
from cms.content_types.referred import values_of
from storage.conditions import equal
from storage.migrations import Migration
from storage.mongo import Mongo
from storage.published import Published
from storage.rewriting import rewrite_each

Values = Mapping[str, Mapping[str, Any]]
"""{id of what is referred to: its values}"""


async def _apply(mongo: Mongo) -> None:
    for world in ("published", "drafts"):
        for name, kind in registry.items():
            known = {
                reference: await _values(mongo, world, kind.target_of(reference), names)
                for reference, names in kind.delivery.filters_through.items()
            }
            if known:
                await _note(mongo, world, name, known)


async def _values(mongo: Mongo, world: str, target: str, names: Sequence[str]) -> Values:
    kind = registry[target]
    fields = [kind.stored_path(name) for name in names]
    found = await Published(mongo, world).matching(equal({"type": target}), fields, None)
    return {one["_id"]: values_of(kind, names, one) for one in found}


async def _note(mongo: Mongo, world: str, type: str, known: Mapping[str, Values]) -> None:
    def referred(document: dict[str, Any]) -> dict[str, Any]:
        ids = {reference: document.get("data", {}).get(reference) for reference in known}
        return {"referred": {reference: dict(known[reference].get(id, {})) for reference, id in ids.items() if id}}

    fields = ("referred", *(f"data.{reference}" for reference in known))
    await rewrite_each(mongo, world, equal({"type": type}), fields, referred)


def _declared() -> str:
    through = ((kind, one.delivery.filters_through) for kind, one in registry.items())
    return ", ".join(
        sorted(f"{kind}.{reference}.{name}" for kind, all in through for reference in all for name in all[reference])
    )


REFERRED_VALUES = Migration(f"0007 values of references: {_declared()}", _apply)
