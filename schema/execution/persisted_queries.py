"""Automatic persisted queries, as Apollo and urql send them: a client names a document by its hash, and sends the text
once to a server that does not know it.

A hash is no more than a shorter way to send a text: whoever names a document runs it with his own rights.
"""

from hashlib import sha256
from typing import Any, Protocol

from cms.kernel.graphql_errors import graphql_error
from cms.kernel.graphql_request import GraphQLRequest
from schema.execution.documents import Refused
from schema.execution.lru import Lru

BYTES_PER_CHAR = 4
BYTES_PER_HASH = 300


class DocumentUnknown(Exception):
    """The client has to send the text, which those that know the protocol do by themselves."""

    errors: list[dict[str, Any]] = [graphql_error("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")]


class DocumentTexts(Protocol):
    """Texts of valid documents by their SHA-256, hexadecimal."""

    async def find(self, document_hash: str) -> str | None: ...

    async def keep(self, document_hash: str, text: str) -> None: ...


class RecentTexts:
    """In the memory of this process. A flood of new texts pushes out those that nobody has asked for by their hash;
    those that somebody has are kept apart.

    max_entries, max_bytes: for either of the two.
    """

    def __init__(self, max_entries: int = 1_000, max_bytes: int = 4 * 1024 * 1024) -> None:
        self._new: Lru[str] = Lru(max_entries, max_bytes)
        self._used: Lru[str] = Lru(max_entries, max_bytes)

    async def find(self, document_hash: str) -> str | None:
        text = self._used.get(document_hash)
        if text is None and (text := self._new.get(document_hash)) is not None:
            self._used.put(document_hash, text, size_of(text))
        return text

    async def keep(self, document_hash: str, text: str) -> None:
        if document_hash not in self._used:
            self._new.put(document_hash, text, size_of(text))


def size_of(text: str) -> int:
    return BYTES_PER_HASH + BYTES_PER_CHAR * len(text)


class PersistedQueries:
    def __init__(self, texts: DocumentTexts) -> None:
        self._texts = texts

    async def text_of(self, request: GraphQLRequest) -> str:
        """Raises `DocumentUnknown`, or `Refused` where hash and text do not belong together."""
        if request.document_hash is None:
            return request.query
        if request.query:
            check_hash(request.query, request.document_hash)
            return request.query
        text = await self._texts.find(request.document_hash)
        if text is None:
            raise DocumentUnknown
        return text

    async def remember(self, request: GraphQLRequest) -> None:
        """Call it once the document has proved to be valid."""
        if request.document_hash and request.query:
            await self._texts.keep(request.document_hash, request.query)


def check_hash(text: str, document_hash: str) -> None:
    """Nobody shall give another text to the hash of somebody's document."""
    if sha256(text.encode()).hexdigest() != document_hash:
        message = (
            "provided sha does not match query: `sha256Hash` is the SHA-256 of the text in lower-case hexadecimal."
        )
        raise Refused([graphql_error("PERSISTED_QUERY_HASH_MISMATCH", message)])
