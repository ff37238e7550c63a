"""Let an old address lead nowhere any more."""

from cms.access.actor import Actor
from cms.kernel.desk import Desk
from cms.kernel.errors import NotFound
from storage.documents import AuditEntry, OutboxEvent, Redirect
from storage.mongo import Session


async def remove_redirect(desk: Desk, actor: Actor, address: str) -> Redirect:
    """What it was. Raises NotFound, also for those who may not manage the site."""

    async def write(session: Session) -> Redirect:
        redirect = await desk.repository.redirects.get(address, session)
        if redirect is None or not actor.may("manage_site", redirect.site):
            raise NotFound(f"There is no redirect at {address[:200]}.")
        await desk.repository.redirects.remove(redirect.id, session)
        now = desk.clock()
        details = {"addresses": [redirect.id]}
        entry = AuditEntry(
            at=now, by=actor.id, action="remove_redirect", item=redirect.item, site=redirect.site, details=details
        )
        await desk.repository.history.audit(entry, session)
        event = OutboxEvent(name="RedirectRemoved", at=now, due_at=now, item=redirect.item, site=redirect.site)
        await desk.repository.outbox.add(event, session)
        return redirect

    return await desk.transact(write)
