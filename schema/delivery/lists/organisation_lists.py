"""The organisations on one of a site's lists, such as its members, page by page."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from strawberry.types.info import Info

from cms.content_types import registry
from schema.delivery.lists.connections import page, paged
from schema.delivery.lists.page_asked import After, Before, First, Last, PageAsked
from schema.delivery.lists.possible_values import named, refused
from schema.delivery.projection.read_context import ReadContext
from storage.conditions import Condition, all_of, either, element_between, equal

ORGANISATION = registry["Organisation"]
MAX_LISTS = 50
"""Of a site."""
LOOKED_AT = 100
"""Organisations at a time, for the names of a site's lists."""


async def on_list(info: Any, reading: ReadContext, name: str, sort: Any, part: PageAsked) -> Any:
    """A page of them; empty for a list that nobody is on."""
    listed = equal({"derived.member_of": f"{reading.site.key}:{name}"})
    return await page(info, reading, ORGANISATION, listed, sort.value if sort else None, part)


async def on_known_list(info: Any, reading: ReadContext, name: str, sort: Any, part: PageAsked) -> Any:
    """The same. Raises Invalid for a name that is none of the site's lists, where it has some."""
    found = await on_list(info, reading, name, sort, part)
    if not found.nodes and not part.has_cursor and (names := await lists_of(reading)):
        raise refused(
            "memberOf", name, f"is no list of this site that an organisation is on. There are: {named(names)}."
        )
    return found


def organisations_field(place: Callable[[Any], tuple[ReadContext, str]], description: str) -> Any:
    """The field of a view that shows one list; `place(view)`: its reading and the key of the list."""

    async def resolve(
        self: Any,
        info: Info,
        sort: Any = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Any:
        return await on_list(info, *place(self), sort, PageAsked(first, after, last, before))

    return paged(ORGANISATION, resolve, description)


async def lists_of(reading: ReadContext) -> list[str]:
    """The keys of the site's lists that an organisation is on, at most `MAX_LISTS`. Asked anew beside those that are
    known, until all are seen: one or two commands mostly, however many organisations there are."""
    return await reading.once("lists", lambda: _lists_of(reading))


async def _lists_of(reading: ReadContext) -> list[str]:
    prefix, known = f"{reading.site.key}:", list[str]()
    here = all_of(equal({"type": ORGANISATION.type_name}), reading.not_hidden(ORGANISATION.type_name))
    while len(known) < MAX_LISTS:
        others = either(*_gaps(prefix, known))
        found = await reading.published.find(all_of(here, others), fields=["derived.member_of"], limit=LOOKED_AT)
        named = {one for document in found for one in document["derived"]["member_of"] if one.startswith(prefix)}
        known = sorted({*known, *named})
        if len(found) < LOOKED_AT:  # these are all that are on another list
            break
    return [one.removeprefix(prefix) for one in known[:MAX_LISTS]]


def _gaps(prefix: str, known: Sequence[str]) -> Iterator[Condition]:
    """Hold of organisations on a list of the site before, between and after those that are known."""
    for begins, ends in pairwise((prefix, *known, f"{prefix[:-1]};")):  # ";" follows ":"
        yield element_between("derived.member_of", at_least=f"{begins}\0" if begins in known else begins, below=ends)
