"""A number for every request, one line in the log for every answer, and a plain answer where our code failed."""

import re
import time
from secrets import token_hex

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars, reset_contextvars

_SANE_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_ID_HEADER = b"x-request-id"

log = structlog.get_logger("cms.access")


class RequestLog:
    """The ASGI layer around all that is answered anew. The number comes from `X-Request-ID` where that is sane, and
    goes back in it.

    Only the path is logged: the query may hold what nobody else should see.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(_request_id(scope), send)
        outside = bind_contextvars(request_id=answer.request_id)
        started = time.perf_counter()
        try:
            await self._app(scope, receive, answer.send)
        except Exception:
            log.exception("request failed", path=scope["path"])
            await answer.fail()
        finally:
            _write_line(scope, answer, time.perf_counter() - started)
            reset_contextvars(**outside)


class _Answer:
    """What has been sent so far."""

    def __init__(self, request_id: str, send: Send) -> None:
        self.request_id = request_id
        self.status = 0
        self.sent = 0
        self._send = send

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": [*message["headers"], (_ID_HEADER, self.request_id.encode())]}
        elif message["type"] == "http.response.body":
            self.sent += len(message.get("body", b""))
        await self._send(message)

    async def fail(self) -> None:
        """After the status has gone out, only an answer that ends too early can tell the client."""
        if self.status:
            return
        text = f"Something went wrong on our side. If you tell us about it, mention the request {self.request_id}.\n"
        body = text.encode()
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
        ]
        await self.send({"type": "http.response.start", "status": 500, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


def _request_id(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == _ID_HEADER and _SANE_ID.fullmatch(value):
            return value.decode()
    return token_hex(16)


def _write_line(scope: Scope, answer: _Answer, seconds: float) -> None:
    log.info(
        "request",
        method=scope["method"],
        path=scope["path"],
        status=answer.status,
        milliseconds=round(seconds * 1000, 1),
        bytes=answer.sent,
    )
