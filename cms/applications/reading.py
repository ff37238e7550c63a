"""An application as its applicant wrote it: each question that was asked, in the words of its form, with the answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.applications.conditions import is_asked
from cms.applications.form_version import FormVersion, Question, text_of
from cms.content.rules.country import country_name
from cms.content.rules.date_label import date_range_label
from cms.content.rules.deadlines import deadlines_of, find_deadline
from storage.documents import ApplicationFile

YES_NO = {
    "en": ("Yes", "No"),
    "cs": ("Ano", "Ne"),
    "bg": ("Да", "Не"),
}
CONTACT = "contact"
"""The kind of personal data that reviewers have no need of."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of an entry of a list."""

    label: str
    text: str


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
        value, label = answers.get(question.key), text_of(question.label, self.locale)
        own = [one for one in files if one.question == question.key] if question.type == "files" else []
        entries = [list(self._parts(question, one)) for one in value or ()] if question.type == "group" else []
        texts = list(self._texts(question, value)) if value is not None and not own and not entries else []
        return Answered(question.key, question.type, label, texts, entries, own)

    def _texts(self, question: Question, value: Any) -> Iterator[str]:
        write = self._writers().get(question.type, str)
        for one in value if isinstance(value, list) else [value]:
            if one not in (None, ""):
                yield write(one) if question.type not in ("choice", "choices") else self._option(question, one)

    def _writers(self) -> Mapping[str, Callable[[Any], str]]:
        return {
            "yes_no": self._yes_no,
            "consent": self._yes_no,
            "country": lambda code: country_name(str(code), self.locale),
            "cutoff": self._cutoff,
            "date_ranges": lambda one: date_range_label(one["start"], one["end"], self.locale),
        }

    def _yes_no(self, value: Any) -> str:
        yes, no = YES_NO.get(self.locale, YES_NO["en"])
        return yes if value else no

    def _option(self, question: Question, slug: Any) -> str:
        return question.option_label(str(slug), self.locale)

    def _cutoff(self, id: Any) -> str:
        found = find_deadline(deadlines_of(self.call, self.now), str(id))
        return found.label(self.locale) if found else str(id)

    def _parts(self, question: Question, entry: Any) -> Iterator[Part]:
        given = entry if isinstance(entry, dict) else {}
        for option in question.options:
            value = given.get(option.slug)
            if value not in (None, ""):
                text = self._yes_no(value) if isinstance(value, bool) else str(value)
                yield Part(text_of(option.label, self.locale), text)
