"""How an item's draft compares with what is live of it."""

from collections.abc import Mapping
from typing import Any

from cms.content_types.content_type import registry
from storage.documents import Item


def is_changed(item: Item, live: Mapping[str, Any] | None, locale: str) -> bool:
    """Whether publishing `locale` would change what is live of it; False where it is not live."""
    if live is None or locale not in live["locales"]:
        return False
    data = registry[item.type].live_data(item.data, live["data"], locale)
    return data != live["data"] or item.slugs.get(locale) != live["slugs"].get(locale)
