"""The cookie that says who somebody is, signed by us."""

import hashlib
from typing import Any, Protocol

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

LIFETIME_SECONDS = 12 * 3600
_LONGEST = 512


class Account(Protocol):
    """What must be known of somebody who signs in."""

    @property
    def id(self) -> Any: ...
    @property
    def email(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def password_hash(self) -> str: ...
    @property
    def is_active(self) -> bool: ...


class SessionCookie:
    """`secure`: the CMS is reached by https; browsers then bind the cookie to this very host."""

    def __init__(self, secret_key: str, *, secure: bool) -> None:
        self._serializer = URLSafeTimedSerializer(secret_key, salt="cms.session")
        self._secure = secure
        self.name = "__Host-cms_session" if secure else "cms_session"

    def set_for(self, account: Account, response: Response) -> None:
        value = self._serializer.dumps([str(account.id), _stamp(account)])
        assert isinstance(value, str)
        response.set_cookie(
            self.name, value, max_age=LIFETIME_SECONDS, secure=self._secure, httponly=True, samesite="lax"
        )

    def clear(self, response: Response) -> None:
        response.delete_cookie(self.name, secure=self._secure, httponly=True, samesite="lax")

    def account_id(self, request: Request) -> tuple[str, str] | None:
        """The id and the stamp; None for no cookie, a forged or an expired one."""
        value = request.cookies.get(self.name, "")
        if not value or len(value) > _LONGEST:
            return None
        try:
            account_id, stamp = self._serializer.loads(value, max_age=LIFETIME_SECONDS)
        except (BadData, ValueError):
            return None
        return account_id, stamp


def _stamp(account: Account) -> str:
    """Changes with the password, which so ends all sessions."""
    return hashlib.sha256(account.password_hash.encode()).hexdigest()[:16]


def is_current(stamp: str, account: Account) -> bool:
    return account.is_active and stamp == _stamp(account)
