"""A site's menus, one per slot."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from cms.content.fields import Choice, Embedded, EmbeddedList, Reference, Text, Url
from cms.content_types.content_type import ContentType
from cms.kernel.errors import Problem


class MenuSlot(StrEnum):
    MAIN = "main"
    FOOTER = "footer"


SLOTS = {
    "main": {"en": "Main menu", "cs": "Hlavní menu", "bg": "Главно меню"},
    "footer": {"en": "Footer", "cs": "Patička", "bg": "Долен колонтитул"},
}


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
    type_name = "Menu"
    plural = "menus"
    has_slug = False
    title_field = "slot"

    slot = Choice(SLOTS, enum="MenuSlot", required=True)
    entries = EmbeddedList(MenuEntry, max_items=40)

    @classmethod
    def working_title(cls, data: dict[str, Any], locale: str | None = None) -> str:
        labels = SLOTS.get(data.get("slot", ""), {})
        return labels.get(locale or "en") or labels.get("en", "")

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        return [f"menu:{site}:{data.get('slot')}"]
