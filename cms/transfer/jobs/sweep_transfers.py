"""Takes away exports and imports that are a week old, with their archives."""

from cms.kernel.services import Services

BATCH = 100


async def sweep_transfers(services: Services) -> None:
    """Raises Unavailable."""
    while expired := await services.repository.transfers.expired(services.clock(), BATCH):
        for transfer in expired:
            await services.store.delete(transfer.key)
            await services.transact(lambda session, id=transfer.id: services.repository.transfers.remove(id, session))
