"""Whoever planned a publication is told by mail of what visitors do not see of it."""

from cms.accounts.notify import notify, who_of
from cms.content.localization import pick
from cms.content_types import registry
from cms.items.reactions.notify_people import planners
from cms.kernel.services import Services
from storage.documents import Item, OutboxEvent

MAX_TOLD = 20


async def tell_of_targets_left_behind(services: Services, event: OutboxEvent) -> None:
    if release := event.payload["release"]:
        await _tell_of_release(services, event, release)
    elif item := await services.repository.items.get(event.item):
        people = await who_of(services, await planners(services, event, item), but="")
        await notify(services, event, people, "left_behind", {"reason": await _reason(services, event)}, item)


async def _tell_of_release(services: Services, event: OutboxEvent, id: str) -> None:
    if (release := await services.repository.releases.get(id)) is None:
        return
    values = {"title": release.name, "link": f"/admin/releases/{id}", "reason": await _reason(services, event)}
    await notify(services, event, await who_of(services, [release.scheduled_by], but=""), "left_behind", values)


async def _reason(services: Services, event: OutboxEvent) -> str:
    """Their titles, one a line."""
    ids = event.payload["targets"]
    known = {item.id: item for item in await services.repository.items.with_ids(ids, even_deleted=True)}
    lines = [_title(known[id]) if id in known else id for id in ids[:MAX_TOLD]]
    return "\n".join([f"– {line}" for line in lines] + (["…"] if len(ids) > MAX_TOLD else []))


def _title(item: Item) -> str:
    titles = registry[item.type].titles.of(item.data)
    title, _locale = pick(titles, sorted(titles))
    return title or item.id
