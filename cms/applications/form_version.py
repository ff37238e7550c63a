"""A form in the version that a call or an application is pinned to, with the options of its vocabularies.

A version is kept apart (`PinnedForm`) when a call that names the form is published, or an application begins: answers
stay readable whatever becomes of the form and of the terms.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Condition, Option, Question, Texts
from cms.content_types.pinned_form import pin_form
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.documents import HostApplication
from storage.mongo import Session

LINK = re.compile(r"\[([^\[\]]{1,200})\]\((privacy|https://[^\s()]{1,500})\)")
"""A link in the label of a consent, as in Markdown: "I have read the [privacy notice](privacy)"."""


@dataclass(frozen=True, slots=True)
class Step:
    key: str
    title: Texts
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class FormVersion:
    form: str
    version: int
    title: Texts
    steps: tuple[Step, ...]

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """{key: question}, in the order of the form."""
        return {question.key: question for step in self.steps for question in step.questions}

    def where(self, holds: Callable[[QuestionKind], bool]) -> Iterator[Question]:
        """The questions of whose kind that holds, in the order of the form."""
        return (one for one in self.questions.values() if holds(one.kind))

    @cached_property
    def cutoff_question(self) -> Question | None:
        """Where the applicant chooses among the cut-offs of the call."""
        return next(self.where(lambda kind: kind.chooses_cutoff), None)

    def step_of(self, question: str) -> str | None:
        """The key of the step in which a question stands."""
        found = (step.key for step in self.steps if any(one.key == question for one in step.questions))
        return next(found, None)


async def form_of(services: Services, application: HostApplication, session: Session | None = None) -> FormVersion:
    """The form that an application answers. Raises NotFound."""
    return await _pinned(services, application.form, application.form_version, session)


async def form_of_call(services: Services, call: Mapping[str, Any], session: Session | None = None) -> FormVersion:
    """The form of a call, which is its live document (`cms.applications.calls`). Raises NotFound where it has none."""
    form = call["data"].get("form")
    version = call.get("derived", {}).get("form_version")
    if form and version is None:  # published before calls were pinned
        version = await _pin_now(services, form, session)
    if not form or version is None:
        raise NotFound("This call has no application form yet.")
    return await _pinned(services, form, version, session)


async def _pin_now(services: Services, form: str, session: Session | None) -> int | None:
    if session is not None:
        return await pin_form(services.repository, form, services.clock(), session)
    return await services.transact(lambda own: pin_form(services.repository, form, services.clock(), own))


async def _pinned(services: Services, form: str, version: int, session: Session | None) -> FormVersion:
    pinned = await services.repository.pinned_forms.get(form, version, session)
    if pinned is None:
        raise NotFound(f"The form {form} is not kept in version {version}.")
    return form_version(form, version, pinned.data)


def form_version(form: str, version: int, data: Mapping[str, Any]) -> FormVersion:
    """Of the data that is kept, with nothing asked of the database."""
    steps = tuple(
        Step(step["key"], step.get("title", {}), tuple(_question(one) for one in step.get("questions", ())))
        for step in data.get("steps", ())
    )
    return FormVersion(form, version, data.get("title", {}), steps)


_PLAIN = (
    "required",
    "min",
    "max",
    "max_length",
    "max_files",
    "max_bytes",
    "max_days",
    "days_ahead",
    "personal",
    "keep_months",
)


def _question(data: Mapping[str, Any]) -> Question:
    label = data.get("label", {})
    return Question(
        data["key"],
        data["type"],
        {locale: LINK.sub(r"\1", text) for locale, text in label.items()},
        data.get("help", {}),
        linked_label=label,
        accept=tuple(data.get("accept", ())),
        show_if=_condition(data.get("show_if")),
        waived_if=_condition(data.get("waived_if")),
        vocabulary=data.get("options_from") or data.get("vocabulary"),
        options=tuple(
            Option(one["slug"], one.get("label", {}), bool(one.get("tick"))) for one in data.get("options", ())
        ),
        **{name: data[name] for name in _PLAIN if data.get(name) is not None},
    )


def _condition(data: Mapping[str, Any] | None) -> Condition | None:
    return Condition(data["question"], tuple(data.get("values", ()))) if data and data.get("question") else None
