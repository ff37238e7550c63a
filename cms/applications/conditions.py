"""Whether a question is asked, and whether it must be answered, given the other answers."""

from collections.abc import Mapping
from typing import Any

from cms.applications.form_version import FormVersion
from cms.content.questions.question import Condition, Question

Answers = Mapping[str, Any]


def is_asked(form: FormVersion, question: Question, answers: Answers) -> bool:
    """A question whose condition hangs on one that is itself not asked is not asked either; a circle asks nothing."""
    seen: set[str] = set()
    one: Question | None = question
    while one is not None and one.show_if is not None:
        if one.key in seen or not holds(form, one.show_if, answers):
            return False
        seen.add(one.key)
        one = form.questions.get(one.show_if.question)
    return one is not None


def is_required(form: FormVersion, question: Question, answers: Answers) -> bool:
    """Whether an answer must be there to submit."""
    if not question.required or not is_asked(form, question, answers):
        return False
    return question.waived_if is None or not holds_now(form, question.waived_if, answers)


def asked_questions(form: FormVersion, answers: Answers) -> list[Question]:
    """In the order of the form."""
    return [one for one in form.questions.values() if is_asked(form, one, answers)]


def holds(form: FormVersion, condition: Condition, answers: Answers) -> bool:
    """Whether one of the values was answered, be the question asked or not."""
    question = form.questions.get(condition.question)
    return question is not None and not question.kind.compared(answers.get(question.key)).isdisjoint(condition.values)


def holds_now(form: FormVersion, condition: Condition, answers: Answers) -> bool:
    """The same, where an answer to a question that is not asked counts as none."""
    question = form.questions.get(condition.question)
    return question is not None and is_asked(form, question, answers) and holds(form, condition, answers)
