"""How a mutation answers: with the item, or with why nothing was changed. Only faults of ours are raised."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Optional, TypeVar

import strawberry

from cms.items.queries.items import get_item
from cms.kernel.errors import CmsError, Conflict, Invalid, NotFound, NotPermitted
from cms.kernel.errors import Problem as FoundProblem
from schema.execution.error_format import shortened
from schema.management import problems as told
from schema.management.context import ManagementInfo
from schema.management.items.types.item import Item, item
from schema.management.scalars import Locale
from storage.documents import Item as StoredItem

T = TypeVar("T")
R = TypeVar("R", bound="MutationResult")
MAX_AT_ONCE = 40
MAX_SHOWN = 200


@strawberry.input(description="The last part of an item's address in one language; see `Slug`.")
class SlugInput:
    locale: Locale = strawberry.field(description="Addresses in languages that are not named stay.")
    slug: str = strawberry.field(
        description="Lower-case letters, digits and single hyphens; of a page a path of such parts, empty for "
        "the home page."
    )


@strawberry.interface(
    description="What every mutation answers: what was done, or `refusal` and then nothing was changed."
)
class MutationResult:
    """A subclass adds what was done, null where it was refused."""

    refusal: Optional[told.Refusal] = strawberry.field(
        default=None, description="Why nothing was changed; null where it was done."
    )
    problems: list[told.Problem] = strawberry.field(
        default_factory=list, description=f"With INVALID: everything that is wrong, at most {MAX_SHOWN}."
    )


@strawberry.interface(description="What a mutation answers whose change is merged with those of others.")
class MergeResult(MutationResult):
    conflict: Optional[told.Conflict] = strawberry.field(default=None, description="With CONFLICT.")


async def outcome(result: type[R], name: str, work: Awaitable[T], shown: Callable[[T], Any]) -> R:
    """A `result` whose field `name` holds what `shown` makes of the outcome, or the refusal."""
    try:
        return result(**{name: shown(await work)})
    except CmsError as error:
        refused = result(refusal=_refusal(error), problems=_problems(error))
        if isinstance(refused, MergeResult) and isinstance(error, Conflict):
            refused.conflict = _conflict(error)
        return refused


@strawberry.type(description="Either `item` as it is now, or `refusal` and then nothing was changed.")
class ItemResult(MergeResult):
    item: Optional[Item] = strawberry.field(
        default=None, description="Its draft as it is now; null where nothing was changed."
    )


async def answer(info: ManagementInfo, work: Coroutine[Any, Any, StoredItem], id: str | None = None) -> ItemResult:
    """The outcome of an action on the item `id`, which is NOT_FOUND to those who may not even read it."""
    try:
        return ItemResult(item=item(await work))
    except NotPermitted as error:
        return refused(await _hidden(info, id) or error)
    except CmsError as error:
        return refused(error)


async def _hidden(info: ManagementInfo, id: str | None) -> NotFound | None:
    try:
        if id is not None:
            await get_item(info.context.services, info.context.actor, id)
    except NotFound as error:
        return error
    return None


def refused(error: CmsError) -> ItemResult:
    return ItemResult(
        refusal=_refusal(error),
        problems=_problems(error),
        conflict=_conflict(error) if isinstance(error, Conflict) else None,
    )


def _refusal(error: CmsError) -> told.Refusal:
    return told.Refusal(code=error.code, message=shortened(str(error)))


def _problems(error: CmsError) -> list[told.Problem]:
    return [told.problem(one) for one in error.problems[:MAX_SHOWN]] if isinstance(error, Invalid) else []


def _conflict(error: Conflict) -> told.Conflict:
    return told.Conflict(version=error.version, clashes=[told.clash(one) for one in error.clashes])


def bounded(name: str, values: Sequence[T], most: int = MAX_AT_ONCE) -> list[T]:
    """Raises Invalid for more than `most`."""
    if len(values) > most:
        raise Invalid([FoundProblem(name, "TOO_MANY", f"Give at most {most} at once.")])
    return list(values)


def slugs_of(given: Sequence[SlugInput] | None) -> dict[str, str] | None:
    """{locale: slug}. Raises Invalid."""
    return None if given is None else {one.locale: one.slug for one in bounded("slugs", given)}


def object_of(name: str, value: Any) -> dict[str, Any]:
    """Raises Invalid for JSON that is no object."""
    if isinstance(value, dict):
        return value
    raise Invalid([FoundProblem(name, "NOT_AN_OBJECT", "Give an object of named fields, such as {title: {en: …}}.")])
