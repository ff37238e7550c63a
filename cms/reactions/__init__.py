"""What follows from events, done by workers: each reaction may run twice and must then change nothing more."""

from collections.abc import Awaitable, Callable

from cms.desk import Desk
from cms.reactions.site_channels import bring_channels_up_to_date
from storage.documents import OutboxEvent

Reaction = Callable[[Desk, OutboxEvent], Awaitable[None]]

REACTIONS: dict[tuple[str, str], tuple[Reaction, ...]] = {
    ("ItemPublished", "Site"): (bring_channels_up_to_date,),
}
"""{(event, content type): reactions}."""


def reactions_to(event: OutboxEvent) -> tuple[Reaction, ...]:
    return REACTIONS.get((event.name, event.type), ())
