"""The part of a list that was asked for, by the four arguments of Relay's connections."""

from dataclasses import dataclass
from typing import Annotated, Optional

import strawberry

from cms.kernel.errors import Invalid, Problem

DEFAULT_PAGE = 10
LARGEST_PAGE = 100

First = Annotated[
    Optional[int],
    strawberry.argument(
        description=f"Page size, counted from the beginning of the list or from `after`: 1 to {LARGEST_PAGE}; "
        f"{DEFAULT_PAGE} where neither `first` nor `last` is given."
    ),
]
After = Annotated[
    Optional[str], strawberry.argument(description="A cursor, such as `endCursor` of a page: what comes after it.")
]
Last = Annotated[
    Optional[int],
    strawberry.argument(
        description=f"Page size, counted back from the end of the list or from `before`: 1 to {LARGEST_PAGE}. The page "
        "is in the order of the list. Instead of `first`, not beside it."
    ),
]
Before = Annotated[
    Optional[str], strawberry.argument(description="A cursor, such as `startCursor` of a page: what comes before it.")
]


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Both cursors bound the list; `before` alone stands for the page before it."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def __post_init__(self) -> None:
        """Raises Invalid for a page size out of range, and for two of them."""
        for name, size in (("first", self.first), ("last", self.last)):
            if size is not None and not 1 <= size <= LARGEST_PAGE:
                raise Invalid([Problem(name, "OUT_OF_RANGE", f"Ask for 1 to {LARGEST_PAGE} items at a time.")])
        if self.first is not None and self.last is not None:
            message = "Give `first` to read forwards or `last` to read backwards, and null for the other one."
            raise Invalid([Problem("last", "TWO_PAGE_SIZES", message)])

    @property
    def is_backwards(self) -> bool:
        """Counted from the end of the range."""
        return self.last is not None or (self.first is None and self.after is None and self.before is not None)

    @property
    def size(self) -> int:
        return self.last or self.first or DEFAULT_PAGE

    @property
    def has_cursor(self) -> bool:
        return self.after is not None or self.before is not None
