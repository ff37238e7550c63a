"""Uses of terms that a worker moves to other terms."""

from cms.items.term_moves import go_on
from cms.kernel.desk import Desk
from storage.documents import OutboxEvent


async def move_terms_on(desk: Desk, event: OutboxEvent) -> None:
    await go_on(desk, event.payload["move"])
