"""The hidden token of each form: only a page made for this very session has it, and it tells when that was."""

import hmac
from datetime import UTC, datetime, timedelta

from itsdangerous import BadData, URLSafeSerializer

from cms.accounts.one_time_tokens import hash_of

NAME = "token"
LASTS = timedelta(days=30)
_LONGEST = 300


class FormTokens:
    """Against posts from other sites, beside the cookie's SameSite and the check of the origin."""

    def __init__(self, signing_key: str) -> None:
        self._signer = URLSafeSerializer(signing_key, salt="cms.call form")

    def make(self, session: str | None, now: datetime) -> str:
        return str(self._signer.dumps([_mark(session), int(now.timestamp())]))

    def made_at(self, token: str, session: str | None, now: datetime) -> datetime | None:
        """When the page was made; None for a token of another session, a foreign or an old one."""
        if len(token) > _LONGEST:
            return None
        try:
            mark, seconds = self._signer.loads(token)
            made = datetime.fromtimestamp(seconds, UTC)
        except (BadData, ValueError, TypeError):
            return None
        same = isinstance(mark, str) and hmac.compare_digest(mark.encode(), _mark(session).encode())
        return made if same and now - made < LASTS else None


def _mark(session: str | None) -> str:
    return hash_of(session)[:24] if session else ""
