"""Reads what is posted to /session: a small JSON object of texts, which no form of a foreign page can send."""

from typing import Any

import orjson
from starlette.requests import Request

from cms.http.media_types import is_json
from cms.http.refusal import Refusal
from cms.http.request_body import read_body

MAX_BODY_BYTES = 4096
LONGEST_EMAIL = 254


async def posted_texts(request: Request, *names: str) -> list[str]:
    """The values of these names, all of them texts. Raises Refusal, ClientGone."""
    if not is_json(request.headers.get("content-type", "").encode("latin-1")):
        raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send JSON, with the header Content-Type: application/json.")
    declared = request.headers.get("content-length", "").encode("latin-1")
    body = await read_body(request.receive, MAX_BODY_BYTES, declared)
    try:
        given: Any = orjson.loads(body)
        values = [given[name] for name in names]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise _malformed(names) from None
    if not all(isinstance(value, str) for value in values) or ("email" in names and _is_long(given["email"])):
        raise _malformed(names)
    return values


def _is_long(email: str) -> bool:
    return len(email) > LONGEST_EMAIL


def _malformed(names: tuple[str, ...]) -> Refusal:
    wanted = ", ".join(f'"{name}": "…"' for name in names)
    return Refusal(400, "BAD_REQUEST", f"Send {{{wanted}}}.")
