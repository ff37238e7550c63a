"""Whoever scheduled a release is told by mail when it could not be published."""

from datetime import UTC

from cms.accounts.notify import notify, who_of
from cms.content.sites import rules_of
from cms.kernel.desk import Desk
from storage.documents import OutboxEvent, Release

MOST_REASONS = 5


async def tell_of_failed_release(desk: Desk, event: OutboxEvent) -> None:
    release = await desk.repository.releases.get(event.payload["release"])
    if release is None or release.scheduled_for is None:
        return
    values = {
        "title": release.name,
        "moment": release.scheduled_for.astimezone(UTC).isoformat(),
        "time_zone": await _time_zone(desk, release.site),
        "reason": "\n".join(_reasons(release)),
        "link": f"/admin/releases/{release.id}",
    }
    await notify(desk, event, await who_of(desk, [release.scheduled_by], but=""), "release_failed", values)


def _reasons(release: Release) -> list[str]:
    told = list(dict.fromkeys(problem.message for problem in release.problems))
    return [*told[:MOST_REASONS], *(["…"] if len(told) > MOST_REASONS else [])]


async def _time_zone(desk: Desk, site: str) -> str:
    found = await desk.repository.published.find_one({"type": "Site", "data.key": site}, ["data"])
    return rules_of(found["data"]).time_zone if found else "UTC"
