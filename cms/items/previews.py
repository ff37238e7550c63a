"""Tokens of preview addresses: signed, so that none can be made up; expiring and revocable, as each names a leave,
which ends with the right of whoever gave it out."""

from typing import Self

from itsdangerous import BadSignature, Signer

from cms.accounts.holders import holder_may
from cms.kernel.services import Services
from storage.documents import Preview

LONGEST = 200
RIGHT = "update"
"""On the site: to give out a preview, and as long as it is used."""


class PreviewTokens:
    """`of`: with the key of the services, with which they are made and opened."""

    @classmethod
    def of(cls, services: Services) -> Self:
        return cls(services.vault.signing_key("preview"))

    def __init__(self, secret_key: str) -> None:
        self._signer = Signer(secret_key, salt="cms.preview")

    def token(self, preview: Preview) -> str:
        return self._signer.sign(preview.id).decode()

    async def open(self, services: Services, token: str) -> Preview | None:
        """The leave behind a token; None when it is forged, revoked or expired, or whoever gave it out may not edit the
        site any more. Raises Unavailable."""
        if len(token) > LONGEST:
            return None
        try:
            id = self._signer.unsign(token.encode()).decode()
        except (BadSignature, UnicodeError):
            return None
        preview = await services.repository.previews.get(id)
        return preview if preview and await _is_valid(services, preview) else None


async def _is_valid(services: Services, preview: Preview) -> bool:
    return preview.expires > services.clock() and await holder_may(services, preview.by, RIGHT, preview.site)
