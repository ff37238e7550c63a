"""Note on an item what editors' lists find, narrow and sort it by."""

from typing import Any

from cms.content.rules.collation import order_key
from cms.content.rules.title_words import title_key, title_words
from cms.content_types.content_type import ContentType
from storage.documents import LANGUAGES, Item


def note_listing(kind: type[ContentType], item: Item) -> None:
    """After every change of its data."""
    for name, value in words_of_item(kind, item.data).items():
        setattr(item, name, value)
    item.facets = kind.facets(item.data)
    item.day = kind.day_of(item.data)


def words_of_item(kind: type[ContentType], data: dict[str, Any]) -> dict[str, Any]:
    """The fields of an item that follow from its titles."""
    return {
        "title_words": title_words(kind.titles.all(data)),
        "title_key": title_key(kind.titles.working(data)),
        "title_order": {one: order_key(kind.titles.working(data, one), one) for one in LANGUAGES},
    }
