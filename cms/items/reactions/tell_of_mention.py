"""People who are mentioned in a comment get a mail."""

from cms.access.reach import may_read
from cms.accounts.notify import name_of, notify, who_of
from cms.accounts.people import actor_of
from cms.kernel.services import Services
from storage.documents import Account, Item, OutboxEvent


async def tell_of_mention(services: Services, event: OutboxEvent) -> None:
    """To those whom the comment, as it is now, still mentions, and who may still read the item."""
    by, item = event.payload["by"], await services.repository.items.get(event.item)
    text, mentioned = await _comment(services, event)
    if item is None or item.deleted_at is not None or not mentioned:
        return
    people = [one for one in await who_of(services, mentioned, but=by) if _reads(one, item)]
    await notify(
        services, event, people, "comment_mention", {"person": await name_of(services, by), "comment": text}, item
    )


async def _comment(services: Services, event: OutboxEvent) -> tuple[str, list[str]]:
    """Its text, and whom the event is about of those whom it mentions."""
    thread = await services.repository.comments.find(event.payload["thread"])
    comments = thread.comments if thread else []
    found = next((one for one in comments if one.id == event.payload["comment"]), None)
    if found is None or found.deleted_at is not None:
        return "", []
    return found.text, [id for id in event.payload["mentions"] if id in found.mentions]


def _reads(account: Account, item: Item) -> bool:
    return may_read(actor_of(account), item)
