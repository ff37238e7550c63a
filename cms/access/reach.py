"""How far a right to read goes: the items of one's sites, what is shared with them, single items, the libraries."""

from cms.access.actor import EVERYWHERE, Actor
from cms.content_types.content_type import registry
from storage.conditions import EVERYTHING, NOTHING, Condition, all_of, any_of, either, equal, not_
from storage.documents import Item


def reads_anything(actor: Actor) -> bool:
    return bool(actor.sites("read") or actor.items("read"))


def may_read(actor: Actor, item: Item) -> bool:
    if registry[item.type].library and reads_anything(actor):
        return True
    return actor.may_on("read", item) or any(actor.may("read", site) for site in item.shared)


def readable(actor: Actor) -> Condition:
    """Holds of all items of which `may_read` holds."""
    sites, single = actor.sites("read"), sorted(actor.items("read"))
    if EVERYWHERE in sites:
        return EVERYTHING
    if not sites and not single:
        return NOTHING
    named, libraries = sorted(sites), sorted(name for name, kind in registry.items() if kind.library)
    reach = [any_of("site", named), any_of("shared", named), any_of("type", libraries)]
    return either(*reach, *([any_of("_id", single)] if single else []))


def of_sites(actor: Actor, *rights: str) -> Condition:
    """Holds of what belongs to a site on which the person has one of the rights; what belongs to none needs one on
    all."""
    sites = frozenset[str]().union(*(actor.sites(right) for right in rights))
    if EVERYWHERE in sites:
        return EVERYTHING
    return any_of("site", sorted(sites)) if sites else NOTHING


def owned(actor: Actor, verb: str, id_path: str = "_id") -> Condition:
    """Holds of everything about items on which `verb` may be done by a role on their site or on them,
    `id_path` being where their id is; what asks for a type's guard besides is another matter (`guarded`)."""
    of_theirs, single = of_sites(actor, verb), sorted(actor.items(verb))
    return either(of_theirs, any_of(id_path, single)) if single and of_theirs != EVERYTHING else of_theirs


def guarded(actor: Actor) -> Condition:
    """Leaves out the items whose type's guard this person has not."""
    return all_of(
        *(
            not_(all_of(equal({"type": name}), not_(any_of("site", sorted(actor.sites(kind.guard))))))
            for name, kind in registry.items()
            if kind.guard and EVERYWHERE not in actor.sites(kind.guard)
        )
    )
