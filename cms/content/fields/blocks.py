"""A page's body: an ordered list of blocks of several kinds, chosen by each block's `kind`."""

from collections.abc import Mapping
from typing import Any

from cms.content import richtext
from cms.content.fields.embedded import Embedded, EmbeddedList
from cms.content.fields.field import Report


class Blocks(EmbeddedList):
    """`kinds`: {kind: the part that declares its fields}. Localized as a whole: each language tells its own story."""

    def __init__(self, kinds: Mapping[str, type[Embedded]], **options: Any) -> None:
        super().__init__(Embedded, max_items=60, localized=True, **options)
        self.kinds = kinds

    def parts(self) -> Mapping[str, type[Embedded]]:
        return self.kinds

    def words(self, value: Any) -> str:
        """All their words, a text a line."""
        leaves = self.value_leaves(value or [], "", None)
        return "\n".join(text for leaf in leaves if (text := leaf.field.words(leaf.value)) is not None)

    def part_of(self, element: dict[str, Any]) -> type[Embedded]:
        return self.kinds[element["kind"]]

    def clean_value(self, value: Any, at: str, report: Report) -> list[dict[str, Any]] | None:
        elements = super().clean_value(value, at, report)
        return richtext.blocks_with_heading_ids(elements) if elements else elements

    def clean_part(self, value: Any, at: str, report: Report) -> dict[str, Any] | None:
        kind = value.get("kind") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in self.kinds:
            report.refuse(f"{at}.kind", "NOT_A_BLOCK", f"Choose a block of kind: {', '.join(self.kinds)}.")
            return None
        return {"kind": kind, **(self.kinds[kind].clean(value, at, report) or {})}
