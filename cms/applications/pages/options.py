"""What can be chosen: a question's own options, countries, the cut-offs of the call, yes and no."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cms.applications.form_version import Question, text_of
from cms.applications.pages.texts import say
from cms.content.rules.collation import order_key
from cms.content.rules.country import country_codes, country_name
from cms.content.rules.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Option:
    slug: str
    label: str
    is_chosen: bool = False
    is_passed: bool = False


def options_of(question: Question, answer: Any, deadlines: Sequence[Deadline], locale: str) -> tuple[Option, ...]:
    chosen = _chosen(answer)
    if question.type == "cutoff":
        return tuple(_cutoff(one, chosen, locale) for one in deadlines if not one.passed or one.id in chosen)
    return tuple(Option(slug, label, slug in chosen) for slug, label in _offered(question, locale))


def _offered(question: Question, locale: str) -> Sequence[tuple[str, str]]:
    match question.type:
        case "country":
            return _countries(locale)
        case "yes_no":
            return [("yes", say("question.yes", locale)), ("no", say("question.no", locale))]
        case "choice" | "choices":
            return [(one.slug, text_of(one.label, locale) or one.slug) for one in question.options]
        case _:
            return ()


def _chosen(answer: Any) -> frozenset[str]:
    if isinstance(answer, bool):
        return frozenset(["yes" if answer else "no"])
    return frozenset(map(str, answer if isinstance(answer, list) else [answer]))


def _cutoff(deadline: Deadline, chosen: frozenset[str], locale: str) -> Option:
    """One that has passed is shown where it was chosen: an application that was sent back keeps it."""
    words = [deadline.label(locale)]
    if deadline.passed:
        words.append(f"({say('landing.passed', locale)})")
    elif deadline.tentative:
        words.append(say("question.tentative", locale))
    return Option(deadline.id, " ".join(words), deadline.id in chosen, deadline.passed)


@cache
def _countries(locale: str) -> tuple[tuple[str, str], ...]:
    named = ((code, country_name(code, locale)) for code in country_codes())
    return tuple(sorted(named, key=lambda one: order_key(one[1], locale)))
