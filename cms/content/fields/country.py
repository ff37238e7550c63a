"""A country by its ISO 3166-1 code."""

from typing import Any

from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import ByCountries
from cms.content.fields.field import Field, Report
from cms.content.rules.country import is_country


class Country(Field):
    """Two letters, any country of the world and Kosovo; `many` for a list."""

    cell = "country"

    def __init__(self, *, many: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.many = many

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        codes = value if self.many else [value]
        if isinstance(codes, list) and len(codes) <= 60 and all(isinstance(c, str) and is_country(c) for c in codes):
            return value
        report.refuse(at, "NOT_A_COUNTRY", "Give a country by its two letters, such as CZ.")
        return None

    def form(self) -> FormSettings:
        return FormSettings(switches={"many": self.many})

    def narrowing(self) -> ByCountries:
        return ByCountries()
