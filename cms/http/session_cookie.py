"""The cookies of people who sign in: the token of a session, a mark of browsers in which somebody did, and what a
browser was sent to a sign-in service with."""

from secrets import token_urlsafe

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from cms.accounts.sign_in.sessions import LASTS

DEVICE_SECONDS = 365 * 24 * 3600
_LONGEST = 512


class Cookies:
    """`secure`: the CMS is reached by https; browsers then bind the cookies to this very host."""

    def __init__(self, signing_key: str, *, secure: bool) -> None:
        self._signer = URLSafeTimedSerializer(signing_key, salt="cms.device")
        self._secure = secure
        prefix = "__Host-" if secure else ""
        self.session, self._device, self._state = (f"{prefix}cms_{name}" for name in ("session", "device", "state"))

    def token(self, request: Request) -> str | None:
        return self._value(request, self.session)

    def device(self, request: Request) -> tuple[str, str] | None:
        """(account id, device id); None for no cookie, or one that we did not sign in the last year."""
        try:
            account, device = self._signer.loads(self._value(request, self._device) or "", max_age=DEVICE_SECONDS)
        except (BadData, ValueError, TypeError):
            return None
        return (account, device) if isinstance(account, str) and isinstance(device, str) else None

    def sign_in(self, response: Response, token: str, account: str, device: tuple[str, str] | None) -> None:
        """Sets both; a device that was known to this account keeps its id."""
        known = device[1] if device and device[0] == account else token_urlsafe(16)
        self._set(response, self.session, token, int(LASTS.total_seconds()))
        self._set(response, self._device, str(self._signer.dumps([account, known])), DEVICE_SECONDS)

    def clear(self, response: Response) -> None:
        """The device stays known."""
        response.delete_cookie(self.session, secure=self._secure, httponly=True, samesite="lax")

    def go_out(self, response: Response, state: str, seconds: int) -> None:
        """Only this browser may come back with this state."""
        self._set(response, self._state, state, seconds)

    def state(self, request: Request) -> str:
        return self._value(request, self._state) or ""

    def come_back(self, response: Response) -> None:
        response.delete_cookie(self._state, secure=self._secure, httponly=True, samesite="lax")

    def _set(self, response: Response, name: str, value: str, seconds: int) -> None:
        response.set_cookie(name, value, max_age=seconds, secure=self._secure, httponly=True, samesite="lax")

    def _value(self, request: Request, name: str) -> str | None:
        value = request.cookies.get(name, "")
        return value if 0 < len(value) <= _LONGEST else None
