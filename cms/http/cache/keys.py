"""By what an answer of the delivery API is found again.

The raw key is made of the bytes of a request, without understanding them; the canonical key of what it asks for.
Headers that can change an answer are in neither: a request that has one of them (`PERSONAL` in `cms.app`, a coding of
its body) goes past the cache. `Host` is in neither, as no answer of the delivery API depends on it.
"""

from hashlib import blake2b, sha256

import orjson

from cms.http.header_fields import Fields
from cms.kernel.graphql_request import GraphQLRequest

RawKey = tuple[bytes, bytes, bytes]
CanonicalKey = bytes

LONGEST_QUERY, LONGEST_HEADER = 1_000, 200
"""In bytes; of longer ones the digest is kept, so that nobody fills the memory with keys."""


def raw_key_of_url(query_string: bytes, fields: Fields) -> RawKey:
    """Of GET and HEAD."""
    return b"GET", _short(query_string, LONGEST_QUERY), _header(fields, b"accept")


def raw_key_of_body(body: bytes, fields: Fields) -> RawKey:
    """Of POST. The content type decides how a body is understood, and whether it is at all."""
    return b"POST " + _header(fields, b"content-type"), _digest(body), _header(fields, b"accept")


def canonical_key(request: GraphQLRequest, content_type: bytes) -> CanonicalKey | None:
    """The same for all requests that ask for the same in the same media type: by text or by its hash, with variables in
    any order. None where hash and text do not belong together."""
    document_hash = request.document_hash
    if request.query:
        document_hash = sha256(request.query.encode()).hexdigest()
        if request.document_hash not in (None, document_hash):
            return None
    others = {name: value for name, value in (request.extensions or {}).items() if name != "persistedQuery"}
    asked = [document_hash, request.operation_name, request.variables or {}, others, content_type.decode()]
    return _digest(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS))


def _header(fields: Fields, name: bytes) -> bytes:
    return _short(fields.get(name, b""), LONGEST_HEADER)


def _short(value: bytes, longest: int) -> bytes:
    return value if len(value) <= longest else _digest(value)


def _digest(value: bytes) -> bytes:
    return blake2b(value, digest_size=32).digest()
