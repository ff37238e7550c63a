"""Where an item stands in lists that are ordered by words: a key for each place in which it is read.

A place is "Page/nca/cs", or for what every site shows "Person/cs,en": the languages in the order in which a site reads
them. A key ends with the item's id, so that no two are the same and a cursor is a key.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cms.content.localization import fallback_chain, pick
from cms.content.rules.collation import order_key
from cms.content.sites import SiteRules, rules_of
from cms.content_types.content_type import ContentType, registry
from cms.content_types.overriding import overlaid
from storage.conditions import all_of, either, equal, exists, not_
from storage.mongo import Session
from storage.repository import Repository

FIELDS = ("type", "data", "locales", "sites", "overrides", "orders")


def order_place(kind: type[ContentType], site: SiteRules, locale: str) -> str:
    if kind.library:
        return f"{kind.type_name}/{','.join(dict.fromkeys((locale, *site.fallback_order)))}"
    return f"{kind.type_name}/{site.key}/{locale}"


def orders_of(document: Mapping[str, Any], sites: Iterable[SiteRules]) -> dict[str, str]:
    """{place: key} of a snapshot, for the sites that show it."""
    kind, published = registry[document["type"]], list(document["locales"])
    if not kind.delivery.by_words or not published:
        return {}
    found: dict[str, str] = {}
    for site in sites:
        titles = _titles(kind, document, site)
        for locale in site.locales:
            rest = published if kind.library else ()
            chain = fallback_chain(locale, (*site.fallback_order, *rest), published)
            if chain:
                title, _locale = pick(titles, (*chain, ""))
                found[order_place(kind, site, locale)] = f"{order_key(title or '', locale)} {document['_id']}"
    return found


def _titles(kind: type[ContentType], document: Mapping[str, Any], site: SiteRules) -> Mapping[str, str]:
    override = (document.get("overrides") or {}).get(site.key)
    return kind.titles.of(overlaid(kind, document["data"], override) if override else document["data"])


async def readers(
    repository: Repository, kind: type[ContentType], sites: Sequence[str], session: Session | None
) -> list[SiteRules]:
    """The rules of the published sites that show an item; all of them for what every site shows."""
    found = await repository.published.data_of_sites(session, None if kind.library else sites)
    return [rules_of(data) for data in found]


async def order_libraries(repository: Repository, session: Session | None) -> None:
    """After a site was published: gives what every site shows a key for each order of languages that is new."""
    for snapshots in (repository.published, repository.drafts):
        for kind in (one for one in registry.values() if one.library and one.delivery.by_words):
            sites = await readers(repository, kind, (), session)
            places = {order_place(kind, site, locale) for site in sites for locale in site.locales}
            one_lacks = either(*(not_(exists(f"orders.{place}")) for place in sorted(places)))
            lacking = all_of(equal({"type": kind.type_name}), one_lacks)
            found = await snapshots.matching(lacking, FIELDS, session) if places else []
            orders = {one["_id"]: {"orders": orders_of(one, sites)} for one in found if one["locales"]}
            await snapshots.set_each(orders, session)
