"""One of a fixed list of values, with its labels declared beside it."""

from collections.abc import Mapping
from typing import Any

from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import ByOptions
from cms.content.fields.field import Field, Report

Labels = Mapping[str, Mapping[str, str]]


class Choice(Field):
    """`options`: {value: {locale: label}}. Delivered as the enum `enum` with a label beside it, or with `as_term` as a
    {slug, label} pair; lists are narrowed by the enum either way."""

    cell = "choice"

    def __init__(self, options: Labels, *, enum: str = "", as_term: bool = False, **settings: Any) -> None:
        super().__init__(**settings)
        self.options = options
        self.enum = enum
        self.as_term = as_term

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if isinstance(value, str) and value in self.options:
            return value
        report.refuse(at, "NOT_AN_OPTION", f"Choose one of: {', '.join(self.options)}.")
        return None

    def form(self) -> FormSettings:
        return FormSettings(options=self.options)

    def label(self, value: str, locale: str) -> str:
        labels = self.options[value]
        return labels.get(locale) or labels.get("en") or value

    def narrowing(self) -> ByOptions:
        return ByOptions(self.enum, self.options)
