"""Exports and imports of whole sites, for those who may carry them."""

from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.access.reach import NOTHING
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.documents import Transfer
from storage.keyset import Order

RIGHT = "transfer"


def find_transfers(services: Services, actor: Actor) -> Listing:
    """Those of the sites of this person, newest first."""
    sites = actor.sites(RIGHT)
    query: dict[str, Any] = {"site": {"$in": sorted(sites)}} if sites else NOTHING
    return Listing(
        "transfers", services.repository.transfer_lists, {} if EVERYWHERE in sites else query, Order("created_at")
    )


async def get_transfer(services: Services, actor: Actor, id: str) -> Transfer:
    """Raises NotFound, Unavailable."""
    transfer = await services.repository.transfers.get(id)
    if transfer is None or not actor.may(RIGHT, transfer.site):
        raise NotFound(f"There is no export or import {id}.")
    return transfer


async def finished_export(services: Services, actor: Actor, id: str) -> Transfer:
    """One whose archive can be fetched. Raises NotFound, Unavailable."""
    transfer = await get_transfer(services, actor, id)
    if (transfer.kind, transfer.state) != ("export", "done") or transfer.expires <= services.clock():
        raise NotFound(f"There is no archive {id}; export the site again.")
    return transfer


def download_path(transfer: Transfer) -> str | None:
    """Where its archive is fetched, with the same session or token; None where there is none."""
    is_there = (transfer.kind, transfer.state) == ("export", "done")
    return f"/management/transfers/{transfer.id}/{transfer.site}.zip" if is_there else None
