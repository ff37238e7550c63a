"""What a client sees of the errors that were raised while fields were resolved."""

from collections.abc import Iterator, Sequence
from typing import Any

import structlog
from graphql import FieldNode, GraphQLError
from strawberry.exceptions import StrawberryInputCoercionError

from cms.kernel.graphql_errors import current_request_id, graphql_error, known_error, masked_error
from schema.execution.error_format import formatted, shortened

log = structlog.get_logger(__name__)


def field_errors(errors: Sequence[GraphQLError], limit: int) -> list[dict[str, Any]]:
    """At most `limit` errors, and one more that says how many were left out. Faults of ours are logged and masked."""
    shown = list(described(errors[:limit]))
    if len(errors) > limit:
        shown.append(graphql_error("TOO_MANY_ERRORS", f"{len(errors) - limit} more errors are not shown."))
    return shown


def described(errors: Sequence[GraphQLError]) -> Iterator[dict[str, Any]]:
    masks: dict[type, dict[str, Any]] = {}
    request_id = current_request_id()
    for error in errors:
        cause = root_cause(error)
        known = known_error(cause)
        if known is None and is_public(cause):
            yield formatted(error, "BAD_USER_INPUT")
            continue
        if known is None and type(cause) not in masks:
            log.error("graphql.field_failed", request_id=request_id, path=error.path, exc_info=cause)
            masks[type(cause)] = masked_error(request_id)
        yield located(error, known or masks[type(cause)])


def root_cause(error: BaseException) -> BaseException:
    while isinstance(error, GraphQLError) and error.original_error:
        error = error.original_error
    return error


def is_public(cause: BaseException) -> bool:
    """Whether the message was written for the client: by a resolver that gave a code, or about an argument's value.

    graphql-core and Strawberry report arguments at the value; what is reported at the field itself (a result that
    cannot be serialized, an abstract type without an answer) is a fault of the server and may quote its data.
    """
    if not isinstance(cause, GraphQLError):
        return False
    if isinstance(cause, StrawberryInputCoercionError) or "code" in (cause.extensions or {}):
        return True
    return bool(cause.nodes) and not any(isinstance(node, FieldNode) for node in cause.nodes)


def located(error: GraphQLError, answer: dict[str, Any]) -> dict[str, Any]:
    locations = [location.formatted for location in error.locations or ()]
    return {
        "message": shortened(answer["message"]),
        "locations": locations[:10],
        "path": error.path,
        "extensions": answer["extensions"],
    }
