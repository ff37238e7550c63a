"""Reads a request's body into memory, never more than a limit and never for longer than a deadline."""

import asyncio

from starlette.types import Message, Receive

from cms.http.body_memory import memory_for
from cms.http.refusal import Refusal


class ClientGone(Exception):
    """The client closed the connection: nobody reads an answer."""


async def read_body(
    receive: Receive, limit: int, declared: bytes = b"", seconds: float = 30.0, network: str = ""
) -> bytes:
    """`declared` is the Content-Length header, empty without one; `network` whose memory it counts to. Raises `Refusal`
    (413, 408, 503) or `ClientGone`.

    A streamed body is cut as soon as it passes the limit, whatever length it declared.
    """
    announced = int(declared[:20]) if declared.isdigit() else limit
    if announced > limit:
        raise too_large(limit)
    async with memory_for(network, announced):
        return await _read_in_time(receive, limit, seconds)


async def _read_in_time(receive: Receive, limit: int, seconds: float) -> bytes:
    try:
        async with asyncio.timeout(seconds):
            return await read_whole(receive, limit)
    except TimeoutError:
        text = f"The body did not arrive within {seconds:g} seconds. Send the request again."
        raise Refusal(408, "REQUEST_TIMEOUT", text, (b"connection", b"close")) from None


async def read_whole(receive: Receive, limit: int) -> bytes:
    message = await next_part(receive)
    if not message.get("more_body", False) and len(message.get("body", b"")) <= limit:
        return message.get("body", b"")
    body = bytearray(message.get("body", b""))
    while message.get("more_body", False) and len(body) <= limit:
        message = await next_part(receive)
        body += message.get("body", b"")
    if len(body) > limit:
        raise too_large(limit)
    return bytes(body)


async def next_part(receive: Receive) -> Message:
    message = await receive()
    if message["type"] == "http.disconnect":
        raise ClientGone
    return message


def too_large(limit: int) -> Refusal:
    text = (
        f"The body is larger than {limit} bytes. Send a shorter query or fewer variables; files go by upload tickets."
    )
    return Refusal(413, "BODY_TOO_LARGE", text, (b"connection", b"close"))
