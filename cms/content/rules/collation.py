"""The order of words in a language, as CLDR has it: in Czech ch follows h, in Bulgarian Cyrillic comes first."""

from functools import lru_cache
from typing import Any

import icu as untyped_icu

icu: Any = untyped_icu

LONGEST_TEXT = 200
LONGEST_KEY = 160
"""In bytes; what is the same up to there is in no particular order."""
CLDR = icu.ICU_VERSION
"""Keys of different versions must not be mixed: who stores them writes them anew when this changes."""


def order_key(text: str, locale: str) -> str:
    """Hexadecimal digits that stand in the order in which the texts stand in this language; languages that CLDR does
    not know are ordered as most are."""
    return _collator(locale).getSortKey(text[:LONGEST_TEXT].strip())[:LONGEST_KEY].hex()


@lru_cache(maxsize=256)
def _collator(locale: str) -> Any:
    return icu.Collator.createInstance(icu.Locale.forLanguageTag(locale))
