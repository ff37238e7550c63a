"""Let an old address lead nowhere any more."""

from cms.access.actor import Actor
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.documents import AuditEntry, OutboxEvent, Redirect
from storage.mongo import Session


async def remove_redirect(services: Services, actor: Actor, address: str) -> Redirect:
    """What it was. Raises NotFound, also for those who may not manage the site."""

    async def write(session: Session) -> Redirect:
        redirect = await services.repository.redirects.get(address, session)
        if redirect is None or not actor.may("manage_site", redirect.site):
            raise NotFound(f"There is no redirect at {address[:200]}.")
        await services.repository.redirects.remove(redirect.id, session)
        now = services.clock()
        details = {"addresses": [redirect.id]}
        entry = AuditEntry(
            at=now, by=actor.id, action="remove_redirect", item=redirect.item, site=redirect.site, details=details
        )
        await services.repository.history.audit(entry, session)
        event = OutboxEvent(name="RedirectRemoved", at=now, due_at=now, item=redirect.item, site=redirect.site)
        await services.repository.outbox.add(event, session)
        return redirect

    return await services.transact(write)
