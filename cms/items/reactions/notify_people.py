"""People are told by mail of what concerns them: a review to do, a text sent back or published, a plan that failed."""

from datetime import UTC

from cms.accounts.notify import name_of, notify, who_may, who_may_on, who_of
from cms.content.sites import rules_of
from cms.kernel.desk import Desk
from cms.kernel.errors import CmsError
from storage.documents import Item, OutboxEvent

STEPS = ("submit_item", "withdraw_item", "send_back_item", "publish_item", "unpublish_item", "archive_item")
LONGEST_REASON = 1000


async def ask_for_review(desk: Desk, event: OutboxEvent) -> None:
    """To those who may publish it."""
    if item := await _there(desk, event):
        by = event.payload["by"]
        values = {"person": await name_of(desk, by), "languages": event.locale or "", "site": item.site}
        await notify(desk, event, await who_may(desk, "publish", item, but=by), "review_requested", values, item)


async def tell_of_sending_back(desk: Desk, event: OutboxEvent) -> None:
    """To whoever asked for the review."""
    if item := await _there(desk, event):
        by = event.payload["by"]
        people = await who_of(desk, [await _submitter(desk, event, event.locale or "")], but=by)
        values = {
            "person": await name_of(desk, by),
            "languages": event.locale or "",
            "comment": event.payload.get("comment", ""),
        }
        await notify(desk, event, people, "sent_back", values, item)


async def tell_of_publication(desk: Desk, event: OutboxEvent) -> None:
    """To whoever asked for the review of one of these languages."""
    if item := await _there(desk, event):
        by, locales = event.payload["by"], event.payload.get("locales", [])
        submitters = [await _submitter(desk, event, locale) for locale in locales]
        values = {"person": await name_of(desk, by), "languages": ",".join(locales)}
        await notify(desk, event, await who_of(desk, submitters, but=by), "published", values, item)


async def tell_of_failed_schedule(desk: Desk, event: OutboxEvent, error: Exception) -> None:
    """To whoever planned a publication that is given up."""
    if (item := await _there(desk, event)) and event.scheduled_for:
        people = await who_of(desk, await planners(desk, event, item), but="")
        values = {
            "languages": event.locale or "",
            "moment": event.scheduled_for.astimezone(UTC).isoformat(),
            "time_zone": await _time_zone(desk, item.site),
            "reason": str(error)[:LONGEST_REASON] if isinstance(error, CmsError) else type(error).__name__,
        }
        await notify(desk, event, people, "schedule_failed", values, item)


async def planners(desk: Desk, event: OutboxEvent, item: Item) -> list[str]:
    """Who scheduled the publication in the event's language last, and who made the item."""
    steps, locale = ["schedule_publication"], event.locale or ""
    planned = await desk.repository.history.last_step(item.id, steps, locale, desk.clock(), event.id)
    return [planned.by if planned else item.modified_by, item.created_by]


async def tell_of_disabled_webhook(desk: Desk, event: OutboxEvent) -> None:
    """To those who look after the site's webhooks."""
    webhook = await desk.repository.webhooks.get(event.payload["webhook"])
    if webhook is not None:
        values = {
            "address": webhook.url,
            "site": webhook.site,
            "reason": event.payload["reason"],
            "link": f"/admin/webhooks/{webhook.id}",
        }
        people = await who_may_on(desk, "manage_webhooks", webhook.site)
        await notify(desk, event, people, "webhook_disabled", values)


async def _there(desk: Desk, event: OutboxEvent) -> Item | None:
    item = await desk.repository.items.get(event.item)
    return item if item and item.deleted_at is None else None


async def _submitter(desk: Desk, event: OutboxEvent, locale: str) -> str | None:
    """Who asked for the review that this event ends; None where it ends none."""
    last = await desk.repository.history.last_step(event.item, STEPS, locale, event.at, event.payload["audit"])
    return last.by if last and last.action == "submit_item" else None


async def _time_zone(desk: Desk, site: str) -> str:
    found = await desk.repository.published.matching({"type": "Site", "data.key": site}, ["data"], None)
    return rules_of(found[0]["data"]).time_zone if found else "UTC"
