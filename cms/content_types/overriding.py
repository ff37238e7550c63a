"""Of a content type: what a site that shows its items may show differently, and what an item then looks like there."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from cms.content.fields import Embedded, Integer
from cms.content_types.content_type import ContentType

ORDER = "order"
LAST_PLACE = 999


class ListOrder(Embedded):
    """Where the item stands in the site's lists: those with a place come first, the lowest before the others."""

    order = Integer(minimum=1, maximum=LAST_PLACE)


@cache
def override_part(kind: type[ContentType]) -> type[Embedded]:
    """The fields of an override, by role; each is cleaned, merged and checked like the first field it stands for."""
    part = type(f"{kind.type_name}Override", (Embedded,), {})
    part.fields = {
        role: kind.fields[names[0]] if names else ListOrder.fields[role] for role, names in kind.overridable.items()
    }
    return part


def overlaid(kind: type[ContentType], data: Mapping[str, Any], override: Mapping[str, Any]) -> dict[str, Any]:
    """The item's data with what the override says instead; a language that it says nothing in stays as it is."""
    shown = dict(data)
    for role, names in kind.overridable.items():
        if (value := override.get(role)) is None:
            continue
        for name in names:
            shown[name] = {**(data.get(name) or {}), **value} if kind.fields[name].localized else value
    return shown
