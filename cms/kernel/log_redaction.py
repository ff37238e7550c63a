"""Takes secrets out of log events, by the names of their fields and by the shape of their text."""

import re
from collections.abc import Mapping
from functools import lru_cache

from structlog.types import EventDict, WrappedLogger

HIDDEN = "[redacted]"
DEEPEST = 6
_PLAIN = (bool, int, float)
_SECRET_NAMES = re.compile(
    r"passw|passphrase|secret|token|authorization|cookie|credential|signature|api_?-?key|access_?-?key|session_?id",
    re.IGNORECASE,
)
_SECRET_TEXTS = (
    re.compile(r"(X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s\"']+", re.IGNORECASE),
    re.compile(r"([?&](?:token|preview|secret|password|key|code)=)[^&\s\"']+", re.IGNORECASE),
    re.compile(r"(\b(?:Bearer|Basic)\s+)[A-Za-z0-9._~+/=-]{8,}", re.IGNORECASE),
    re.compile(r"(\b[a-z][a-z0-9+.-]{1,20}://[^/\s:@]{0,200}:)[^@\s/]{1,200}(?=@)", re.IGNORECASE),
)


def redact(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """A structlog processor. Numbers and truth values stay: a count of tokens is no secret."""
    for name, value in event.items():
        event[name] = _clean(name, value, 0)
    return event


@lru_cache(maxsize=1024)
def _is_secret(name: str) -> bool:
    return _SECRET_NAMES.search(name) is not None


def _clean(name: object, value: object, depth: int) -> object:
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(name, str) and _is_secret(name):
        return HIDDEN
    if isinstance(value, str):
        return redacted_text(value)
    if isinstance(value, bytes):
        return redacted_text(value.decode(errors="replace"))
    return _clean_inside(value, depth)


def _clean_inside(value: object, depth: int) -> object:
    if depth >= DEEPEST:
        return HIDDEN
    if isinstance(value, Mapping):
        return {str(name): _clean(name, inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean("", inner, depth + 1) for inner in value]
    return redacted_text(repr(value))


def redacted_text(text: str) -> str:
    if "=" not in text and " " not in text and "://" not in text:
        return text  # every pattern needs one of these: most texts have none, and are not searched
    for pattern in _SECRET_TEXTS:
        text = pattern.sub(rf"\1{HIDDEN}", text)
    return text
