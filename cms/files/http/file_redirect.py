"""Sends a visitor to the S3 server, or decides that he gets the bytes from us."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from cms.content.rules.file_types import MP4, PDF
from cms.files.file_source import FileSource
from storage.object_store import PresignedAddresses, ServedAs

Delivery = Literal["auto", "redirect", "stream"]
Reach = Literal["anywhere", "this machine", "nowhere"]

SAME_ADDRESS_SECONDS = 300
PUBLIC_LIFETIME = timedelta(minutes=15)
PROTECTED_LIFETIME = timedelta(minutes=1)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def redirects(request: Request, source: FileSource, delivery: Delivery, reach: Reach) -> bool:
    """`reach`: from where browsers get to the S3 server; "this machine" is the embedded one."""
    if delivery == "stream":
        return False
    if reach == "this machine" and (_wants_parts(request, source) or source.record.is_draft):
        return False  # drafts are shown in the admin interface, whose pages load nothing from other ports
    return delivery == "redirect" or reach == "anywhere" or (reach == "this machine" and _is_on_this_machine(request))


def _wants_parts(request: Request, source: FileSource) -> bool:
    """Viewers of PDF and video fetch parts; the embedded server answers those with 200, which some take for a whole."""
    return "range" in request.headers or source.mime in (PDF.mime, MP4.mime)


def redirect(source: FileSource, presigned: PresignedAddresses, method: str) -> Response:
    """302 to an address that is good for a while, as the bytes may be fetched in parts."""
    address = presigned.get(
        source.key,
        ServedAs(source.mime, source.disposition, _kept_by_browsers(source)),
        PUBLIC_LIFETIME if source.is_public else PROTECTED_LIFETIME,
        method="HEAD" if method == "HEAD" else "GET",
        signed_at=_signed_at(source),
    )
    headers = source.access_headers() | {"location": address}
    if source.is_public:
        headers |= {"cache-control": "private, no-cache"}
    return Response(status_code=302, headers=headers)


def _kept_by_browsers(source: FileSource) -> str:
    return f"private, max-age={PUBLIC_LIFETIME.seconds}" if source.is_public else "private, no-store"


def _signed_at(source: FileSource) -> datetime:
    """Public addresses stay the same for some minutes, so that browsers find the bytes in their cache."""
    now = datetime.now(UTC)
    if not source.is_public:
        return now
    return datetime.fromtimestamp(now.timestamp() // SAME_ADDRESS_SECONDS * SAME_ADDRESS_SECONDS, UTC)


def _is_on_this_machine(request: Request) -> bool:
    """A proxy here calls from the loopback address too, but for others: its headers or the host asked for tell."""
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    return _is_loopback(request.client.host) and _is_loopback(_host(request))


def _host(request: Request) -> str:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
