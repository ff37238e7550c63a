"""When a site's languages or their fallback order change, every item shown on it appears in other places."""

from typing import Any

from cms.content.sites import SiteRules, rules_of
from cms.content_types import registry
from cms.content_types.word_order import order_libraries, orders_of
from cms.items.addresses import live_addresses, live_channels
from cms.items.visibility import has_schedule, hidden_spans
from cms.kernel.services import Services
from storage.conditions import equal
from storage.documents import OutboxEvent

FIELDS = ("type", "sites", "slugs", "locales", "channels", "addresses", "hidden", "data", "overrides", "orders")
BATCH = 500


async def bring_channels_up_to_date(services: Services, event: OutboxEvent) -> None:
    """Writes channels and addresses anew where they differ from what the site's present rules give."""
    published, followed = services.repository.published, None
    # rules that changed meanwhile are followed too: another worker may have been through with them before us
    while (sites := await _rules(services)) != followed:
        changed = next(iter(await published.matching(equal({"_id": event.item}), ["data"], None)), None)
        if changed is None:
            return
        await _follow(services, changed["data"]["key"], sites)
        await order_libraries(services.repository, None)
        followed = sites


async def _rules(services: Services) -> dict[str, SiteRules]:
    return {one["key"]: rules_of(one) for one in await services.repository.published.data_of_sites(None)}


async def _follow(services: Services, site: str, sites: dict[str, SiteRules]) -> None:
    published, last = services.repository.published, ""
    while batch := await published.batch_of_site(site, last, FIELDS, BATCH):
        await published.set_each({doc["_id"]: places for doc in batch if (places := _moved(doc, sites))}, None)
        last = batch[-1]["_id"]


def _moved(document: dict, sites: dict[str, SiteRules]) -> dict[str, Any]:
    kind = registry[document["type"]]
    here = [sites[key] for key in document["sites"] if key in sites]
    languages = list(document["locales"])
    places: dict[str, Any] = {
        "channels": live_channels(kind, here, languages),
        "addresses": live_addresses(kind, here, document["slugs"], languages),
    }
    if kind.delivery.by_words and not kind.library:
        places["orders"] = orders_of(document, here)
    if has_schedule(document["locales"]):
        places["hidden"] = hidden_spans(kind, here, document["locales"])
    return {} if all(places[name] == document.get(name) for name in places) else places
