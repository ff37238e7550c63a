"""Secrets of webhooks and signatures by the Standard Webhooks specification."""

from base64 import b64encode
from datetime import datetime, timedelta
from secrets import token_bytes

from standardwebhooks import Webhook as Signer

from cms.kernel.vault import Vault
from storage.documents import Webhook

PURPOSE = "webhook"
SECRET_BYTES = 32
OVERLAP = timedelta(hours=24)
"""How long requests are signed with the secret before the present one too."""


def new_secret() -> str:
    return "whsec_" + b64encode(token_bytes(SECRET_BYTES)).decode()


def sealed(vault: Vault, webhook_id: str, secret: str) -> str:
    return vault.seal(PURPOSE, webhook_id, secret)


def secrets_of(vault: Vault, webhook: Webhook, now: datetime) -> list[str]:
    """The present one, and for a day the one before. Empty when they were sealed with another secret key."""
    kept = [webhook.sealed_secret]
    if webhook.previous_secret and webhook.previous_until and now < webhook.previous_until:
        kept.append(webhook.previous_secret)
    return [secret for one in kept if (secret := vault.open(PURPOSE, webhook.id, one))]


def signed_headers(message_id: str, at: datetime, body: str, secrets: list[str]) -> dict[str, str]:
    """`at` is the moment of sending, so that receivers can refuse what was recorded and sent again."""
    signatures = [Signer(secret).sign(message_id, at, body) for secret in secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
