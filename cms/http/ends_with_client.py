"""Stops reading for clients that have left: pages and files that nobody waits for cost nothing more."""

import structlog
from starlette.types import ASGIApp, Receive, Scope, Send

from cms.http.disconnect import CancelledWithClient
from cms.http.request_body import ClientGone

log = structlog.get_logger(__name__)


class EndsWithClient:
    """The ASGI layer for what only reads (GET, HEAD); what changes something is finished. GraphQL, whose POST reads
    too, does it for itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        try:
            with CancelledWithClient(receive):
                await self._app(scope, receive, send)
        except ClientGone:
            log.info("client gone", path=scope["path"])
