"""How errors look to a GraphQL client: our own family by name, anything unknown masked behind a request id."""

from typing import Any
from uuid import uuid4

import structlog.contextvars

from cms.kernel.errors import Busy, CmsError, Invalid, Problem, TooManyRequests
from storage.errors import Unavailable

RETRY_SECONDS = 2
"""After which an engine that was away is mostly back."""
ENGINES = {"mongodb": "The database (MongoDB)", "s3": "The file store (S3)"}


def known_error(error: BaseException | None) -> dict[str, Any] | None:
    """`{"message", "extensions": {"code", ...}}` for the errors that the CMS raises on purpose, else None."""
    if isinstance(error, Unavailable):
        engine = ENGINES.get(error.engine, "A part of the server")
        message = f"{engine} does not answer. Try again in a few seconds."
        return graphql_error("UNAVAILABLE", message, retryAfter=RETRY_SECONDS)
    if isinstance(error, CmsError):
        return graphql_error(error.code, str(error) or error.code, **details(error))
    return None


def details(error: CmsError) -> dict[str, Any]:
    """What a program needs beside the code, by the names of the GraphQL schema."""
    if isinstance(error, Invalid):
        return {"problems": [problem_fields(problem) for problem in error.problems]}
    if isinstance(error, TooManyRequests | Busy):
        return {"retryAfter": error.retry_after}
    return {}


def problem_fields(problem: Problem) -> dict[str, Any]:
    return {
        "field": problem.field,
        "code": problem.code,
        "message": problem.message,
        "locale": problem.locale,
    }


def masked_error(request_id: str) -> dict[str, Any]:
    """For faults of ours: the client sees an id by which the log entry is found, and nothing else."""
    message = f"Something went wrong on our side. If it happens again, report the request id {request_id}."
    return graphql_error("INTERNAL", message, requestId=request_id)


def current_request_id() -> str:
    """The id that the web layer bound for its logs, or a new one."""
    return structlog.contextvars.get_contextvars().get("request_id") or uuid4().hex


def graphql_error(code: str, message: str, **extensions: Any) -> dict[str, Any]:
    return {"message": message, "extensions": {"code": code, **extensions}}
