"""What a request tells of whoever sends it."""

from starlette.requests import Request

from cms.accounts.sign_in.sessions import LONGEST_USER_AGENT
from cms.accounts.sign_in.visitor import Visitor
from cms.http.client_address import network_of
from cms.http.session_cookie import Cookies


def visitor_of(request: Request, cookies: Cookies) -> Visitor:
    agent = request.headers.get("user-agent", "")[:LONGEST_USER_AGENT]
    return Visitor(network_of(request), agent, cookies.device(request), cookies.token(request))
