"""A kind of field of somebody else's, by the recipe: one class, here with a type that uses it."""

import json
from pathlib import Path

MODULE = "hotlines_of_a_test"
DECLARED = '''
import re
from collections.abc import Iterator
from typing import Any

from cms.content.fields import Field, Report, Text
from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import ByKeys, Scalar
from cms.content_types import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.kernel.errors import Problem


class ByNumbers(ByKeys):
    def stored(self, value: str) -> str:
        return re.sub(r"[ ()-]", "", value)


class Phone(Field):
    """A number with its country, stored as "+420123456789". `prefix`: where it must be."""

    edited_as = "Text"

    def __init__(self, *, prefix: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.prefix = prefix

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        number = re.sub(r"[ ()-]", "", value) if isinstance(value, str) else ""
        if re.fullmatch(r"[+][0-9]{8,15}", number):
            return number
        report.refuse(at, "NOT_A_PHONE", "Give a number such as +420 123 456 789.")
        return None

    def value_problems(self, value: str, at: str, locale: str) -> Iterator[Problem]:
        if not value.startswith(self.prefix):
            yield Problem(at, "ABROAD", f"Give a number that begins with {self.prefix}.")

    def words(self, value: Any) -> str:
        return " ".join(re.findall(r"[+]?[0-9]{1,3}", value or ""))

    def form(self) -> FormSettings:
        return FormSettings(limits={"max_length": 16})

    def delivery(self) -> Scalar:
        return Scalar.text(self.required)

    def narrowing(self) -> ByKeys:
        return ByNumbers()


class Hotline(ContentType):
    delivery = Delivery(plural="hotlines", one="hotline", orders=(Order("title", by_words=True),), filters=("number",))

    title = Text(localized=True, required=True)
    number = Phone(required=True, prefix="+420")
    advice = Phone(localized=True)
'''
WORDS = {
    "singular": {"en": "Hotline", "cs": "Linka", "bg": "Линия"},
    "plural": {"en": "Hotlines", "cs": "Linky", "bg": "Линии"},
    "new": {"en": "New hotline", "cs": "Nová linka", "bg": "Нова линия"},
    "fields": {
        "advice": {"en": "Advice", "cs": "Poradna", "bg": "Съвети"},
        "number": {"en": "Number", "cs": "Číslo", "bg": "Номер"},
    },
}


def declare_hotlines(folder: Path) -> None:
    """CMS_CONTENT_TYPES=hotlines_of_a_test finds the type where the folder is on Python's path."""
    (folder / "texts").mkdir()
    (folder / f"{MODULE}.py").write_text(DECLARED, "utf-8")
    (folder / "texts" / "Hotline.json").write_text(json.dumps(WORDS), "utf-8")
