"""What stands between a draft and its submission."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from cms.applications.answer_rules import rule_problems
from cms.applications.conditions import asked_questions, is_required
from cms.applications.form_version import FormVersion
from cms.applications.words import say
from cms.content.questions.question import Question
from cms.content.rules.deadlines import Deadline, deadlines_of, find_deadline, next_open
from cms.kernel.errors import Problem
from storage.documents import ApplicationFile


def problems_at_submit(
    form: FormVersion,
    answers: Mapping[str, Any],
    files: Sequence[ApplicationFile],
    call: Mapping[str, Any],
    now: datetime,
    locale: str = "en",
    *,
    returned_until: datetime | None = None,
) -> list[Problem]:
    """In the order of the form. `field` is the key of a question, or leads into its answer ("partners.0.name"). `call`:
    its data. `returned_until`: until when an application that was sent back may be completed, whatever passed."""
    deadlines = deadlines_of(call, now)
    by_question = _files_by_question(files)
    found = [
        problem
        for question in asked_questions(form, answers)
        for problem in _of_question(form, question, answers, by_question, deadlines, locale)
    ]
    return [*found, *deadline_problems(form, answers, deadlines, now, locale, returned_until=returned_until)]


def deadline_problems(
    form: FormVersion,
    answers: Mapping[str, Any],
    deadlines: Sequence[Deadline],
    now: datetime,
    locale: str,
    *,
    returned_until: datetime | None = None,
) -> list[Problem]:
    """CUTOFF_PASSED or CALL_CLOSED where it is too late: at the moment of a deadline it has passed."""
    question = form.cutoff_question
    field = question.key if question else ""
    chosen = chosen_deadline(form, answers, deadlines)
    if returned_until is not None:
        return [] if now < returned_until else [Problem(field, "RETURN_PASSED", say("RETURN_PASSED", locale))]
    ahead = next_open(deadlines)
    if ahead is None:
        return [Problem(field, "CALL_CLOSED", say("CALL_CLOSED", locale))]
    if chosen is not None and chosen.passed:
        values = {"passed": chosen.label(locale), "next": ahead.label(locale)}
        return [Problem(field, "CUTOFF_PASSED", say("CUTOFF_PASSED", locale, **values))]
    return []


def chosen_deadline(form: FormVersion, answers: Mapping[str, Any], deadlines: Sequence[Deadline]) -> Deadline | None:
    """The one that was chosen; the next one where the form does not ask."""
    question = form.cutoff_question
    if question is None:
        return next_open(deadlines)
    return find_deadline(deadlines, answers.get(question.key))


def _of_question(
    form: FormVersion,
    question: Question,
    answers: Mapping[str, Any],
    files: Mapping[str, Sequence[ApplicationFile]],
    deadlines: Sequence[Deadline],
    locale: str,
) -> Iterator[Problem]:
    kind = question.kind
    answer = list(files.get(question.key, ())) if kind.takes_files else answers.get(question.key)
    if kind.is_empty(answer):
        if is_required(form, question, answers):
            yield Problem(question.key, kind.missing_code, say(kind.missing_code, locale))
        return
    chosen = chosen_deadline(form, answers, deadlines)
    yield from rule_problems(question, answer, deadlines, chosen, locale)


"""How it is said that an answer is missing."""


def _files_by_question(files: Sequence[ApplicationFile]) -> dict[str, list[ApplicationFile]]:
    found: dict[str, list[ApplicationFile]] = {}
    for one in files:
        found.setdefault(one.question, []).append(one)
    return found
