"""The answers in a posted page of the form, in the shapes of `cms.applications.answers`; wrong ones stay as typed."""

from typing import Any

from cms.applications.form_version import FormVersion, Question
from cms.applications.pages.answer_marks import asked_keys
from cms.applications.pages.posted import Posted

TICKED = "yes"


def posted_answers(form: FormVersion, posted: Posted) -> dict[str, Any]:
    """Of the questions that were asked on the page: one that is not among them was not shown, and keeps its answer."""
    asked = (form.questions.get(key) for key in asked_keys(posted.many("asked")))
    return {one.key: _answer(one, posted) for one in asked if one is not None and one.type != "files"}


def _answer(question: Question, posted: Posted) -> Any:
    name = f"a.{question.key}"
    match question.type:
        case "choices":
            return posted.many(name)
        case "consent":
            return posted.one(name) == TICKED
        case "texts":
            return [entry.get("", "") for entry in posted.entries(question.key)]
        case "date_ranges":
            return posted.entries(question.key)
        case "group":
            return [_entry(question, entry) for entry in posted.entries(question.key)]
        case _:
            return posted.one(name)


def _entry(question: Question, entry: dict[str, str]) -> dict[str, Any]:
    """A box that is not ticked is not sent."""
    return {
        part.slug: entry.get(part.slug) == TICKED if part.is_tick else entry.get(part.slug, "")
        for part in question.options
    }


def without_entry(answer: Any, number: int) -> Any:
    return [one for at, one in enumerate(answer) if at != number] if isinstance(answer, list) else answer
