"""The five parameters of a GraphQL request, from a JSON body or from the query of a URL."""

from typing import Any

import orjson

from cms.http.form_encoding import NotUtf8, TooManyFields, decode_form
from cms.http.refusal import Refusal
from cms.kernel.graphql_request import GraphQLRequest

MAX_URL_FIELDS = 32
MAX_JSON_VALUES = 200_000
"""In a body: making an object of each holds the process up for as long as 50 ms. An item of 1 MB has 70,000."""
UNSUPPORTED_VERSION = "Unsupported persisted query version: use version 1, or send the text without `persistedQuery`."
NAMES = ("query", "documentId", "operationName", "variables", "extensions")
SHA_256 = "sha256:"


def from_body(body: bytes) -> GraphQLRequest:
    """Raises `Refusal` (400, 413) for anything but one JSON object with a query."""
    if body.count(b",") + body.count(b"[") + body.count(b"{") > MAX_JSON_VALUES:
        raise Refusal(413, "TOO_MANY_VALUES", f"The body holds more than {MAX_JSON_VALUES} JSON values. Send fewer.")
    parameters = json_value(body, "The body")
    if not isinstance(parameters, dict):
        raise not_an_object(parameters)
    return request(parameters, read_only=False)


def from_url(query_string: bytes, limit: int) -> GraphQLRequest:
    """`variables` and `extensions` are JSON; an empty value is no value. Raises `Refusal` (400, 414)."""
    if len(query_string) > limit:
        raise Refusal(414, "URL_TOO_LONG", f"The URL's query is longer than {limit} bytes. Send the request by POST.")
    parameters: dict[str, Any] = {name: value for name, value in url_fields(query_string).items() if value}
    for name in ("variables", "extensions"):
        if name in parameters:
            parameters[name] = json_value(parameters[name], f"'{name}'")
    return request(parameters, read_only=True)


def has_query(query_string: bytes) -> bool:
    """Whether a document is asked for, by its text or by its hash."""
    return any(field.startswith((b"query=", b"extensions=", b"documentId=")) for field in query_string.split(b"&"))


def url_fields(query_string: bytes) -> dict[str, str]:
    """Our five names only: others belong to counters and caches. None of ours may come twice."""
    fields: dict[str, str] = {}
    for name, value in _pairs(query_string):
        if name in fields:
            raise bad_request(f"'{name}' is given twice in the URL. Give it once.")
        if name in NAMES:
            fields[name] = value
    return fields


def _pairs(query_string: bytes) -> list[tuple[str, str]]:
    try:
        return decode_form(query_string, MAX_URL_FIELDS)
    except NotUtf8:
        raise bad_request("The URL is not encoded in UTF-8. Encode it with encodeURIComponent.") from None
    except TooManyFields:
        raise bad_request(f"The URL has more than {MAX_URL_FIELDS} parameters.") from None


def request(parameters: dict[str, Any], *, read_only: bool) -> GraphQLRequest:
    variables, extensions = optional_object(parameters, "variables"), optional_object(parameters, "extensions")
    document_hash = document_id_hash(parameters.get("documentId")) or persisted_query_hash(extensions or {})
    query = parameters.get("query")
    if query is None and document_hash:
        query = ""
    if type(query) is not str:
        raise wrong_query(query)
    operation_name = parameters.get("operationName")
    if operation_name is not None and type(operation_name) is not str:
        raise bad_request(
            "'operationName' is not a string. Give the name of an operation of the document, or leave it out."
        )
    return GraphQLRequest(query, operation_name or None, variables, extensions, read_only, document_hash)


def document_id_hash(document_id: Any) -> str | None:
    """Of the document, as the specification's appendix on persisted documents names it. Raises `Refusal`."""
    if document_id is None:
        return None
    if type(document_id) is str and document_id.startswith(SHA_256) and (named := document_id.removeprefix(SHA_256)):
        return named
    raise bad_request("'documentId' is not known here. Give \"sha256:\" and the SHA-256 of the document's text.")


def persisted_query_hash(extensions: dict[str, Any]) -> str | None:
    """Of the document, as Apollo and urql name it. Raises `Refusal` where the protocol is another one."""
    named = extensions.get("persistedQuery")
    if named is None:
        return None
    if not isinstance(named, dict) or named.get("version") != 1:
        raise Refusal(400, "PERSISTED_QUERY_NOT_SUPPORTED", UNSUPPORTED_VERSION)
    if type(document_hash := named.get("sha256Hash")) is str and document_hash:
        return document_hash
    raise bad_request("'persistedQuery' has no 'sha256Hash'. Give the SHA-256 of the document's text in hexadecimal.")


def optional_object(parameters: dict[str, Any], name: str) -> dict[str, Any] | None:
    value = parameters.get(name)
    if value is None or type(value) is dict:
        return value
    raise bad_request(f'\'{name}\' is not a JSON object. Give an object like {{"name": "value"}}, or leave it out.')


def json_value(text: bytes | str, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refusal(
            400, "MALFORMED_JSON", f"{what} is not valid JSON: {error.msg} at {error.lineno}:{error.colno}."
        ) from None


def not_an_object(value: Any) -> Refusal:
    if isinstance(value, list):
        return Refusal(400, "BATCHING_NOT_SUPPORTED", "One request holds one operation. Send the others by themselves.")
    return bad_request('The body is not a JSON object. Send {"query": "...", "variables": {...}}.')


def wrong_query(query: Any) -> Refusal:
    problem = "There is no 'query'" if query is None else "'query' is not a string"
    return bad_request(f"{problem}. Give the text of a GraphQL document.")


def bad_request(message: str) -> Refusal:
    return Refusal(400, "BAD_REQUEST", message)
