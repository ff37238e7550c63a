"""What an answer was when a page was made, as a short mark in the page: so it is known which ones its reader changed.

Otherwise everything on a page that another window has changed meanwhile would look as if it were changed back.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from cms.applications.answers import clean_answers
from cms.applications.form_version import FormVersion

SEPARATOR = ":"


def mark_of(answer: Any) -> str:
    """12 hex digits."""
    return hashlib.sha256(orjson.dumps(answer, option=orjson.OPT_SORT_KEYS)).hexdigest()[:12]


def asked_keys(marked: Iterable[str]) -> list[str]:
    """Of the questions that stood on the page, from "<question>:<mark>:<revision>"."""
    return [one.partition(SEPARATOR)[0] for one in marked]


def shown_revisions(marked: Iterable[str]) -> dict[str, int]:
    """{question: revision of the application as the page shows its answer}, of those that tell one."""
    parts = (one.split(SEPARATOR, 2) for one in marked)
    return {key: int(number) for key, _mark, number in (one for one in parts if len(one) == 3) if is_number(number)}


def is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def changed_answers(form: FormVersion, answers: Mapping[str, Any], marked: Iterable[str]) -> dict[str, Any]:
    """Those that differ from what the page was made with; those without a mark, and those that cannot be kept, too."""
    marks = {key: mark for key, mark, *_revision in (f"{one}{SEPARATOR}".split(SEPARATOR, 2) for one in marked)}
    cleaned, _problems = clean_answers(form, answers)
    return {key: one for key, one in answers.items() if key not in cleaned or mark_of(cleaned[key]) != marks.get(key)}
