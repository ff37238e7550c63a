"""People with accounts, as those find them who manage them or have to choose among them."""

from dataclasses import dataclass

from cms.access.actor import EVERYWHERE, RIGHTS, Actor
from cms.accounts.managed_people import RIGHT, may_see
from cms.accounts.queries.names import BY_ID, Names
from cms.content.fields.text import KEY
from cms.content.rules.collation import order_key
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.conditions import (
    EVERYTHING,
    NOTHING,
    Condition,
    all_of,
    any_list_holds,
    any_of,
    either,
    equal,
    exists,
    not_,
)
from storage.documents import Account, Item

HIDDEN = ("password_hash",)
MAX_ON_ITEM = 100
LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """`search`: beginnings of words of a name, or of the address. `site`: has a role there; "*": on all sites. `role`:
    there, or else anywhere that the actor manages."""

    search: str | None = None
    site: str | None = None
    role: str | None = None
    is_active: bool | None = None
    is_service: bool | None = None


def find_people(services: Services, actor: Actor, filter: PeopleFilter, language: str = "en") -> Names:
    """Those whom this person manages, by name as this language orders names."""
    managed = all_of(_managed(actor), _flags(filter), _roles(actor, filter))
    return Names(
        f"people.{language}",
        services.repository.account_lists,
        managed,
        BY_ID,
        search=_searched(filter.search),
        language=language,
    )


async def get_person(services: Services, actor: Actor, id: str) -> Account:
    """Raises NotFound."""
    account = await services.repository.accounts.get(id)
    if account is None or not may_see(actor, account):
        raise NotFound(f"There is no account {id[:64]}.")
    return account


def shown_roles(actor: Actor, account: Account) -> dict[str, list[str]]:
    """The roles of somebody that this person may know of: one's own, on the sites that one manages, and on all."""
    sites = actor.sites(RIGHT)
    if account.id == actor.id or EVERYWHERE in sites:
        return account.roles
    return {site: roles for site, roles in account.roles.items() if site in sites or site == EVERYWHERE}


def people_to_choose(
    services: Services, actor: Actor, site: str, right: str, search: str | None, language: str = "en"
) -> Names:
    """Active people who have a right on a site, by name, for those who may comment there; empty for others."""
    name, documents = f"choice.{language}", services.repository.account_lists
    if not KEY.fullmatch(site) or not actor.may("comment", site):
        return Names(name, documents, NOTHING, BY_ID, HIDDEN)
    roles = [role for role, rights in RIGHTS.items() if right in rights]
    there = either(*(any_of(f"roles.{place}", roles) for place in (site, EVERYWHERE)))
    people = all_of(equal({"is_active": True}), not_(equal({"is_service": True})), there)
    return Names(name, documents, people, BY_ID, HIDDEN, search=_searched(search), by_address=False, language=language)


async def people_on_item(services: Services, item: Item) -> list[tuple[Account, list[str]]]:
    """(person, roles) of those who have roles on this one item. `item` was read by the person who asks."""
    found = await services.repository.accounts.with_roles_on(item.id, MAX_ON_ITEM)
    return [(one, one.item_roles[item.id]) for one in sorted(found, key=lambda one: order_key(one.name, "en"))]


def _searched(text: str | None) -> str:
    return (text or "")[:LONGEST_SEARCH]


def _managed(actor: Actor) -> Condition:
    sites = actor.sites(RIGHT)
    return EVERYTHING if EVERYWHERE in sites else either(*(exists(f"roles.{site}") for site in sorted(sites)))


def _flags(filter: PeopleFilter) -> Condition:
    flags = {"is_active": filter.is_active, "is_service": filter.is_service}
    asked = {name: value for name, value in flags.items() if value is not None}
    return all_of(*(equal({name: True}) if value else not_(equal({name: True})) for name, value in asked.items()))


def _roles(actor: Actor, filter: PeopleFilter) -> Condition:
    """A site is part of a path here, so it must be a key; roles of sites that one does not manage are not told."""
    managed = actor.sites(RIGHT)
    if filter.site is not None:
        is_known = filter.site == EVERYWHERE or KEY.fullmatch(filter.site)
        is_shown = EVERYWHERE in managed or filter.site in {*managed, EVERYWHERE}
        if not is_known or not is_shown:
            return NOTHING
        place = f"roles.{filter.site}"
        return equal({place: filter.role}) if filter.role else exists(place)
    if filter.role is None:
        return EVERYTHING
    if EVERYWHERE in managed:
        return any_list_holds("roles", filter.role)
    return either(*(equal({f"roles.{site}": filter.role}) for site in sorted({*managed, EVERYWHERE})))
