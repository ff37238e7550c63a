"""A site's menus: entries lead to where items are now, and vanish with them."""

from typing import Any, Optional

import strawberry

from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext
from storage.conditions import equal


@strawberry.type(description="An entry of a menu; `url` is empty for a heading that only has children.")
class MenuLink:
    label: str = strawberry.field(description="The text of the entry.")
    url: Optional[str] = strawberry.field(
        description="A path of the site in the language that is read, or an absolute address."
    )
    children: list["MenuLink"] = strawberry.field(description="The entries below, which have none of their own.")


async def menu_links(reading: ReadContext, slot: str) -> list[MenuLink]:
    """The links of one slot; empty where the site has no such menu."""
    menus = await reading.once("menus", lambda: _load_menus(reading))
    document = menus.get(slot)
    entry = reading.entry(document) if document else None
    return _links(entry, entry.get("entries") or ()) if entry else []


async def _load_menus(reading: ReadContext) -> dict[str, dict[str, Any]]:
    found = await reading.published.few(equal({"type": "Menu", "site": reading.site.key}), limit=20)
    await reading.load(_targets(one for document in found for one in document["data"].get("entries", ())))
    return {document["data"]["slot"]: document for document in found}


def _targets(entries: Any) -> list[str]:
    found: list[str] = []
    for one in entries:
        found += [one["target"]] if one.get("target") else []
        found += _targets(one.get("children") or ())
    return found


def _address(reading: ReadContext, entry: dict[str, Any]) -> str | None:
    """Of the target as it is now, or the address given; one on the site itself stays within the language."""
    if entry.get("target"):
        return reading.url_of(entry["target"])
    url = entry.get("url")
    if url and url.startswith("/") and not url.startswith("/files/"):
        return reading.localized_path(url, reading.locale)
    return url


def _links(menu: PublishedItem, entries: Any) -> list[MenuLink]:
    found = []
    for one in entries:
        children = _links(menu, one.get("children") or ())
        url = _address(menu.reading, one)
        if url or children:
            label = menu.part(one).text("label", fallback=True) or ""
            found.append(MenuLink(label=label, url=url, children=children))
    return found
