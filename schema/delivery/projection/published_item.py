"""One live item or part of it while it is being read: its stored data and the languages it may be read in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schema.delivery.projection.read_context import ReadContext


class PublishedItem:
    """`document` is the item; `data` the item's data or, for a part, that part's. `chain`: published locales in the
    order in which texts are looked for, the first being the one that answers. `whole`: what it is a part of."""

    __slots__ = ("chain", "data", "document", "reading", "whole")

    def __init__(
        self,
        document: dict[str, Any],
        data: dict[str, Any],
        chain: list[str],
        reading: ReadContext,
        whole: PublishedItem | None = None,
    ) -> None:
        self.document = document
        self.data = data
        self.chain = chain
        self.reading = reading
        self.whole = whole

    @property
    def id(self) -> str:
        return self.document["_id"]

    @property
    def type(self) -> str:
        return self.document["type"]

    @property
    def derived(self) -> dict[str, Any]:
        return self.document.get("derived") or {}

    def get(self, name: str) -> Any:
        return self.data.get(name)

    def part(self, data: dict[str, Any]) -> PublishedItem:
        return PublishedItem(self.document, data, self.chain, self.reading, self)

    @property
    def place(self) -> str:
        """The ids of the elements that lead to a part: "day/session/talk"; "" for the item itself. They are unique in
        their own list only."""
        if self.whole is None:
            return self.document.get("pinned", "")
        above, own = self.whole.place, self.data.get("id")
        return "/".join(filter(None, (above, own)))

    def overridden(self, role: str) -> Any:
        """The text that the site shows instead of the item's own, in the locale that answers; None for none."""
        value = self.reading.overrides(self.document).get(role)
        return value.get(self.chain[0]) if value else None

    def text(self, name: str, *, fallback: bool = False) -> Any:
        """The localized value of a field in the locale that answers, or with `fallback` in the next that has one."""
        value = self.data.get(name)
        if not value:
            return None
        if not fallback:
            return value.get(self.chain[0])
        for locale in self.chain:
            if (found := value.get(locale)) is not None:
                return found
        return None

    def plain_text(self, name: str) -> str:
        """A formatted text without its formatting, "" where there is none."""
        value = self.text(name)
        return self.reading.shown(value).plain if value else ""
