"""All kinds of questions by their names, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cms.content.rules.labels import Label

if TYPE_CHECKING:
    from cms.content.questions.kind import QuestionKind


class Kinds(Mapping[str, "QuestionKind"]):
    """{name: kind}"""

    def __init__(self) -> None:
        self._known: dict[str, QuestionKind] = {}

    def add(self, kind: QuestionKind) -> None:
        self._known = dict(sorted({**self._known, kind.name: kind}.items(), key=lambda one: one[1].place))

    def remove(self, name: str) -> None:
        del self._known[name]

    def __getitem__(self, name: str) -> QuestionKind:
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class Labels(Mapping[str, Mapping[str, str]]):
    """{name: {locale: label}}, as the field `Choice` offers them. The form builder has words of its own."""

    languages = ("en",)
    about = "What kind of answer a question takes."

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds

    def __getitem__(self, name: str) -> Label:
        kind = self._kinds[name]
        return Label(kind.label, meaning=kind.answered)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


KINDS = Kinds()
LABELS = Labels(KINDS)
