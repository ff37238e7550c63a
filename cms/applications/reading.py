"""An application as its applicant wrote it: each question that was asked, in the words of its form, with the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.applications.conditions import is_asked
from cms.applications.form_version import FormVersion
from cms.content.questions.asking import Part, Wording
from cms.content.questions.question import Question, text_of
from cms.content.rules.deadlines import deadlines_of
from storage.documents import ApplicationFile

CONTACT = "contact"
"""The kind of personal data that reviewers have no need of."""


@dataclass(frozen=True, slots=True)
class Answered:
    """`texts`: what was answered, one for each of several; `entries`: of a list of entries; `files`: uploaded ones.
    All three are empty where nothing was answered."""

    question: str
    type: str
    label: str
    texts: Sequence[str] = ()
    entries: Sequence[Sequence[Part]] = ()
    files: Sequence[ApplicationFile] = ()


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    answers: Sequence[Answered]


@dataclass(frozen=True, slots=True)
class Reader:
    """`call`: its data, for the names of cut-offs; `locale`: of the labels, the answers stay in the applicant's
    language; `without`: kinds of personal data that are left out."""

    form: FormVersion
    call: Mapping[str, Any]
    locale: str
    now: Any
    without: frozenset[str] = frozenset()

    def sections(self, answers: Mapping[str, Any], files: Sequence[ApplicationFile]) -> list[Section]:
        return [
            Section(
                step.key,
                text_of(step.title, self.locale),
                [
                    self.answered(one, answers, files)
                    for one in step.questions
                    if is_asked(self.form, one, answers) and one.personal not in self.without
                ],
            )
            for step in self.form.steps
        ]

    def answered(self, question: Question, answers: Mapping[str, Any], files: Sequence[ApplicationFile]) -> Answered:
        kind, value = question.kind, answers.get(question.key)
        wording = Wording(deadlines_of(self.call, self.now), self.locale)
        own = [one for one in files if one.question == question.key] if kind.takes_files else []
        entries = kind.entries(question, value, wording) if value is not None else ()
        texts = kind.texts(question, value, wording) if value is not None and not entries else []
        return Answered(question.key, question.type, text_of(question.label, self.locale), texts, entries, own)
