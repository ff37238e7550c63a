"""Values written into HTML."""

from typing import Any

from cms.content.richtext.characters import UNPRINTABLE


def escaped_text(value: Any) -> str:
    """For between tags; "" for what is no text."""
    if not isinstance(value, str):
        return ""
    if not value.isprintable():
        value = UNPRINTABLE.sub("", value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_attribute(value: Any) -> str:
    """For between double quotes."""
    return escaped_text(value).replace('"', "&quot;")
