"""Whoever scheduled a release is told by mail when it could not be published."""

from datetime import UTC

from cms.accounts.notify import notify, who_of
from cms.content.sites import rules_of
from cms.kernel.services import Services
from storage.documents import OutboxEvent, Release

MAX_REASONS = 5


async def tell_of_failed_release(services: Services, event: OutboxEvent) -> None:
    release = await services.repository.releases.get(event.payload["release"])
    if release is None or release.scheduled_for is None:
        return
    values = {
        "title": release.name,
        "moment": release.scheduled_for.astimezone(UTC).isoformat(),
        "time_zone": await _time_zone(services, release.site),
        "reason": "\n".join(_reasons(release)),
        "link": f"/admin/releases/{release.id}",
    }
    await notify(services, event, await who_of(services, [release.scheduled_by], but=""), "release_failed", values)


def _reasons(release: Release) -> list[str]:
    told = list(dict.fromkeys(problem.message for problem in release.problems))
    return [*told[:MAX_REASONS], *(["…"] if len(told) > MAX_REASONS else [])]


async def _time_zone(services: Services, site: str) -> str:
    found = await services.repository.published.site(site)
    return rules_of(found["data"]).time_zone if found else "UTC"
