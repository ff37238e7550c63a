"""How far a right to read goes: the items of one's sites, what is shared with them, single items, the libraries."""

from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.content_types.content_type import registry
from storage.documents import Item

NOTHING: dict[str, Any] = {"_id": {"$in": []}}


def reads_anything(actor: Actor) -> bool:
    return bool(actor.sites("read") or actor.items("read"))


def may_read(actor: Actor, item: Item) -> bool:
    if registry[item.type].library and reads_anything(actor):
        return True
    return actor.may_on("read", item) or any(actor.may("read", site) for site in item.shared)


def readable(actor: Actor) -> dict[str, Any]:
    """The database query of all items for which `may_read` holds."""
    sites, single = actor.sites("read"), sorted(actor.items("read"))
    if EVERYWHERE in sites:
        return {}
    if not sites and not single:
        return NOTHING
    named, libraries = sorted(sites), sorted(name for name, kind in registry.items() if kind.library)
    reach = [{"site": {"$in": named}}, {"shared": {"$in": named}}, {"type": {"$in": libraries}}]
    return {"$or": [*reach, *([{"_id": {"$in": single}}] if single else [])]}


def owned(actor: Actor, verb: str, id_path: str = "_id") -> dict[str, Any]:
    """The database query of everything about items on which `verb` may be done by a role on their site or on them,
    `id_path` being where their id is; what asks for a type's guard besides is another matter (`guarded`)."""
    sites, single = actor.sites(verb), sorted(actor.items(verb))
    if EVERYWHERE in sites:
        return {}
    of_sites = {"site": {"$in": sorted(sites)}} if sites else NOTHING
    return {"$or": [of_sites, {id_path: {"$in": single}}]} if single else of_sites


def guarded(actor: Actor) -> list[dict[str, Any]]:
    """Database queries that all together leave out the items whose type's guard this person has not."""
    return [
        {"$nor": [{"type": name, "site": {"$nin": sorted(actor.sites(kind.guard))}}]}
        for name, kind in registry.items()
        if kind.guard and EVERYWHERE not in actor.sites(kind.guard)
    ]
