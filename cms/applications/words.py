"""What applicants are told, in their language: `messages/<locale>.json`."""

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "messages"
LOCALES = ("en", "cs", "bg")


def say(key: str, locale: str, **values: object) -> str:
    """The message with its values put in. Other languages than ours read English. Raises KeyError for no such one."""
    return _messages(word_locale(locale))[key].format(**values)


def word_locale(locale: str) -> str:
    """The language that somebody who reads `locale` is spoken to in."""
    language = locale.partition("-")[0]
    return language if language in LOCALES else LOCALES[0]


@cache
def _messages(locale: str) -> dict[str, str]:
    return json.loads((FOLDER / f"{locale}.json").read_text(encoding="utf-8"))
