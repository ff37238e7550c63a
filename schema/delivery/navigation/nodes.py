"""What opaque ids show: of each site and language read once, whatever the number of ids."""

from collections.abc import Sequence
from typing import Any

from strawberry.types.info import Info

from cms.kernel.errors import Invalid, NotFound, Problem
from schema.delivery.context import DeliveryContext
from schema.delivery.projection.identity import Identity, identity_of, preview_mark
from schema.delivery.projection.item import Node
from schema.delivery.projection.read_context import ReadContext, incomplete
from schema.delivery.projection.selection import Selection, selection_of
from schema.delivery.reading import read_site

MOST_NODES = 100

Place = tuple[str, str]
"""Site and language."""


async def read_nodes(info: Info[DeliveryContext, Any], ids: Sequence[str], preview: str | None) -> list[Any]:
    """The view of each id, or None; or IncompleteDraft for one that a preview cannot show yet. `preview`: a token, else
    that of the request's header. Raises Invalid for too many ids."""
    if len(ids) > MOST_NODES:
        raise Invalid([Problem("ids", "OUT_OF_RANGE", f"Ask for at most {MOST_NODES} ids at a time.")])
    token = preview or info.context.preview_token
    marks, selection = {"", preview_mark(token)}, selection_of(info)
    named = {id: one for id in ids if (one := identity_of(id)) and one.preview in marks and not one.part}
    found: dict[str, Any] = {}
    for (site, locale, mark), within in _by_place(named).items():
        if reading := await _reading(info.context, site, locale, token if mark else None):
            found |= await _read(reading, within, selection)
    return [found.get(id) for id in ids]


def _by_place(named: dict[str, Identity]) -> dict[tuple[str, str, str], dict[str, str]]:
    """{(site, language, preview): {id: item}}."""
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for id, one in named.items():
        found.setdefault((one.site, one.locale, one.preview), {})[id] = one.item
    return found


async def _reading(context: DeliveryContext, site: str, locale: str, token: str | None) -> ReadContext | None:
    """None for a site, language or preview that is no more."""
    try:
        return await read_site(context, site, locale or None, token)
    except (NotFound, Invalid):
        return None


async def _read(reading: ReadContext, within: dict[str, str], selection: Selection) -> dict[str, Any]:
    """{id: view}. An id is the only one of what it names, so one that we would write differently shows nothing."""
    items = {item: id for id, item in within.items() if reading.id_of(item) == id}
    site = reading.site_document["_id"]
    documents = await reading.published.by_ids([item for item in items if item != site])
    documents += [reading.site_document] if site in items else []
    lacking = {one["_id"]: incomplete(one) for one in documents if one.get("lacks")}
    readable = [one for one in documents if one["_id"] not in lacking and reading.is_shown(one)]
    views = zip(readable, await reading.built(readable, selection), strict=True)
    built = {document["_id"]: view for document, view in views if isinstance(view, Node)}
    return {items[item]: one for item, one in (lacking | built).items()}
