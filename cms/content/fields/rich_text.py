"""Formatted text, stored as ProseMirror JSON (see `cms.content.richtext`)."""

from collections.abc import Iterator
from typing import Any

from cms.content import richtext
from cms.content.fields.answers import Picture
from cms.content.fields.field import Field, Report


class RichText(Field):
    undescribed = "Describe the pictures of this text in their alternative texts: {files}."

    def clean_value(self, value: Any, at: str, report: Report) -> dict[str, Any] | None:
        problems = richtext.problems(value, at)
        report.problems.extend(problems)
        return None if problems else richtext.with_heading_ids([value])[0]

    def completed_value(self, before: Any, given: Any) -> Any:
        return richtext.with_former_ids(given, before) if before else given

    def value_references(self, value: dict[str, Any]) -> Iterator[str]:
        return (id for _kind, id in richtext.references(value))

    def value_pictures(self, value: dict[str, Any]) -> Iterator[Picture]:
        return (Picture(file, is_described=alt is not None) for file, alt in richtext.pictures(value))

    def words(self, value: Any) -> str:
        return richtext.to_text(value)
