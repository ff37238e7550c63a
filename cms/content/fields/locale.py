"""Locale codes such as en, cs or pt-BR."""

from typing import Any

from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import ByKeys, Scalar
from cms.content.fields.field import MAX_LOCALES, Field, Report
from cms.content.rules.locale_code import is_locale

__all__ = ["LocaleCode", "is_locale"]


class LocaleCode(Field):
    """One locale, or with `many` an ordered list without repetitions."""

    cell = "text"

    def __init__(self, *, many: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.many = many

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        if not self.many and is_locale(value):
            return value
        if self.many and isinstance(value, list) and len(value) <= MAX_LOCALES and all(map(is_locale, value)):
            return list(dict.fromkeys(value))
        report.refuse(at, "NOT_A_LOCALE", "Give a language code such as en, cs or pt-BR.")
        return None

    def form(self) -> FormSettings:
        return FormSettings(switches={"many": self.many})

    def delivery(self) -> Scalar:
        return (
            Scalar("Locale", is_required=True, is_list=True, empty=[]) if self.many else Scalar("Locale", self.required)
        )

    def narrowing(self) -> ByKeys:
        return ByKeys()
