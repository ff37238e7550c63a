"""How an answer to each kind of question is cleaned; None is an empty one."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cms.applications.form_version import Question
from cms.content.rules.country import is_country

LONGEST_LINE = 5_000
LONGEST_TEXT = 50_000
"""Far above what questions allow: what was pasted is kept, and its length is told, so that it can be shortened."""
MAX_ENTRIES = 50
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Those that turn what stands beside them around among them; marks of direction stay."""
_DIGITS = re.compile(r"-?\d{1,9}")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#].*)?", re.DOTALL)
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TRUE, _FALSE = (True, "yes", "true"), (False, "no", "false")


class WrongShape(Exception):
    """`at`: where in the answer; `values`: what the message of `code` tells."""

    def __init__(self, code: str, at: str = "", **values: object) -> None:
        super().__init__(code)
        self.code, self.at, self.values = code, at, values


def plain_text(value: Any, longest: int, at: str = "", *, multiline: bool = True) -> str | None:
    """Without control characters, in composed form. Raises WrongShape."""
    if not isinstance(value, str):
        raise WrongShape("NOT_TEXT", at)
    if len(value) > longest:
        raise WrongShape("TOO_LONG_TO_KEEP", at, max=longest, now=len(value))
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    return (text if multiline else re.sub(r"\s*\n\s*", " ", text)) or None


def _line(question: Question, value: Any) -> str | None:
    return plain_text(value, LONGEST_LINE, multiline=False)


def _text(question: Question, value: Any) -> str | None:
    return plain_text(value, LONGEST_TEXT)


def _url(question: Question, value: Any) -> str | None:
    text = _line(question, value)
    return f"https://{text}" if text and "://" not in text and _HOST.fullmatch(text) else text


def _number(question: Question, value: Any) -> int | None:
    if isinstance(value, str):
        bare = re.sub(r"\s", "", value)
        if not bare:
            return None
        value = int(bare) if _DIGITS.fullmatch(bare) else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 10**9:
        raise WrongShape("NOT_A_NUMBER")
    return value


def _yes_no(question: Question, value: Any) -> bool | None:
    if isinstance(value, (bool, str)):
        if value in _TRUE:
            return True
        if value in _FALSE:
            return False
        if value == "":
            return None
    raise WrongShape("NOT_YES_OR_NO")


def _choice(question: Question, value: Any) -> str | None:
    return _option(value, question.slugs) if value != "" else None


def _choices(question: Question, value: Any) -> list[str] | None:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or len(given) > 300:
        raise WrongShape("NOT_A_LIST", max=300)
    return list(dict.fromkeys(_option(one, question.slugs) for one in given if one != "")) or None


def _option(value: Any, known: frozenset[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise WrongShape("NOT_AN_OPTION")
    return value


def _country(question: Question, value: Any) -> str | None:
    if value == "":
        return None
    if not isinstance(value, str) or not is_country(value):
        raise WrongShape("NOT_AN_OPTION")
    return value


def _cutoff(question: Question, value: Any) -> str | None:
    if value == "":
        return None
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        raise WrongShape("NOT_AN_OPTION")
    return value


def _entries(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MAX_ENTRIES:
        raise WrongShape("NOT_A_LIST", max=MAX_ENTRIES)
    return value


def _texts(question: Question, value: Any) -> list[str] | None:
    found = [plain_text(one, LONGEST_LINE, str(at), multiline=False) for at, one in enumerate(_entries(value))]
    return [one for one in found if one] or None


def _date_ranges(question: Question, value: Any) -> list[dict[str, str]] | None:
    found = [_range(one, str(at)) for at, one in enumerate(_entries(value))]
    return [one for one in found if one] or None


def _range(value: Any, at: str) -> dict[str, str]:
    if not isinstance(value, Mapping) or value.keys() - {"start", "end"}:
        raise WrongShape("NOT_A_RANGE", at)
    return {name: _day(value[name], f"{at}.{name}") for name in ("start", "end") if value.get(name)}


def _day(value: Any, at: str) -> str:
    try:
        if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise WrongShape("NOT_A_DAY", at)


def _group(question: Question, value: Any) -> list[dict[str, Any]] | None:
    found = [_entry(question, one, str(at)) for at, one in enumerate(_entries(value))]
    return [one for one in found if any(one.values())] or None


def _entry(question: Question, value: Any, at: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise WrongShape("NOT_A_GROUP", at)
    if unknown := sorted(str(name) for name in value.keys() - question.slugs):
        raise WrongShape("NOT_AN_OPTION", f"{at}.{unknown[0][:64]}")
    ticked = {one.slug for one in question.options if one.is_tick}
    parts = {
        name: _tick(one, f"{at}.{name}") if name in ticked else _written(one, f"{at}.{name}")
        for name, one in value.items()
        if one is not None
    }
    return {name: one for name, one in parts.items() if one is not None}


def _written(value: Any, at: str) -> str | None:
    return plain_text(value, LONGEST_LINE, at, multiline=False)


def _tick(value: Any, at: str) -> bool:
    if not isinstance(value, bool | str) or value not in (*_TRUE, *_FALSE, ""):
        raise WrongShape("NOT_YES_OR_NO", at)
    return value in _TRUE


KINDS: Mapping[str, Callable[[Question, Any], Any]] = {
    "text": _line,
    "long_text": _text,
    "email": _line,
    "phone": _line,
    "url": _url,
    "number": _number,
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "country": _country,
    "date_ranges": _date_ranges,
    "cutoff": _cutoff,
    "texts": _texts,
    "group": _group,
    "consent": _yes_no,
}
"""{question type: how its answers are cleaned}; files come by ticket. Each raises WrongShape."""
