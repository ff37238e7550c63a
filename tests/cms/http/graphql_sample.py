"""The endpoint with the sample schema, and how tests talk to it: bare ASGI, so that nothing is smoothed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.types import ASGIApp, Message, Scope

from cms.http.explorer import Example
from cms.http.graphql import GraphQLEndpoint
from schema.execution.execute import Executor
from tests.schema.sample_schema import schema

GRAPHQL_TYPE = "application/graphql-response+json"
SDL = schema.as_str()
EXAMPLES = [Example("Editions of a site", "query Q($site: String!) { site(key: $site) { key } }", {"site": "nca"})]


async def no_context(scope: Scope) -> None:
    return None


def sample_endpoint(**options: Any) -> GraphQLEndpoint:
    options = {"execute": Executor(schema).execute, "make_context": no_context, "sdl": SDL} | options
    return GraphQLEndpoint(**options, examples=EXAMPLES)


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return orjson.loads(self.body)

    @property
    def code(self) -> str:
        """Of the first error; every error has one."""
        return self.json["errors"][0]["extensions"]["code"]


async def call(
    app: ASGIApp,
    method: str = "POST",
    path: str = "/graphql",
    *,
    query: bytes = b"",
    headers: dict[str, str] | None = None,
    parts: Sequence[bytes] = (b"",),
) -> Answer | None:
    """None if the app answered nothing, as it does when the client is gone."""
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": query,
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in (headers or {}).items()],
    }
    client = Client(parts)
    await app(scope, client.receive, client.send)
    return client.answer()


async def post(app: ASGIApp, body: Any, **headers: str) -> Answer:
    """`headers` with underscores for dashes; a body that is not bytes is sent as JSON."""
    sent = {"content-type": "application/json"} | {name.replace("_", "-"): value for name, value in headers.items()}
    answer = await call(app, headers=sent, parts=[body if isinstance(body, bytes) else orjson.dumps(body)])
    assert answer
    return answer


async def get(
    app: ASGIApp, path: str = "/graphql", *, parameters: Any = (), method: str = "GET", **headers: str
) -> Answer:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    query = parameters if isinstance(parameters, bytes) else urlencode(parameters).encode()
    answer = await call(app, method, path, query=query, headers=sent)
    assert answer
    return answer


class Client:
    """Sends its parts, then stays connected; keeps what it is sent."""

    def __init__(self, parts: Sequence[bytes]) -> None:
        self.unsent = list(parts)
        self.messages: list[Message] = []
        self.asked = 0

    async def receive(self) -> Message:
        self.asked += 1
        assert self.unsent, "the app asks for more than the body"
        part = self.unsent.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(self.unsent)}

    async def send(self, message: Message) -> None:
        self.messages.append(dict(message))

    def answer(self) -> Answer | None:
        if not self.messages:
            return None
        start, *rest = self.messages
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in start["headers"]}
        assert len(headers) == len(start["headers"]), "a header was sent twice"
        return Answer(start["status"], headers, b"".join(message.get("body", b"") for message in rest))
