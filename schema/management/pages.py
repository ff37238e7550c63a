"""Relay connections of the management schema, over keyset pages."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Generic, Optional, TypeVar

import strawberry

from cms.kernel.errors import Invalid, Problem
from cms.kernel.listing import Listing
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale

T = TypeVar("T")
DEFAULT_PAGE = 10
LARGEST_PAGE = 100
COUNTED = 1000

First = Annotated[int, strawberry.argument(description=f"Page size, at most {LARGEST_PAGE}.")]
OrderedIn = Annotated[
    Optional[Locale],
    strawberry.argument(
        description="The language that names and titles are read and ordered in; English unless given."
    ),
]
IN_ENGLISH = "en"
After = Annotated[Optional[str], strawberry.argument(description="The `endCursor` of the page before.")]


@strawberry.type
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: Optional[str]
    end_cursor: Optional[str]


@strawberry.type
class Edge(Generic[T]):
    cursor: str
    node: T


@strawberry.type
class Connection(Generic[T]):
    nodes: list[T]
    edges: list[Edge[T]]
    page_info: PageInfo
    listing: strawberry.Private[Listing]
    counted: strawberry.Private[list[int]]

    @strawberry.field(description=f"Counted up to {COUNTED:,}; see `totalCountIsExact`.")
    async def total_count(self) -> int:
        return min(await self._count(), COUNTED)

    @strawberry.field(description="False where there are more than were counted.")
    async def total_count_is_exact(self) -> bool:
        return await self._count() <= COUNTED

    async def _count(self) -> int:
        if not self.counted:
            self.counted.append(await self.listing.count(COUNTED + 1))
        return self.counted[0]


async def page(
    info: ManagementInfo, listing: Listing, node: Callable[[dict[str, Any]], T], first: int, after: str | None
) -> Connection[T]:
    """One page. Raises Invalid for a page size out of range or a foreign cursor."""
    if not 1 <= first <= LARGEST_PAGE:
        raise Invalid([Problem("first", "PAGE_TOO_LARGE", f"Ask for 1 to {LARGEST_PAGE} at a time.")])
    start = None if after is None else _opened(info, listing, after)
    found = await listing.page(first + 1, start)
    edges = [Edge(cursor=_sealed(info, listing, document), node=node(document)) for document in found[:first]]
    return Connection(
        nodes=[edge.node for edge in edges],
        edges=edges,
        page_info=PageInfo(
            has_next_page=len(found) > first,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        listing=listing,
        counted=[],
    )


def _sealed(info: ManagementInfo, listing: Listing, document: dict[str, Any]) -> str:
    value, id = listing.key(document)
    plain = [value.isoformat()] if isinstance(value, datetime) else value
    return info.context.cursors.seal(f"management.{listing.name}", plain, id)


def _opened(info: ManagementInfo, listing: Listing, cursor: str) -> tuple[Any, str]:
    plain, id = info.context.cursors.open(cursor, f"management.{listing.name}")
    return (datetime.fromisoformat(plain[0]) if isinstance(plain, list) else plain), id
