"""How far a person's right to read goes: the items of one's sites, what is shared with them, and the libraries."""

from typing import Any

from cms.access import EVERYWHERE, Actor
from cms.content_types.content_type import registry
from storage.documents import Item

NOTHING: dict[str, Any] = {"_id": {"$in": []}}


def may_read(actor: Actor, item: Item) -> bool:
    if registry[item.type].library and actor.sites("read"):
        return True
    return any(actor.may("read", site) for site in (item.site, *item.shared))


def readable(actor: Actor) -> dict[str, Any]:
    """The database query of all items for which `may_read` holds."""
    sites = actor.sites("read")
    if not sites or EVERYWHERE in sites:
        return {} if sites else NOTHING
    named, libraries = sorted(sites), sorted(name for name, kind in registry.items() if kind.library)
    return {"$or": [{"site": {"$in": named}}, {"shared": {"$in": named}}, {"type": {"$in": libraries}}]}


def owned(actor: Actor, verb: str) -> dict[str, Any]:
    """The database query of everything whose owning site is one where `verb` may be done."""
    sites = actor.sites(verb)
    if not sites or EVERYWHERE in sites:
        return {} if sites else NOTHING
    return {"site": {"$in": sorted(sites)}}
