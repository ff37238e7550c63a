"""Terms of a vocabulary, by their slugs."""

from collections.abc import Iterator, Mapping
from typing import Any

from cms.content.fields.answers import FormSettings, TermUse
from cms.content.fields.delivery import ByTerms
from cms.content.fields.field import Field, Report
from cms.content.fields.text import KEY


class Terms(Field):
    """An ordered list of slugs of the vocabulary `vocabulary`; with `single` one slug."""

    def __init__(self, vocabulary: str, *, max_items: int = 20, single: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.vocabulary = vocabulary
        self.max_items = max_items
        self.single = single

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        slugs = [value] if self.single else value
        if isinstance(slugs, list) and len(slugs) <= self.max_items and all(self._is_slug(s) for s in slugs):
            return value if self.single else list(dict.fromkeys(slugs))
        report.refuse(at, "NOT_TERMS", f"Give at most {self.max_items} terms of the vocabulary {self.vocabulary}.")
        return None

    def value_terms(self, value: Any) -> Iterator[TermUse]:
        return (TermUse(self.vocabulary, slug) for slug in ([value] if self.single else value))

    def with_terms(self, value: Any, vocabulary: str, moved: Mapping[str, str]) -> Any:
        """A list has each term once."""
        if self.vocabulary != vocabulary:
            return value
        return moved.get(value, value) if self.single else list(dict.fromkeys(moved.get(slug, slug) for slug in value))

    def form(self) -> FormSettings:
        limits, switches = {"max_items": self.max_items}, {"single": self.single}
        return FormSettings(limits=limits, switches=switches, vocabulary=self.vocabulary)

    @staticmethod
    def _is_slug(value: Any) -> bool:
        return isinstance(value, str) and KEY.fullmatch(value) is not None

    def narrowing(self) -> ByTerms:
        return ByTerms(self.vocabulary)
