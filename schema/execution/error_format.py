"""GraphQL errors as they go into an answer: message, locations, path, and always a code."""

from typing import Any

from graphql import GraphQLError

from schema.execution.graphql_words import speak_graphql, with_null

MAX_MESSAGE = 1_000
"""Characters; graphql-core quotes names and values of the request in its messages."""
MAX_LOCATIONS = 10

speak_graphql()


def formatted(error: GraphQLError, code: str) -> dict[str, Any]:
    """`code` is used where the error does not bring its own."""
    answer: dict[str, Any] = {"message": shortened(with_null(error.message))}
    if error.locations:
        answer["locations"] = [location.formatted for location in error.locations[:MAX_LOCATIONS]]
    if error.path is not None:
        answer["path"] = error.path
    answer["extensions"] = {"code": code, **(error.extensions or {})}
    return answer


def shortened(message: str) -> str:
    return message if len(message) <= MAX_MESSAGE else message[: MAX_MESSAGE - 1] + "…"
