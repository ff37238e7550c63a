"""What a request tells of whoever sends it."""

from ipaddress import IPv4Address, ip_address, ip_network

from starlette.requests import Request

from cms.http.session_cookie import Cookies
from cms.sign_in.sessions import LONGEST_USER_AGENT
from cms.sign_in.visitor import Visitor


def visitor_of(request: Request, cookies: Cookies) -> Visitor:
    agent = request.headers.get("user-agent", "")[:LONGEST_USER_AGENT]
    return Visitor(network_of(request), agent, cookies.device(request), cookies.token(request))


def network_of(request: Request) -> str:
    """A person's address; with IPv6 a person has a whole /64."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((int(address), 64), strict=False))
