"""Whether a request that changes something comes from our own pages, or from no page at all."""

from urllib.parse import urlsplit

from starlette.requests import Request

from cms.http.refusal import Refusal


def require_same_origin(request: Request, public_url: str | None) -> None:
    """Raises Refusal (403). Browsers name the origin of every such request; programs need not.

    Only the host is compared: a proxy may have taken TLS off. `public_url` counts too, as it may have changed the host.
    """
    origin = request.headers.get("origin")
    if origin is None:
        if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
            return
    elif origin == public_url or urlsplit(origin).netloc == request.headers.get("host", ""):
        return
    raise Refusal(403, "FOREIGN_ORIGIN", "Sign in from a page of the CMS itself.")
