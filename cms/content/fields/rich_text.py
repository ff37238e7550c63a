"""Formatted text, stored as ProseMirror JSON (see `cms.content.richtext`)."""

from collections.abc import Iterator
from typing import Any

from cms.content import richtext
from cms.content.fields.field import Field, Report


class RichText(Field):
    def clean_value(self, value: Any, at: str, report: Report) -> dict[str, Any] | None:
        problems = richtext.problems(value, at)
        report.problems.extend(problems)
        return None if problems else richtext.with_heading_ids([value])[0]

    def completed_value(self, before: Any, given: Any) -> Any:
        return richtext.with_former_ids(given, before) if before else given

    def value_references(self, value: dict[str, Any]) -> Iterator[str]:
        return (id for _kind, id in richtext.references(value))
