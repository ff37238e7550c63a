"""What a transport hands to a GraphQL executor and what comes back; the schema package implements `Execute`."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

import orjson

from storage.freshness import Freshness


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """A well-formed request: the types are checked, the text is neither parsed nor validated.

    read_only: the transport may only run queries (HTTP GET), mutations are answered with MUTATION_NOT_ALLOWED.
    document_hash: the SHA-256 of the text, hexadecimal, where the client names it; `query` is empty where it sends
    nothing else.
    """

    query: str
    operation_name: str | None = None
    variables: dict[str, Any] | None = None
    extensions: dict[str, Any] | None = None
    read_only: bool = False
    document_hash: str | None = None


class Outcome(Enum):
    """How a request ended, as far as a transport has to know to choose a status."""

    EXECUTED = "data without errors"
    PARTIAL = "data (perhaps null) and errors"
    REFUSED = "no data, the request is at fault"
    DOCUMENT_UNKNOWN = "no data, the client named a document by its hash and has to send the text"
    MUTATION_NOT_ALLOWED = "no data, a mutation came over a read-only transport"
    UNAVAILABLE = "no data, trying again may help"
    FAILED = "no data, a fault of ours"


@dataclass(frozen=True, slots=True)
class GraphQLAnswer:
    """`response` is the GraphQL response: `{"errors": [...], "data": ...}`, each only where it belongs. Where it
    `has_fragments`, parts of its data are JSON already, as `orjson.Fragment`: read it by `json` or `body`.

    freshness: None for an answer that must not be kept for others.
    """

    response: dict[str, Any]
    outcome: Outcome
    is_mutation: bool = False
    freshness: Freshness | None = None
    has_fragments: bool = False

    def json(self, extensions: dict[str, Any] | None = None) -> bytes:
        return orjson.dumps({**self.response, "extensions": extensions} if extensions else self.response)

    @property
    def body(self) -> dict[str, Any]:
        """The response as plain data."""
        return orjson.loads(self.json()) if self.has_fragments else self.response


class Execute(Protocol):
    """Runs one request; every failure is in the answer, only cancellation is raised."""

    async def __call__(self, request: GraphQLRequest, context: Any) -> GraphQLAnswer: ...
