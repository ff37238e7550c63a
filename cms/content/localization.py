"""In which locale an item is read.

An item is read in the first locale, of the one asked for and then the site's fallback order, in which it is published.
One that is not published is never shown, whatever is written in it.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any


def fallback_chain(asked: str, site_fallback_order: Iterable[str], published: Collection[str]) -> list[str]:
    """The published locales to read in, best first, each once; empty: the item is not visible."""
    return [locale for locale in dict.fromkeys((asked, *site_fallback_order)) if locale in published]


def pick(value: Mapping[str, Any] | None, chain: Iterable[str]) -> tuple[Any, str | None]:
    """The first text of {locale: text} along the chain that is not empty, and its locale; (None, None) without one.

    Given the whole chain it falls back field by field, as names may; given the chain's head alone it does not, as
    prose should not.
    """
    if value:
        for locale in chain:
            text = value.get(locale)
            if text is not None and text not in ("", [], {}):
                return text, locale
    return None, None
