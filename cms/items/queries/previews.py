"""Previews as editors find them: whoever may edit a site sees those that were given out for it."""

from collections.abc import Sequence
from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.access.reach import NOTHING
from cms.content.rules.preview_address import preview_address
from cms.content.sites import rules_of
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.documents import Preview
from storage.keyset import Order


def find_previews(services: Services, actor: Actor, site: str | None) -> Listing:
    """Those that have not expired, the newest first."""
    sites = actor.sites("update")
    reach = {} if EVERYWHERE in sites else {"site": {"$in": sorted(sites)}} if sites else NOTHING
    named: dict[str, Any] = {"site": site} if site else {}
    query = {"$and": [reach, {"expires": {"$gt": services.clock()}}, named]}
    return Listing("previews", services.repository.preview_lists, query, Order("created"))


async def preview_templates(services: Services, sites: Sequence[str]) -> dict[str, str]:
    """{site: template of its preview address} of those that have one."""
    query = {"type": "Site", "data.key": {"$in": list(sites)}}
    documents = await services.repository.published.find(query, fields=["data"], limit=len(sites))
    found = [rules_of(document["data"]) for document in documents]
    return {one.key: one.preview_url for one in found if one.preview_url}


def address_of(preview: Preview, template: str | None, token: str) -> str | None:
    """None where the site has not said at which address it shows previews."""
    if template is None:
        return None
    return preview_address(template, token=token, locale=preview.locale, path=preview.path)
