"""Answers as they come in, of which what has the right shape is kept. A draft may be incomplete and break rules, which
stops its submission alone (`cms.applications.missing`); its answers always have the shapes of their questions.

The shapes are those of the kinds of questions, `cms.content.questions`.
"""

from collections.abc import Mapping
from typing import Any

import orjson

from cms.applications.form_version import FormVersion
from cms.applications.words import say
from cms.content.questions.shapes import WrongShape
from cms.kernel.errors import Problem

MAX_BYTES = 400_000
"""Of all answers of an application as JSON."""
MAX_GIVEN = 500
"""Answers in one call."""


def clean_answers(
    form: FormVersion, given: Mapping[str, Any], locale: str = "en"
) -> tuple[dict[str, Any], list[Problem]]:
    """(answers of the right shape, problems of the others). An answer that is empty comes out as None: it is taken
    away. Texts are plain text: markup in them is shown as it was written; control characters go."""
    cleaned: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in list(given.items())[:MAX_GIVEN]:
        question = form.questions.get(key)
        if question is None:
            problems.append(Problem(key[:64], "UNKNOWN_QUESTION", say("UNKNOWN_QUESTION", locale)))
            continue
        try:
            is_taken_away = value is None and not question.kind.takes_files
            cleaned[key] = None if is_taken_away else question.kind.cleaned(question, value)
        except WrongShape as wrong:
            at = f"{key}.{wrong.at}" if wrong.at else key
            problems.append(Problem(at, wrong.code, say(wrong.code, locale, **wrong.values)))
    return cleaned, problems


def size_problems(answers: Mapping[str, Any], locale: str = "en") -> list[Problem]:
    """Where all of them together are more than can be kept."""
    if len(orjson.dumps(answers)) <= MAX_BYTES:
        return []
    return [Problem("", "ANSWERS_TOO_LARGE", say("ANSWERS_TOO_LARGE", locale))]
