"""Takes away exports and imports that are a week old, with their archives."""

from cms.kernel.desk import Desk

BATCH = 100


async def sweep_transfers(desk: Desk) -> None:
    """Raises Unavailable."""
    while expired := await desk.repository.transfers.expired(desk.clock(), BATCH):
        for transfer in expired:
            await desk.store.delete(transfer.key)
            await desk.transact(lambda session, id=transfer.id: desk.repository.transfers.remove(id, session))
