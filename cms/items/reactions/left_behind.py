"""Whoever planned a publication is told by mail of what visitors do not see of it."""

from cms.accounts.notify import notify, who_of
from cms.content.localization import pick
from cms.content_types import registry
from cms.items.reactions.notify_people import planners
from cms.kernel.desk import Desk
from storage.documents import Item, OutboxEvent

MOST_TOLD = 20


async def tell_of_targets_left_behind(desk: Desk, event: OutboxEvent) -> None:
    if release := event.payload["release"]:
        await _tell_of_release(desk, event, release)
    elif item := await desk.repository.items.get(event.item):
        people = await who_of(desk, await planners(desk, event, item), but="")
        await notify(desk, event, people, "left_behind", {"reason": await _reason(desk, event)}, item)


async def _tell_of_release(desk: Desk, event: OutboxEvent, id: str) -> None:
    if (release := await desk.repository.releases.get(id)) is None:
        return
    values = {"title": release.name, "link": f"/admin/releases/{id}", "reason": await _reason(desk, event)}
    await notify(desk, event, await who_of(desk, [release.scheduled_by], but=""), "left_behind", values)


async def _reason(desk: Desk, event: OutboxEvent) -> str:
    """Their titles, one a line."""
    ids = event.payload["targets"]
    known = {item.id: item for item in await desk.repository.items.with_ids(ids, even_deleted=True)}
    lines = [_title(known[id]) if id in known else id for id in ids[:MOST_TOLD]]
    return "\n".join([f"– {line}" for line in lines] + (["…"] if len(ids) > MOST_TOLD else []))


def _title(item: Item) -> str:
    titles = registry[item.type].title_of(item.data)
    title, _locale = pick(titles, sorted(titles))
    return title or item.id
