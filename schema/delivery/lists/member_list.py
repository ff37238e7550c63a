"""The lists of organisations that a site has, such as its members."""

from typing import Any

import strawberry
from strawberry.types.info import Info

from schema.delivery.lists.connections import paged
from schema.delivery.lists.organisation_lists import ORGANISATION, on_list
from schema.delivery.lists.page_asked import After, Before, First, Last, PageAsked
from schema.delivery.projection.read_context import ReadContext


async def _organisations(
    self: Any,
    info: Info,
    sort: Any = None,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Any:
    return await on_list(info, self.reading, self.key, sort, PageAsked(first, after, last, before))


@strawberry.type(description="A list of the site that organisations are on.")
class MemberList:
    key: str = strawberry.field(description="As `organisations(memberOf:)` takes it.")
    reading: strawberry.Private[ReadContext]

    organisations = paged(ORGANISATION, _organisations, "The organisations on it, by name.")
