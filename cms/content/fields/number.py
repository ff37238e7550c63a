"""Whole and decimal numbers with bounds."""

import math
from collections.abc import Iterator
from typing import Any

from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import Scalar
from cms.content.fields.field import Field, Report
from cms.kernel.errors import Problem

SAFE = 2**31 - 1


class Integer(Field):
    """A whole number that fits GraphQL's Int."""

    cell = "text"

    def __init__(self, *, minimum: int = 0, maximum: int = SAFE, **options: Any) -> None:
        super().__init__(**options)
        self.minimum = minimum
        self.maximum = maximum

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= SAFE:
            return value
        report.refuse(at, "NOT_A_NUMBER", "This must be a whole number.")
        return None

    def value_problems(self, value: int, at: str, locale: str) -> Iterator[Problem]:
        if not self.minimum <= value <= self.maximum:
            yield Problem(at, "OUT_OF_RANGE", f"Give a number from {self.minimum} to {self.maximum}.")

    def form(self) -> FormSettings:
        return FormSettings(limits={"minimum": self.minimum, "maximum": self.maximum})

    def delivery(self) -> Scalar:
        return Scalar("Int", self.required)


class Decimal(Integer):
    """A finite number, such as a latitude."""

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        report.refuse(at, "NOT_A_NUMBER", "This must be a number.")
        return None

    def delivery(self) -> Scalar:
        return Scalar("Float", self.required)
