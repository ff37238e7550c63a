"""From a path of a site to what is there, or to where it has moved."""

from typing import Any

import strawberry

from cms.addresses import bare_path, query_of
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.reading import Reading
from schema.delivery.projection.selection import Selection


@strawberry.type(description="The item has moved, or is asked for in another language's address.")
class Redirect:
    to: str
    permanent: bool


async def resolve(reading: Reading, path: str, selection: Selection) -> Any:
    """The item at `path`, a Redirect, or None."""
    locale, bare = _split(reading, path)
    if bare is None:
        return None
    key = f"{reading.site.key}/{locale}{bare}"
    if (query := query_of(path)) and (moved := await _moved(reading, f"{key}{query}")):
        return moved
    document = await reading.published.find_one({"addresses": key})
    if document and document["type"] in projections:
        if locale == reading.locale:
            return await reading.built_one(document, selection)
        return _redirect(reading, document, permanent=False)
    return await _moved(reading, key)


async def _moved(reading: Reading, address: str) -> Redirect | None:
    moved = await reading.published.redirect(address)
    target = await reading.published.find_one({"_id": moved}) if moved else None
    return _redirect(reading, target, permanent=True) if target else None


def _split(reading: Reading, path: str) -> tuple[str, str | None]:
    """The locale that a path names, or the one asked for, and the path without it."""
    bare = bare_path(path)
    if bare is None:
        return reading.locale, None
    first, _slash, rest = bare[1:].partition("/")
    if first in reading.site.locales:
        return first, f"/{rest}"
    return reading.locale, bare


def _redirect(reading: Reading, document: dict[str, Any], *, permanent: bool) -> Redirect | None:
    entry = reading.entry(document)
    to = reading.url_of_entry(entry) if entry else None
    return Redirect(to=to, permanent=permanent) if to else None
