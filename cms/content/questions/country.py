"""A country, by its code."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from cms.content.questions.asking import Control, Fault, Offer, Submission, Wording
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import WrongShape
from cms.content.rules.collation import order_key
from cms.content.rules.country import country_codes, country_name, is_country


class Country(QuestionKind):
    name = "country"
    label = "Country"
    place = 100
    answered = "A country: two letters of ISO 3166-1, such as `CZ`."

    def cleaned(self, question: Question, value: Any) -> str | None:
        if value == "":
            return None
        if not isinstance(value, str) or not is_country(value):
            raise WrongShape("NOT_AN_OPTION")
        return value

    def faults(self, question: Question, answer: str, submission: Submission) -> Iterator[Fault]:
        return iter(())

    def texts(self, question: Question, answer: str, wording: Wording) -> list[str]:
        return [country_name(str(answer), wording.locale)]

    def offers(self, question: Question, answer: Any, control: Control) -> Sequence[Offer]:
        return [Offer(code, label, code == answer) for code, label in _countries(control.locale)]


@cache
def _countries(locale: str) -> tuple[tuple[str, str], ...]:
    named = ((code, country_name(code, locale)) for code in country_codes())
    return tuple(sorted(named, key=lambda one: order_key(one[1], locale)))
