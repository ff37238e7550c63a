"""The answers in a posted page of the form, in the shapes of `cms.applications.answers`; wrong ones stay as typed."""

from typing import Any

from cms.applications.form_version import FormVersion
from cms.applications.pages.answer_marks import asked_keys
from cms.applications.pages.posted import Posted


def posted_answers(form: FormVersion, posted: Posted) -> dict[str, Any]:
    """Of the questions that were asked on the page: one that is not among them was not shown, and keeps its answer."""
    asked = (form.questions.get(key) for key in asked_keys(posted.many("asked")))
    return {one.key: one.kind.posted(one, posted) for one in asked if one is not None and not one.kind.takes_files}


def without_entry(answer: Any, number: int) -> Any:
    return [one for at, one in enumerate(answer) if at != number] if isinstance(answer, list) else answer
