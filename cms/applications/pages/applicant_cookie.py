"""The cookie in which an applicant's browser keeps the token of its session: sent to /calls only, and by our own pages.

It is not sent in frames of other sites, where only the call itself is shown: see `cms.applications.pages.policy`.
"""

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from cms.accounts.one_time_tokens import LONGEST
from cms.applications.applicant import SESSION_LASTS
from cms.content.rules.email_address import email_fault

PATH = "/calls"
ASKED = "cms_asked"
ASKED_SECONDS = 600
LONGEST_ASKED = 1500


class ApplicantCookie:
    """`secure`: the CMS is reached by https."""

    def __init__(self, *, secure: bool) -> None:
        self._secure = secure
        self._name = "__Secure-cms_applicant" if secure else "cms_applicant"

    def token(self, request: Request) -> str | None:
        value = request.cookies.get(self._name, "")
        return value if 0 < len(value) <= LONGEST else None

    def set(self, response: Response, token: str) -> None:
        seconds = int(SESSION_LASTS.total_seconds())
        response.set_cookie(
            self._name, token, max_age=seconds, path=PATH, secure=self._secure, httponly=True, samesite="lax"
        )

    def note_asked(self, response: Response, path: str, email: str) -> None:
        """The address that a link was just asked for, for the page that follows."""
        value = quote(email, safe="@")[:LONGEST_ASKED]
        response.set_cookie(
            ASKED, value, max_age=ASKED_SECONDS, path=path, secure=self._secure, httponly=True, samesite="lax"
        )

    def asked(self, request: Request) -> str | None:
        email = unquote(request.cookies.get(ASKED, "")[:LONGEST_ASKED])
        return email if email_fault(email) is None else None

    def clear(self, response: Response) -> None:
        response.delete_cookie(self._name, path=PATH, secure=self._secure, httponly=True, samesite="lax")
