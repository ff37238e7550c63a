"""Uses of terms that a worker moves to other terms."""

from cms.items.term_moves import go_on
from cms.kernel.services import Services
from storage.documents import OutboxEvent


async def move_terms_on(services: Services, event: OutboxEvent) -> None:
    await go_on(services, event.payload["move"])
