"""HTTP answers to GraphQL requests: status, headers and body, for what was executed and for what was not."""

from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.types import Send

from cms.http.cache.cache_tags import cache_tag_header, cache_tags
from cms.http.cache.stored_answer import StoredAnswer, store
from cms.http.cors import Headers
from cms.http.media_types import JSON, ResponseType
from cms.http.refusal import Refusal
from cms.kernel.errors import Busy, CmsError, NotPermitted, TooManyRequests
from cms.kernel.graphql_errors import RETRY_SECONDS, graphql_error, known_error
from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from storage.errors import Unavailable
from storage.freshness import Freshness

NO_SNIFF = (b"x-content-type-options", b"nosniff")
NO_STORE = (b"cache-control", b"no-store")
PRIVATE = (b"cache-control", b"private, no-store")


CACHE_TAGS = "cacheTags"
"""An extension of requests: true asks for the tags of `Cache-Tag` in `extensions` of the answer, for who does not see
headers. It is in the address or body of the request, so that no cache takes one answer for the other."""


@dataclass(slots=True)
class Reply:
    """freshness: of an answer that may be kept for others."""

    status: int
    body: bytes
    headers: Headers = field(default_factory=list)
    freshness: Freshness | None = None

    async def send(self, send: Send) -> None:
        self.headers.append((b"content-length", str(len(self.body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


def reply_to(answer: GraphQLAnswer, kind: ResponseType, request: GraphQLRequest) -> Reply:
    headers = [(b"content-type", kind.content_type), NO_SNIFF]
    freshness = answer.freshness if answer.outcome is Outcome.EXECUTED and not answer.is_mutation else None
    if freshness is None:
        headers.append(NO_STORE)
    if answer.outcome is Outcome.MUTATION_NOT_ALLOWED:
        headers.append((b"allow", b"POST"))
    if answer.outcome is Outcome.UNAVAILABLE:
        headers.append(retry_after(RETRY_SECONDS))
    tells_tags = freshness and (request.extensions or {}).get(CACHE_TAGS) is True
    extensions = {CACHE_TAGS: cache_tags(freshness.tags)} if freshness and tells_tags else None
    return Reply(kind.statuses[answer.outcome], answer.json(extensions), headers, freshness)


def kept_for_others(reply: Reply, freshness: Freshness, headers: Headers, cache_control: bytes) -> StoredAnswer:
    """An executed answer as everybody may have it. `headers`: what else belongs to each."""
    told = [
        (b"cache-control", cache_control),
        (b"cache-tag", cache_tag_header(freshness.tags)),
    ]
    return store([*reply.headers, *told, *headers], reply.body, freshness)


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
    if isinstance(error, Unavailable | Busy):
        return 503
    if isinstance(error, TooManyRequests):
        return 429
    return 403 if isinstance(error, NotPermitted) else 400


def retry_after(seconds: float) -> tuple[bytes, bytes]:
    return b"retry-after", str(max(1, round(seconds))).encode()
