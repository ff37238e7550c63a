"""What the pages of the form say, in the languages of `messages/`; other languages read English.

A message is a text with {names} in it, or {plural form: text} chosen by `count`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal

from cms.applications.words import word_locale
from cms.content.rules.locale_data import locale_data

FOLDER = Path(__file__).parent / "messages"


def say(key: str, locale: str, *, count: int | None = None, **values: object) -> str:
    """Raises KeyError for a message that nobody wrote."""
    spoken = word_locale(locale)
    message = messages(spoken)[key]
    if count is not None:
        values["count"] = format_decimal(count, locale=locale_data(spoken))
        if isinstance(message, dict):
            message = message.get(locale_data(spoken).plural_form(count)) or message["other"]
    return str(message).format(**values)


@cache
def messages(spoken: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{spoken}.json").read_text(encoding="utf-8"))
