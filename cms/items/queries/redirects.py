"""Old addresses of a site, for those who manage it."""

from cms.access.actor import Actor
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import NOTHING, all_of, equal, path_contains
from storage.keyset import Order

LONGEST_SEARCH = 200


def list_redirects(services: Services, actor: Actor, site: str, search: str | None = None) -> Listing:
    """The latest first; empty for those who may not manage the site. `search`: a part of the path."""
    redirects = equal({"site": site}) if actor.may("manage_site", site) else NOTHING
    if text := (search or "").strip()[:LONGEST_SEARCH]:
        redirects = all_of(redirects, path_contains("_id", text))
    return Listing("redirects", services.repository.redirect_lists, redirects, Order("at"))
