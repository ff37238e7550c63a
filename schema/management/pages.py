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


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether there is more behind this page.")
    has_previous_page: bool = strawberry.field(
        description="Whether `after` was given, so that there is something before this page."
    )
    start_cursor: Optional[str] = strawberry.field(description="Of its first entry; null for an empty page.")
    end_cursor: Optional[str] = strawberry.field(
        description="Of its last entry, to be sent as `after` for the next page; null for an empty page."
    )


@strawberry.type(description="One entry of a page, with its place in the list.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(
        description="Opaque, and good for this list alone: as `after` it gives what comes behind this entry."
    )
    node: T = strawberry.field(description="The entry itself.")


@strawberry.type(description="One page of a list.")
class Connection(Generic[T]):
    nodes: list[T] = strawberry.field(description="The entries of the page in the order of the list.")
    edges: list[Edge[T]] = strawberry.field(description="The same entries, each with its cursor.")
    page_info: PageInfo = strawberry.field(description="Where the page lies in the list.")
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
