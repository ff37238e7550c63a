"""Terms of a vocabulary, by their slugs."""

from typing import Any

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

    @staticmethod
    def _is_slug(value: Any) -> bool:
        return isinstance(value, str) and KEY.fullmatch(value) is not None
