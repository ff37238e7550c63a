"""Old addresses of a site, for those who manage it."""

import re
from typing import Any

from cms.access.actor import Actor
from cms.access.reach import NOTHING
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.keyset import Order

LONGEST_SEARCH = 200


def list_redirects(services: Services, actor: Actor, site: str, search: str | None = None) -> Listing:
    """The latest first; empty for those who may not manage the site. `search`: a part of the path."""
    query: dict[str, Any] = {"site": site} if actor.may("manage_site", site) else NOTHING
    if text := (search or "").strip()[:LONGEST_SEARCH]:
        # an id is "<site>/<locale>/<path>"
        query = {"$and": [query, {"_id": {"$regex": f"^[^/]+/[^/]+.*{re.escape(text)}", "$options": "i"}}]}
    return Listing("redirects", services.repository.redirect_lists, query, Order("at"))
