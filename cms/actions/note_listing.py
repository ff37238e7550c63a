"""Note on an item what editors' lists find, narrow and sort it by."""

from cms.content_types.content_type import ContentType
from cms.rules.title_words import title_key, title_words
from storage.documents import Item


def note_listing(kind: type[ContentType], item: Item) -> None:
    """After every change of its data."""
    item.title_words, item.facets = title_words(kind.all_titles(item.data)), kind.facets(item.data)
    item.title_key = title_key(kind.working_title(item.data))
    item.day = kind.day_of(item.data)
