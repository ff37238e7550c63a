"""Let an old address lead nowhere any more."""

from dataclasses import dataclass, field
from typing import Any

from cms.access.action import action
from cms.access.change import Change
from cms.access.record import Subject
from cms.kernel.errors import NotFound
from storage.documents import Redirect


@dataclass
class RemovedRedirectChange(Change):
    """A change of one redirect, of which those who may not manage the site do not know."""

    redirect: Redirect = field(init=False)

    async def load(self, address: str) -> None:
        """Raises NotFound."""
        redirect = await self.repository.redirects.get(address, self.session)
        if redirect is None or not self.actor.may(self.right, redirect.site):
            raise NotFound(f"There is no redirect at {address[:200]}.")
        self.redirect = redirect

    def subject(self) -> Subject:
        return Subject(item=self.redirect.item, site=self.redirect.site)

    def payload(self) -> dict[str, Any]:
        return {}


@action(right="manage_site", event="RedirectRemoved")
async def remove_redirect(change: RemovedRedirectChange, address: str) -> Redirect:
    """What it was. Raises NotFound, also for those who may not manage the site."""
    await change.repository.redirects.remove(change.redirect.id, change.session)
    change.tell(addresses=[change.redirect.id])
    return change.redirect
