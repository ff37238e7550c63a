"""Previews as editors find them: whoever may edit a site sees those that were given out for it."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.reach import of_sites
from cms.content.rules.preview_address import preview_address
from cms.content.sites import rules_of
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import all_of, any_of, between, equal, given
from storage.documents import Preview
from storage.keyset import Order


def find_previews(services: Services, actor: Actor, site: str | None) -> Listing:
    """Those that have not expired, the newest first."""
    valid = all_of(of_sites(actor, "update"), between("expires", above=services.clock()), given({"site": site}))
    return Listing("previews", services.repository.preview_lists, valid, Order("created"))


async def preview_templates(services: Services, sites: Sequence[str]) -> dict[str, str]:
    """{site: template of its preview address} of those that have one."""
    asked = all_of(equal({"type": "Site"}), any_of("data.key", sites))
    documents = await services.repository.published.find(asked, fields=["data"], limit=len(sites))
    found = [rules_of(document["data"]) for document in documents]
    return {one.key: one.preview_url for one in found if one.preview_url}


def address_of(preview: Preview, template: str | None, token: str) -> str | None:
    """None where the site has not said at which address it shows previews."""
    if template is None:
        return None
    return preview_address(template, token=token, locale=preview.locale, path=preview.path)
