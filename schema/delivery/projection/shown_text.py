"""A text in the forms that it is delivered in, each made when it is asked for, and once however often it is shown."""

from functools import cached_property
from typing import Any

from cms.content import richtext


class ShownText:
    def __init__(self, document: dict[str, Any], resolve: richtext.Resolve) -> None:
        self.stored = document
        self._resolve = resolve

    @cached_property
    def document(self) -> dict[str, Any]:
        return richtext.without_empty_end(self.stored)

    @cached_property
    def json(self) -> dict[str, Any]:
        return richtext.with_sources(self.document, self._resolve)

    @cached_property
    def html(self) -> str:
        return richtext.to_html(self.document, self._resolve)

    @cached_property
    def plain(self) -> str:
        return richtext.to_text(self.stored)

    @cached_property
    def references(self) -> list[tuple[richtext.Kind, str]]:
        """The items and files that it links to or shows."""
        return list(richtext.references(self.stored))
