"""A stored value as the words that people read in it."""

from typing import Any

from cms.content.fields import Blocks, Field, RichText, Text, TextList
from cms.content.richtext.text import to_text


def plain_text(field: Field | None, value: Any) -> str:
    """Of a value of one language; of blocks all their words, one text per line."""
    if isinstance(field, RichText):
        return to_text(value)
    if isinstance(field, Blocks):
        leaves = field.value_leaves(value or [], "", None)
        return "\n".join(plain_text(leaf.field, leaf.value) for leaf in leaves if _is_text(leaf.field))
    return "\n".join(value) if isinstance(value, list) and isinstance(field, TextList) else str(value or "")


def _is_text(field: Field) -> bool:
    return isinstance(field, Text | TextList | RichText)
