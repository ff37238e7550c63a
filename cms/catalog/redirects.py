"""Old addresses of a site, for those who manage it."""

from cms.access import Actor
from cms.catalog.listing import Listing
from cms.catalog.reach import NOTHING
from cms.desk import Desk
from storage.keyset import Order


def list_redirects(desk: Desk, actor: Actor, site: str) -> Listing:
    """The latest first; empty for those who may not manage the site."""
    query = {"site": site} if actor.may("manage_site", site) else NOTHING
    return Listing("redirects", desk.repository.redirect_lists, query, Order("at"))
