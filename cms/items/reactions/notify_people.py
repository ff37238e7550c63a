"""People are told by mail of what concerns them: a review to do, a text sent back or published, a plan that failed."""

from datetime import UTC

from cms.accounts.notify import name_of, notify, who_may, who_may_on, who_of
from cms.content.sites import rules_of
from cms.kernel.errors import CmsError
from cms.kernel.services import Services
from storage.documents import Item, OutboxEvent

STEPS = ("submit_item", "withdraw_item", "send_back_item", "publish_item", "unpublish_item", "archive_item")
LONGEST_REASON = 1000


async def ask_for_review(services: Services, event: OutboxEvent) -> None:
    """To those who may publish it."""
    if item := await _there(services, event):
        by = event.payload["by"]
        values = {"person": await name_of(services, by), "languages": event.locale or "", "site": item.site}
        await notify(
            services, event, await who_may(services, "publish", item, but=by), "review_requested", values, item
        )


async def tell_of_sending_back(services: Services, event: OutboxEvent) -> None:
    """To whoever asked for the review."""
    if item := await _there(services, event):
        by = event.payload["by"]
        people = await who_of(services, [await _submitter(services, event, event.locale or "")], but=by)
        values = {
            "person": await name_of(services, by),
            "languages": event.locale or "",
            "comment": event.payload.get("comment", ""),
        }
        await notify(services, event, people, "sent_back", values, item)


async def tell_of_publication(services: Services, event: OutboxEvent) -> None:
    """To whoever asked for the review of one of these languages."""
    if item := await _there(services, event):
        by, locales = event.payload["by"], event.payload.get("locales", [])
        submitters = [await _submitter(services, event, locale) for locale in locales]
        values = {"person": await name_of(services, by), "languages": ",".join(locales)}
        await notify(services, event, await who_of(services, submitters, but=by), "published", values, item)


async def tell_of_failed_schedule(services: Services, event: OutboxEvent, error: Exception) -> None:
    """To whoever planned a publication that is given up."""
    if (item := await _there(services, event)) and event.scheduled_for:
        people = await who_of(services, await planners(services, event, item), but="")
        values = {
            "languages": event.locale or "",
            "moment": event.scheduled_for.astimezone(UTC).isoformat(),
            "time_zone": await _time_zone(services, item.site),
            "reason": str(error)[:LONGEST_REASON] if isinstance(error, CmsError) else type(error).__name__,
        }
        await notify(services, event, people, "schedule_failed", values, item)


async def planners(services: Services, event: OutboxEvent, item: Item) -> list[str]:
    """Who scheduled the publication in the event's language last, and who made the item."""
    steps, locale = ["schedule_publication"], event.locale or ""
    planned = await services.repository.history.last_step(item.id, steps, locale, services.clock(), event.id)
    return [planned.by if planned else item.modified_by, item.created_by]


async def tell_of_disabled_webhook(services: Services, event: OutboxEvent) -> None:
    """To those who look after the site's webhooks."""
    webhook = await services.repository.webhooks.get(event.payload["webhook"])
    if webhook is not None:
        values = {
            "address": webhook.url,
            "site": webhook.site,
            "reason": event.payload["reason"],
            "link": f"/admin/webhooks/{webhook.id}",
        }
        people = await who_may_on(services, "manage_webhooks", webhook.site)
        await notify(services, event, people, "webhook_disabled", values)


async def _there(services: Services, event: OutboxEvent) -> Item | None:
    item = await services.repository.items.get(event.item)
    return item if item and item.deleted_at is None else None


async def _submitter(services: Services, event: OutboxEvent, locale: str) -> str | None:
    """Who asked for the review that this event ends; None where it ends none."""
    last = await services.repository.history.last_step(event.item, STEPS, locale, event.at, event.payload["audit"])
    return last.by if last and last.action == "submit_item" else None


async def _time_zone(services: Services, site: str) -> str:
    data = await services.repository.published.data_of_site(site, None)
    return rules_of(data).time_zone if data else "UTC"
