"""Plain text: one line, several lines, lists of lines, addresses and keys."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import ByKeys, ByWords, Scalar
from cms.content.fields.field import Field, Report
from cms.content.rules.email_address import MESSAGES, email_fault
from cms.kernel.errors import Problem

HARD_LIMIT = 100_000
KEY = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Text(Field):
    """A string; `max_length` in characters stops publication, the hard limit of 100,000 stops the write."""

    cell = "text"

    def __init__(self, *, max_length: int = 500, multiline: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.max_length = max_length
        self.multiline = multiline

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if not isinstance(value, str):
            report.refuse(at, "NOT_TEXT", "This must be text.")
        elif len(value) > HARD_LIMIT:
            report.refuse(at, "TOO_LONG", f"Shorten this to at most {self.max_length} characters.")
        else:
            text = unicodedata.normalize("NFC", CONTROL.sub("", value)).strip()
            return text if self.multiline else re.sub(r"\s*\n\s*", " ", text)
        return None

    def value_problems(self, value: str, at: str, locale: str) -> Iterator[Problem]:
        if len(value) > self.max_length:
            yield Problem(
                at,
                "TOO_LONG",
                f"Shorten this to {self.max_length} characters (now {len(value)}).",
                locale if self.localized else None,
            )

    def words(self, value: Any) -> str:
        return value or ""

    def form(self) -> FormSettings:
        return FormSettings(limits={"max_length": self.max_length}, switches={"multiline": self.multiline})

    def delivery(self) -> Scalar:
        return Scalar.text(self.required)


class TextList(Field):
    """A list of short texts, such as the objectives of an edition."""

    cell = "listed"

    def __init__(self, *, min_items: int = 0, max_items: int = 8, max_length: int = 500, **options: Any) -> None:
        super().__init__(**options)
        self.min_items = min_items
        self.max_items = max_items
        self.line = Text(max_length=max_length)

    def clean_value(self, value: Any, at: str, report: Report) -> list[str] | None:
        if not isinstance(value, list) or len(value) > 200:
            report.refuse(at, "NOT_A_LIST", f"Give a list of at most {self.max_items} texts.")
            return None
        lines = [self.line.clean_value(one, f"{at}.{index}", report) for index, one in enumerate(value)]
        return [line for line in lines if line]

    def value_problems(self, value: list[str], at: str, locale: str) -> Iterator[Problem]:
        where = locale if self.localized else None
        if not self.min_items <= len(value) <= self.max_items:
            yield Problem(at, "WRONG_NUMBER", f"Give between {self.min_items} and {self.max_items} lines.", where)
        for index, line in enumerate(value):
            yield from self.line.value_problems(line, f"{at}.{index}", locale)

    def words(self, value: Any) -> str:
        return "\n".join(value or ())

    def form(self) -> FormSettings:
        limits = {"max_length": self.line.max_length, "min_items": self.min_items, "max_items": self.max_items}
        return FormSettings(limits=limits)

    def delivery(self) -> Scalar:
        return Scalar("String", is_required=True, is_list=True, empty=[])

    def narrowing(self) -> ByWords:
        return ByWords(self.line.max_length)


class Key(Text):
    """A machine name: lower-case letters, digits, hyphen and underscore, at most 64."""

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if isinstance(value, str) and KEY.fullmatch(value):
            return value
        report.refuse(at, "NOT_A_KEY", "Use lower-case letters, digits and hyphens, at most 64.")
        return None

    def narrowing(self) -> ByKeys:
        return ByKeys()


class Email(Text):
    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        fault = email_fault(value) if isinstance(value, str) else "NOT_AN_EMAIL"
        if fault is None:
            return value.strip()
        report.refuse(at, fault, MESSAGES[fault])
        return None


class Url(Text):
    """An absolute http(s) address, or with `relative` also a path on the site such as /about."""

    def __init__(self, *, relative: bool = False, **options: Any) -> None:
        super().__init__(max_length=2000, **options)
        self.relative = relative

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if isinstance(value, str) and len(value) <= 2000 and self._is_safe(value.strip()):
            return value.strip()
        report.refuse(at, "NOT_AN_ADDRESS", "Give a full address that starts with https:// or http://.")
        return None

    def form(self) -> FormSettings:
        settings = super().form()
        return replace(settings, switches={**settings.switches, "relative": self.relative})

    def _is_safe(self, url: str) -> bool:
        if CONTROL.search(url) or any(c.isspace() or c == "\\" for c in url):
            return False
        if self.relative and url.startswith("/") and not url.startswith("//"):
            return True
        try:
            parts = urlsplit(url)
            return parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            return False
