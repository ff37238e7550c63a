"""A list of entries of several parts, which are written or ticked: [{part: str or bool}]."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cms.content.questions.asking import (
    Control,
    EntryFields,
    Fault,
    FormFault,
    Part,
    PartField,
    PostedFields,
    Submission,
    Wording,
)
from cms.content.questions.list_kind import ListKind
from cms.content.questions.measures import length_faults, number_faults
from cms.content.questions.question import Option, Question, text_of
from cms.content.questions.shapes import TICKED, WrongShape, entries, line, tick
from cms.content.questions.truth_kind import truth_label

Entry = Mapping[str, Any]


class Group(ListKind):
    name = "group"
    label = "List of entries"
    place = 150
    answered = "Entries: a list of objects whose members are the slugs of `options`."
    is_written = True

    def form_faults(self, question: Mapping[str, Any]) -> Iterator[FormFault]:
        if not question.get("options"):
            yield FormFault("options", "NO_PARTS", "Say of which parts an entry consists.")

    def posted(self, question: Question, posted: PostedFields) -> list[dict[str, Any]]:
        return [
            {
                part.slug: entry.get(part.slug) == TICKED if part.is_tick else entry.get(part.slug, "")
                for part in question.options
            }
            for entry in posted.entries(question.key)
        ]

    def cleaned(self, question: Question, value: Any) -> list[dict[str, Any]] | None:
        found = [_cleaned(question, one, str(at)) for at, one in enumerate(entries(value))]
        return [one for one in found if any(one.values())] or None

    def faults(self, question: Question, answer: Sequence[Entry], submission: Submission) -> Iterator[Fault]:
        """The first part of each entry, such as a name, must be there."""
        yield from number_faults(question, answer)
        first = question.options[0].slug if question.options else None
        for at, entry in enumerate(answer):
            if first and not entry.get(first):
                yield Fault("REQUIRED", f"{at}.{first}")
            for part, value in entry.items():
                if isinstance(value, str):
                    yield from length_faults(question, value, self.longest, f"{at}.{part}")

    def texts(self, question: Question, answer: Sequence[Entry], wording: Wording) -> list[str]:
        return [_line(question, one, wording.locale) for one in answer]

    def entries(self, question: Question, answer: Sequence[Entry], wording: Wording) -> Sequence[Sequence[Part]]:
        return [list(_parts(question, one, wording.locale)) for one in answer]

    def fields_of(self, question: Question, entry: Any, at: str, control: Control) -> EntryFields:
        typed: Entry = entry if isinstance(entry, Mapping) else {}
        parts = tuple(_field(one, typed, at, control) for one in question.options)
        return EntryFields(parts=parts, problem=control.problems.get(at))

    def first_field(self, question: Question) -> Sequence[str]:
        return ("0", *(one.slug for one in question.options[:1]))

    def field_id(self, question: Question, path: Sequence[str]) -> str:
        """The whole question without a path: it may have no entry yet."""
        return super().field_id(question, path) if path else f"q-{question.key}"


def _cleaned(question: Question, value: Any, at: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise WrongShape("NOT_A_GROUP", at)
    if unknown := sorted(str(name) for name in value.keys() - question.slugs):
        raise WrongShape("NOT_AN_OPTION", f"{at}.{unknown[0][:64]}")
    ticked = {one.slug for one in question.options if one.is_tick}
    parts = {
        name: tick(one, f"{at}.{name}") if name in ticked else line(one, f"{at}.{name}")
        for name, one in value.items()
        if one is not None
    }
    return {name: one for name, one in parts.items() if one is not None}


def _line(question: Question, entry: Entry, locale: str) -> str:
    """ "Region Zlín, authority, co-organiser (Confirmed)"."""
    texts = [str(entry[one.slug]) for one in question.options if isinstance(entry.get(one.slug), str)]
    ticked = [text_of(one.label, locale) for one in question.options if entry.get(one.slug) is True]
    return ", ".join(texts) + (f" ({', '.join(ticked)})" if ticked else "")


def _parts(question: Question, entry: Any, locale: str) -> Iterator[Part]:
    given = entry if isinstance(entry, Mapping) else {}
    for option in question.options:
        value = given.get(option.slug)
        if value not in (None, ""):
            text = truth_label(value, locale) if isinstance(value, bool) else str(value)
            yield Part(text_of(option.label, locale), text)


def _field(part: Option, entry: Entry, at: str, control: Control) -> PartField:
    value, label = entry.get(part.slug), text_of(part.label, control.locale)
    shown = value in (True, TICKED) if part.is_tick else value
    return PartField(part.slug, label, shown, part.is_tick, control.problems.get(f"{at}.{part.slug}"))
