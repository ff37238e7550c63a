"""A change of a webhook, of which those do not know who may not manage it."""

from dataclasses import dataclass, field

from cms.access.change import Change
from cms.access.record import Subject
from cms.webhooks.webhook_record import load_webhook, webhook_details
from storage.documents import Webhook


@dataclass
class WebhookChange(Change):
    """`webhook`: as it is, and after the change what the audit trail says that it was about."""

    webhook: Webhook = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound."""
        self.webhook = await load_webhook(self.services, self.actor, id, self.session)

    def subject(self) -> Subject:
        return Subject(site=self.webhook.site)

    async def finish(self) -> None:
        self.tell(**webhook_details(self.webhook))
        await super().finish()
