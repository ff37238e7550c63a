"""What a language code looks like: en, cs, pt-BR or sr-Latn."""

import re
from typing import Any

LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def is_locale(text: Any) -> bool:
    return isinstance(text, str) and LOCALE.fullmatch(text) is not None
