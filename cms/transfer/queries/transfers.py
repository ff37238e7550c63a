"""Exports and imports of whole sites, for those who may carry them."""

from cms.access.actor import Actor
from cms.access.reach import of_sites
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.documents import Transfer
from storage.keyset import Order

RIGHT = "transfer"


def find_transfers(services: Services, actor: Actor) -> Listing:
    """Those of the sites of this person, newest first."""
    return Listing("transfers", services.repository.transfer_lists, of_sites(actor, RIGHT), Order("created_at"))


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
