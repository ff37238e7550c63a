"""HTTP answers to GraphQL requests: status, headers and body, for what was executed and for what was not."""

from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.types import Send

from cms.http.cors import Headers
from cms.http.media_types import JSON, ResponseType
from cms.http.refusal import Refusal
from cms.kernel.errors import CmsError, NotPermitted, TooManyRequests
from cms.kernel.graphql_errors import RETRY_SECONDS, graphql_error, known_error
from cms.kernel.graphql_request import GraphQLAnswer, Outcome
from storage.errors import Unavailable

NO_SNIFF = (b"x-content-type-options", b"nosniff")
NO_STORE = (b"cache-control", b"no-store")
PRIVATE = (b"cache-control", b"private, no-store")


@dataclass(slots=True)
class Reply:
    status: int
    body: bytes
    headers: Headers = field(default_factory=list)

    async def send(self, send: Send) -> None:
        self.headers.append((b"content-length", str(len(self.body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


def reply_to(answer: GraphQLAnswer, kind: ResponseType) -> Reply:
    headers = [(b"content-type", kind.content_type), NO_SNIFF]
    if answer.outcome is not Outcome.EXECUTED or answer.is_mutation:
        headers.append(NO_STORE)
    if answer.outcome is Outcome.MUTATION_NOT_ALLOWED:
        headers.append((b"allow", b"POST"))
    if answer.outcome is Outcome.UNAVAILABLE:
        headers.append(retry_after(RETRY_SECONDS))
    return Reply(kind.statuses[answer.outcome], orjson.dumps(answer.body), headers)


def refusal_reply(error: Refusal | CmsError | Unavailable, kind: ResponseType | None) -> Reply:
    """For a request that was not executed: it is malformed, or its context could not be made."""
    if isinstance(error, Refusal):
        return error_reply(error.status, graphql_error(error.code, error.message), kind, *error.headers)
    described = known_error(error) or graphql_error("ERROR", str(error))
    seconds = described["extensions"].get("retryAfter")
    return error_reply(status_of(error), described, kind, *([retry_after(seconds)] if seconds else []))


def error_reply(status: int, error: dict[str, Any], kind: ResponseType | None, *headers: tuple[bytes, bytes]) -> Reply:
    body = orjson.dumps({"errors": [error]})
    return Reply(status, body, [(b"content-type", (kind or JSON).content_type), NO_SNIFF, NO_STORE, *headers])


def status_of(error: CmsError | Unavailable) -> int:
    """Who is asking was not clear, or nobody can be answered now."""
    if isinstance(error, Unavailable):
        return 503
    if isinstance(error, TooManyRequests):
        return 429
    return 403 if isinstance(error, NotPermitted) else 400


def retry_after(seconds: float) -> tuple[bytes, bytes]:
    return b"retry-after", str(max(1, round(seconds))).encode()
