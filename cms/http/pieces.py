"""Hands the server large answers in pieces, and the next one only when the client has taken what came before."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PIECE_BYTES = 64 * 1024


class InPieces:
    """The ASGI layer next to the server: what is given to a connection at once lies in its buffer at once."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_in_pieces(message: Message) -> None:
            if len(message.get("body", b"")) > PIECE_BYTES:
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
