"""What sites have registered, for those who register."""

from cms.access.actor import Actor
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from cms.persisted_queries.registration import RIGHT
from storage.conditions import equal
from storage.keyset import Order


def list_registered_queries(services: Services, actor: Actor, site: str) -> Listing:
    """Of one site, newest first. Raises NotPermitted."""
    actor.require(RIGHT, site)
    lists = services.repository.registered_query_lists
    return Listing("registered_queries", lists, equal({"site": site}), Order("registered_at"))
