"""How a mutation of applicants answers: with what is now, or with why nothing was changed."""

from collections.abc import Awaitable, Callable
from typing import Any, Optional, TypeVar

import strawberry

from cms.content.fields.field import Clash
from cms.kernel.errors import CmsError, Conflict, Invalid, TooManyRequests
from cms.kernel.errors import Problem as FoundProblem
from schema.delivery.scalars import Json
from schema.execution.error_format import shortened

T = TypeVar("T")
R = TypeVar("R", bound="MutationResult")
MAX_SHOWN = 200


@strawberry.type(description="One thing that is wrong, in the applicant's language.")
class ApplicationProblem:
    field: str = strawberry.field(
        description="Key of a question, or a path into its answer such as partners.0.name; empty for all of it."
    )
    code: str = strawberry.field(description="Such as `REQUIRED`; for programs.")
    message: str = strawberry.field(description="What is wrong and what to do, to be shown.")


@strawberry.type(description="Why nothing was changed.")
class ApplicationRefusal:
    code: str = strawberry.field(
        description="INVALID, CONFLICT, NOT_FOUND, SIGN_IN_FAILED, TRANSITION_NOT_ALLOWED or TOO_MANY_REQUESTS."
    )
    message: str = strawberry.field(description="Why, and what to do next, to be shown.")
    retry_after: Optional[int] = strawberry.field(default=None, description="With TOO_MANY_REQUESTS: in seconds.")


@strawberry.type(description="An answer that another window changed meanwhile.")
class AnswerClash:
    question: str = strawberry.field(description="Its key.")
    theirs: Optional[Json] = strawberry.field(description="What is stored.")
    yours: Optional[Json] = strawberry.field(description="What was sent, and not stored.")


@strawberry.interface(
    description="What every mutation answers: what was done, or `refusal` and then nothing was changed."
)
class MutationResult:
    """A subclass adds what was done, null where it was refused."""

    refusal: Optional[ApplicationRefusal] = strawberry.field(
        default=None, description="Why nothing was changed; null where something was."
    )
    problems: list[ApplicationProblem] = strawberry.field(
        default_factory=list, description=f"Everything that is wrong, at most {MAX_SHOWN}."
    )


@strawberry.interface(description="What a mutation answers whose change another window may have overtaken.")
class MergeResult(MutationResult):
    clashes: list[AnswerClash] = strawberry.field(default_factory=list, description="With CONFLICT.")
    revision: Optional[int] = strawberry.field(default=None, description="With CONFLICT: the present one.")


async def outcome(result: type[R], work: Awaitable[T], shown: Callable[[T], dict[str, Any]]) -> R:
    """A `result` with the fields that `shown` makes of what was done, or with the refusal."""
    try:
        return result(**shown(await work))
    except CmsError as error:
        return refused(result, error)


def refused(result: type[R], error: CmsError) -> R:
    wait = round(error.retry_after) if isinstance(error, TooManyRequests) else None
    told = result(refusal=ApplicationRefusal(code=error.code, message=shortened(str(error)), retry_after=wait))
    if isinstance(error, Invalid):
        told.problems = problems_of(error.problems)
    if isinstance(error, Conflict) and isinstance(told, MergeResult):
        told.clashes = [_clash(one) for one in error.clashes]
        told.revision = error.version
    return told


def problems_of(found: Any) -> list[ApplicationProblem]:
    return [_problem(one) for one in list(found)[:MAX_SHOWN]]


def _problem(found: FoundProblem) -> ApplicationProblem:
    return ApplicationProblem(field=found.field, code=found.code, message=shortened(found.message))


def _clash(found: Clash) -> AnswerClash:
    return AnswerClash(question=found.at, theirs=found.theirs, yours=found.yours)
