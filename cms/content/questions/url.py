"""A web address; one without https:// gets it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from cms.content.questions.asking import Fault, Submission
from cms.content.questions.line_kind import LineKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import line

_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#].*)?", re.DOTALL)


class Url(LineKind):
    name = "url"
    label = "Web address"
    place = 50
    answered = "A web address: text."
    longest = 2000

    def cleaned(self, question: Question, value: Any) -> str | None:
        text = line(value)
        return f"https://{text}" if text and "://" not in text and _HOST.fullmatch(text) else text

    def faults(self, question: Question, answer: str, submission: Submission) -> Iterator[Fault]:
        if len(answer) > self.longest or not _is_address(answer):
            yield Fault("NOT_AN_ADDRESS")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        return False
