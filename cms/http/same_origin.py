"""Whether a request that changes something comes from our own pages, or from no page at all."""

from starlette.requests import Request

from cms.http.refusal import Refusal


def require_same_origin(request: Request, public_url: str | None) -> None:
    """Raises Refusal (403). Browsers name the origin of every such request; programs need not.

    Either scheme will do, as a proxy may have taken TLS off; it may also have changed the host, hence `public_url`.
    """
    origin = request.headers.get("origin")
    if origin is None:
        if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
            return
    elif origin in (public_url, *_origins_of(request.headers.get("host"))):
        return
    raise Refusal(403, "FOREIGN_ORIGIN", "This may only be done from a page of the CMS itself.")


def _origins_of(host: str | None) -> tuple[str, ...]:
    return (f"http://{host}", f"https://{host}") if host else ()
