"""The organisations on one of a site's lists, such as its members, page by page."""

from typing import Any

from cms.content_types import registry
from schema.delivery.lists.connections import page
from schema.delivery.lists.page_asked import PageAsked
from schema.delivery.lists.possible_values import named, refused
from schema.delivery.projection.read_context import ReadContext
from storage.conditions import all_of, element_between, equal

ORGANISATION = registry["Organisation"]
MAX_LOOKED_AT = 500
"""Organisations, for the names of a site's lists."""


async def on_list(info: Any, reading: ReadContext, name: str, sort: Any, part: PageAsked) -> Any:
    """A page of them; empty for a list that nobody is on."""
    listed = equal({"derived.member_of": f"{reading.site.key}:{name}"})
    return await page(info, reading, ORGANISATION, listed, sort.value if sort else None, part)


async def on_known_list(info: Any, reading: ReadContext, name: str, sort: Any, part: PageAsked) -> Any:
    """The same. Raises Invalid for a name that is none of the site's lists, where it has some."""
    found = await on_list(info, reading, name, sort, part)
    if not found.nodes and not part.has_cursor and (names := await reading.once("lists", lambda: _names(reading))):
        raise refused(
            "memberOf", name, f"is no list of this site that an organisation is on. There are: {named(names)}."
        )
    return found


async def _names(reading: ReadContext) -> list[str]:
    prefix = f"{reading.site.key}:"
    listed = element_between("derived.member_of", at_least=prefix, below=f"{reading.site.key};")  # ";" follows ":"
    here = all_of(equal({"type": ORGANISATION.type_name}), listed, reading.not_hidden(ORGANISATION.type_name))
    found = await reading.published.find(here, fields=["derived.member_of"], limit=MAX_LOOKED_AT)
    lists = {one for document in found for one in document["derived"]["member_of"]}
    return sorted(one.removeprefix(prefix) for one in lists if one.startswith(prefix))
