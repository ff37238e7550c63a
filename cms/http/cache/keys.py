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

LONGEST_QUERY = 1_000
"""In bytes; of a longer one the digest is kept."""


def raw_key_of_url(query_string: bytes, fields: Fields) -> RawKey:
    """Of GET and HEAD."""
    asked = query_string if len(query_string) <= LONGEST_QUERY else _digest(query_string)
    return b"GET", asked, fields.get(b"accept", b"")


def raw_key_of_body(body: bytes, fields: Fields) -> RawKey:
    """Of POST. The content type decides how a body is understood, and whether it is at all."""
    return b"POST " + fields.get(b"content-type", b""), _digest(body), fields.get(b"accept", b"")


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


def _digest(value: bytes) -> bytes:
    return blake2b(value, digest_size=32).digest()
