"""A site's menus, one per slot."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from cms.content.fields import Choice, Embedded, EmbeddedList, Reference, Text, Url
from cms.content.rules.labels import Label, Options
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery
from cms.content_types.listing import Column, Listing
from cms.content_types.titles import Titles
from cms.kernel.errors import Problem


class MenuSlot(StrEnum):
    MAIN = "main"
    FOOTER = "footer"


SLOTS = Options(
    "Where a menu stands on the pages of a site.",
    {
        "main": Label("Main menu", "Hlavní menu", "Главно меню", "The main navigation of the site."),
        "footer": Label("Footer", "Patička", "Долен колонтитул", "At the bottom of each page."),
    },
)


class MenuEntry(Embedded):
    """Leads to an item of this CMS, whose address it then always has, or to an address elsewhere."""

    label = Text(localized=True, fallback=True, required=True, max_length=80)
    target = Reference("*")
    url = Url(relative=True)
    children = EmbeddedList(lambda: MenuEntry, max_items=30, depth=1)

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if not (data.get("target") or data.get("url") or data.get("children")):
            yield Problem(f"{at}.target", "NO_TARGET", "Choose a target, give an address or add entries below.")


class Menu(ContentType):
    delivery = Delivery(plural="menus", within=("Site.menu",), looked_up_by=("site",))
    titles = Titles("slot", labels=SLOTS)
    listing = Listing(group="structure", icon="menu", place=2, columns=(Column("entries"),))

    slot = Choice(SLOTS, enum="MenuSlot", required=True)
    entries = EmbeddedList(MenuEntry, max_items=40)

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        return [f"menu:{site}:{data.get('slot')}"]
