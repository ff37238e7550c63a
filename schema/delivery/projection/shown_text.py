"""A text in the forms that it is delivered in, each made when it is asked for, and once however often it is shown."""

from functools import cached_property
from typing import Any

from cms.content import richtext
from storage.prepared_texts import without_prepared_texts


class ShownText:
    """`stored`: the text of an item, with what was prepared of it if it is live."""

    def __init__(self, stored: dict[str, Any], resolve: richtext.Resolve) -> None:
        self._prepared = richtext.prepared_of(stored)
        self.stored = stored
        self._resolve = resolve

    @cached_property
    def document(self) -> dict[str, Any]:
        """As editors wrote it."""
        return richtext.without_empty_end(without_prepared_texts(self.stored))

    @cached_property
    def json(self) -> dict[str, Any]:
        return richtext.with_sources(self.document, self._resolve)

    @cached_property
    def html(self) -> str:
        if self._prepared:
            return richtext.filled(self._prepared["html"], self._resolve)
        return richtext.to_html(self.document, self._resolve)

    @cached_property
    def plain(self) -> str:
        return self._prepared["plain"] if self._prepared else richtext.to_text(self.stored)

    @cached_property
    def references(self) -> list[tuple[richtext.Kind, str]]:
        """The items and files that it links to or shows."""
        return self._prepared["references"] if self._prepared else richtext.references(self.stored)
