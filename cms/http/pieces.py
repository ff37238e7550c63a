"""Hands the server large answers in pieces, and the next one only when the client has taken what came before."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from cms.http.ready_answer import EXTENSIONS, READY, send_ready

PIECE_BYTES = 64 * 1024


class InPieces:
    """The ASGI layer next to the server: what is given to a connection at once lies in its buffer at once.
    Small answers that are ready as a whole may be given so (`cms.http.ready_answer`)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        cycle = getattr(send, "__self__", None)
        if isinstance(cycle, RequestResponseCycle):
            scope["extensions"] = EXTENSIONS

        async def send_in_pieces(message: Message) -> None:
            if message["type"] == READY:
                assert isinstance(cycle, RequestResponseCycle)
                await send_ready(cycle, message["head"], message["body"])
            elif len(message.get("body", b"")) > PIECE_BYTES:
                await _send_body(message, send)
            else:
                await send(message)

        await self._app(scope, receive, send_in_pieces)


async def _send_body(message: Message, send: Send) -> None:
    body, more = memoryview(message["body"]), message.get("more_body", False)
    for start in range(0, len(body), PIECE_BYTES):
        is_last = start + PIECE_BYTES >= len(body)
        piece = body[start : start + PIECE_BYTES]
        await send({"type": "http.response.body", "body": piece, "more_body": more or not is_last})
