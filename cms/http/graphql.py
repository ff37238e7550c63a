"""GraphQL over HTTP as a plain ASGI app: one address for POST and GET, the schema as text, an explorer for browsers.

Follows the specification's September 2026 edition; where its status codes differ from those that the official server
audits ask for, the audits win (see `cms.http.media_types`). Batches, subscriptions and uploads are not served.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send

from cms.http.asset import Asset
from cms.http.cache.cache_control import BROWSERS
from cms.http.cache.fast_lane import RAW_KEY
from cms.http.cache.keys import canonical_key
from cms.http.cache.response_cache import ResponseCache
from cms.http.cache.stored_answer import StoredAnswer, send_now
from cms.http.client_address import network_of
from cms.http.cors import Cors, Headers
from cms.http.disconnect import CancelledWithClient
from cms.http.explorer import Example, ExplorerPage, examples_asset
from cms.http.graphql_parameters import from_body, from_url, has_query
from cms.http.graphql_reply import NO_STORE, PRIVATE, Reply, error_reply, kept_for_others, refusal_reply, reply_to
from cms.http.header_fields import Fields, header_fields
from cms.http.media_types import ResponseType, is_json, prefers_html, response_type
from cms.http.refusal import Refusal
from cms.http.request_body import ClientGone, read_body
from cms.kernel.errors import CmsError
from cms.kernel.graphql_errors import current_request_id, masked_error
from cms.kernel.graphql_request import Execute, GraphQLRequest
from storage.errors import Unavailable
from storage.freshness import Freshness

log = structlog.get_logger(__name__)

MakeContext = Callable[[Scope], Awaitable[Any]]
"""Called once for each request, before execution, with the ASGI scope; its result is `info.context`."""

Answer = Reply | StoredAnswer
"""The second kind is everybody's."""

Keeping = Callable[[Freshness], Awaitable[tuple[bytes, Freshness]]]
"""Gives `Cache-Control` of an answer, and until when our own copy has it."""

METHODS = b"GET, HEAD, POST, OPTIONS"


class GraphQLEndpoint:
    """Answers `path`, for browsers with the explorer, and what is below it: `/schema.graphql`, `/examples`.

    sdl: the schema as text. personal: headers, in lower case, by which one client may get what others may not; nobody
    keeps an answer to a request with one of them, or with `Authorization`.
    cache: where answers are kept for others, and found. keeping: how long caches before us may keep them, by default
    only to ask for them anew. max_body_bytes, max_url_bytes: larger requests get 413 and 414.
    """

    def __init__(
        self,
        execute: Execute,
        make_context: MakeContext,
        *,
        sdl: str,
        path: str = "/graphql",
        title: str = "GraphQL",
        examples: Sequence[Example] = (),
        cors: Cors | None = None,
        personal: Sequence[str] = (),
        cache: ResponseCache | None = None,
        keeping: Keeping | None = None,
        max_body_bytes: int = 256 * 1024,
        max_url_bytes: int = 16 * 1024,
    ) -> None:
        self._execute = execute
        self._make_context = make_context
        self._path = path
        self._cache = cache
        self._keeping = keeping or as_browsers_may
        self._cors = cors or Cors()
        self._max_body_bytes = max_body_bytes
        self._max_url_bytes = max_url_bytes
        self._explorer = ExplorerPage(title)
        self._personal = frozenset((b"authorization", *(name.encode() for name in personal)))
        self._vary = varies_by(self._cors, personal)
        self._assets = {
            "/examples": examples_asset(examples),
            "/schema.graphql": Asset(sdl.encode(), b"text/plain; charset=utf-8"),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, headless(send) if scope["method"] == "HEAD" else send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1000, "reason": "Subscriptions are not served."})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        fields = header_fields(scope["headers"])
        origin = fields.get(b"origin", b"")
        below = scope["path"].removeprefix(scope.get("root_path", "")).removeprefix(self._path)
        if scope["method"] == "OPTIONS":
            await Reply(204, b"", [(b"allow", METHODS), *self._cors.preflight(origin)]).send(send)
        elif asset := self._asset(scope, fields, below):
            await asset.send(fields, send, [(b"vary", self._vary), *self._cors.headers(origin)])
        else:
            reply = await self._reply(scope, receive, fields, below)
            if isinstance(reply, StoredAnswer):
                await send_now(reply, fields, scope["method"], send)
            elif reply:
                await self._send(reply, fields, send)

    async def _send(self, reply: Reply, fields: Fields, send: Send) -> None:
        if self._is_personal(fields):
            reply.headers = [PRIVATE, *(header for header in reply.headers if header != NO_STORE)]
        reply.headers += self._headers(fields)
        await reply.send(send)

    def _is_personal(self, fields: Fields) -> bool:
        return any(name in fields for name in self._personal)

    def _headers(self, fields: Fields) -> Headers:
        return [(b"vary", self._vary), *self._cors.headers(fields.get(b"origin", b""))]

    def _asset(self, scope: Scope, fields: Fields, below: str) -> Asset | None:
        if scope["method"] not in ("GET", "HEAD"):
            return None
        if below:
            return self._assets.get(below)
        return self._explorer.asset() if wants_page(scope, fields) else None

    async def _reply(self, scope: Scope, receive: Receive, fields: Fields, below: str) -> Answer | None:
        """None if nobody is there to read it."""
        kind = response_type(fields.get(b"accept", b""))
        try:
            request = await self._request(scope, receive, fields, below)
            if kind is None:
                raise not_acceptable()
            return await self._answer(scope, receive, fields, request, kind)
        except ClientGone:
            log.info("graphql.client_gone")
            return None
        except (Refusal, CmsError, Unavailable) as error:
            return refusal_reply(error, kind)
        except Exception:
            request_id = current_request_id()
            log.exception("graphql.failed", request_id=request_id)
            return error_reply(500, masked_error(request_id), kind)

    async def _answer(
        self, scope: Scope, receive: Receive, fields: Fields, request: GraphQLRequest, kind: ResponseType
    ) -> Answer:
        """Made now, or kept."""

        async def make() -> Answer:
            context = await self._make_context(scope)
            with CancelledWithClient(receive):
                answer = await self._execute(request, context)
            return await self._ready(reply_to(answer, kind, request), fields)

        key = None if self._cache is None or self._is_personal(fields) else canonical_key(request, kind.content_type)
        if self._cache is None or key is None:
            return await make()
        return await self._cache.answer(key, scope.get(RAW_KEY), make)

    async def _ready(self, reply: Reply, fields: Fields) -> Answer:
        """Where others may have it too, with the coding that this client likes most."""
        if reply.freshness is None or self._is_personal(fields):
            return reply
        cache_control, freshness = await self._keeping(reply.freshness)
        stored = kept_for_others(reply, freshness, self._headers(fields), cache_control)
        if coding := stored.lacking(fields):
            await stored.make(coding)
        return stored

    async def _request(self, scope: Scope, receive: Receive, fields: Fields, below: str) -> GraphQLRequest:
        if below:
            raise Refusal(404, "NOT_FOUND", f"There is nothing at this address. GraphQL is at {self._path}.")
        if scope["method"] == "POST":
            return from_body(await self._body(receive, fields, network_of(HTTPConnection(scope))))
        if scope["method"] in ("GET", "HEAD"):
            return from_url(scope["query_string"], self._max_url_bytes)
        raise Refusal(405, "METHOD_NOT_ALLOWED", "Use POST, or GET for queries.", (b"allow", METHODS))

    async def _body(self, receive: Receive, fields: Fields, network: str) -> bytes:
        if not is_json(fields.get(b"content-type", b"")):
            raise not_json()
        if fields.get(b"content-encoding", b"identity") != b"identity":
            raise compressed()
        declared = fields.get(b"content-length", b"")
        return await read_body(receive, self._max_body_bytes, declared, network=network)


async def as_browsers_may(freshness: Freshness) -> tuple[bytes, Freshness]:
    return BROWSERS, freshness


def not_json() -> Refusal:
    return Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send JSON in UTF-8, with the header Content-Type: application/json.")


def compressed() -> Refusal:
    return Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body uncompressed, without Content-Encoding.")


def not_acceptable() -> Refusal:
    return Refusal(406, "NOT_ACCEPTABLE", "Accept application/graphql-response+json or application/json.")


def wants_page(scope: Scope, fields: Fields) -> bool:
    """The explorer shares its address with GET requests that bring a query."""
    return not has_query(scope["query_string"]) and prefers_html(fields.get(b"accept", b""))


def varies_by(cors: Cors, personal: Sequence[str]) -> bytes:
    """All headers of a request by which its answer may be another one (RFC 9110, 12.5.5)."""
    names = ("Accept-Encoding", "Authorization", *(name.title() for name in personal))
    return b", ".join((cors.vary, *(name.encode() for name in names)))


def headless(send: Send) -> Send:
    """HEAD is GET without the body."""

    async def send_head(message: Any) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return send_head
