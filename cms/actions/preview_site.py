"""Give out, and take back, leave to see the drafts of a site at an address of its own."""

from datetime import timedelta

from cms.access import Actor
from cms.desk import Desk
from cms.errors import Invalid, NotFound, Problem
from cms.rules.wall_time import utc_instant
from cms.sites import published_sites
from storage.documents import AuditEntry, Preview
from storage.mongo import Session

LONGEST = timedelta(days=30)
USUAL = timedelta(days=2)


async def create_preview(
    desk: Desk, actor: Actor, site: str, *, lasts: timedelta = USUAL, as_of: str | None = None
) -> Preview:
    """Leave to see all drafts shown on `site`, as of the wall time `as_of` of that site or of each moment.

    Raises NotPermitted, and Invalid for a site that is not published or a time that cannot be used.
    """
    actor.require("update", site)
    if not timedelta() < lasts <= LONGEST:
        raise Invalid([Problem("lasts", "OUT_OF_RANGE", f"A preview lasts at most {LONGEST.days} days.")])

    async def write(session: Session) -> Preview:
        [rules] = await published_sites(desk.repository, [site], session)
        now = desk.clock()
        try:
            moment = utc_instant(as_of, rules.time_zone) if as_of else None
        except ValueError:
            raise Invalid(
                [Problem("as_of", "NOT_A_WALL_TIME", "Give a local time such as 2024-05-31T18:00.")]
            ) from None
        preview = Preview(site=site, by=actor.id, created=now, expires=now + lasts, moment=moment)
        await desk.repository.previews.insert(preview, session)
        await _audit(desk, actor, "create_preview", preview, session)
        return preview

    return await desk.transact(write)


async def revoke_preview(desk: Desk, actor: Actor, id: str) -> None:
    """Ends a preview at once. Raises NotFound, NotPermitted."""

    async def write(session: Session) -> None:
        preview = await desk.repository.previews.get(id)
        if preview is None:
            raise NotFound(f"There is no preview {id}.")
        actor.require("update", preview.site)
        await desk.repository.previews.remove(id, session)
        await _audit(desk, actor, "revoke_preview", preview, session)

    await desk.transact(write)


async def _audit(desk: Desk, actor: Actor, action: str, preview: Preview, session: Session) -> None:
    entry = AuditEntry(at=desk.clock(), by=actor.id, action=action, site=preview.site, details={"preview": preview.id})
    await desk.repository.history.audit(entry, session)
