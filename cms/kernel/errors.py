"""The one family of errors that actions and the catalog raise; mapped to GraphQL and to HTTP elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.errors import Unavailable

__all__ = [
    "Busy",
    "CmsError",
    "Conflict",
    "IncompleteDraft",
    "Invalid",
    "NotFound",
    "NotPermitted",
    "Problem",
    "QueryNotRegistered",
    "SignInFailed",
    "TooManyRequests",
    "TransitionNotAllowed",
    "Unavailable",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an item.

    field: dotted path with element ids or positions, "" for the item as a whole; locale: None for shared facts.
    item: the id of the item, where it is another one than was asked about, or one of several.
    """

    field: str
    code: str
    message: str
    locale: str | None = None
    item: str | None = None

    def __str__(self) -> str:
        where = f"{self.field} [{self.locale}]" if self.locale else self.field
        return f"{where}: {self.message}" if where else self.message


class CmsError(Exception):
    """Base of the family: `code` is stable and public, the message says what to do next."""

    code = "ERROR"


class NotFound(CmsError):
    """Nothing there, or nothing that this person may know of."""

    code = "NOT_FOUND"


class NotPermitted(CmsError):
    code = "NOT_PERMITTED"


class QueryNotRegistered(CmsError):
    """A site that answers registered documents only was asked another one."""

    code = "QUERY_NOT_REGISTERED"


class SignInFailed(CmsError):
    """Whoever this is has not shown to be that person."""

    code = "SIGN_IN_FAILED"


class Invalid(CmsError):
    code = "INVALID"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


class IncompleteDraft(Invalid):
    """A preview of something that lacks what pages count on."""

    code = "INCOMPLETE_DRAFT"


class Conflict(CmsError):
    """Somebody else changed the same thing meanwhile. `clashes` holds base, theirs and yours of each place
    (`cms.content.fields.field.Clash`); `version` is the present one, from which to go on."""

    code = "CONFLICT"

    def __init__(self, message: str, clashes: Sequence[Any] = (), version: int | None = None) -> None:
        super().__init__(message)
        self.clashes = tuple(clashes)
        self.version = version


class TransitionNotAllowed(CmsError):
    code = "TRANSITION_NOT_ALLOWED"


class _Later(CmsError):
    """`retry_after` in seconds."""

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class TooManyRequests(_Later):
    """For whoever asks: others go on."""

    code = "TOO_MANY_REQUESTS"


class Busy(_Later):
    """For everybody: there is no room now."""

    code = "BUSY"
