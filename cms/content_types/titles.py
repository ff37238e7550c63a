"""What the items of a content type are called: in lists, in addresses, and by editors who look for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Titles:
    """`field`: the text that lists show. `slug`: the fields that a slug is made of, the first that is filled in, and
    `year`: the field whose year stands behind them, where items of several years are called the same.
    `labels`: {value: {language: title}}, where the field is a choice. `picture`: the field with the picture by which
    people recognise its items."""

    field: str = "title"
    slug: tuple[str, ...] = ()
    year: str = ""
    labels: Labels | None = None
    picture: str = ""

    @property
    def slug_fields(self) -> tuple[str, ...]:
        return self.slug or (self.field,)

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.field, *self.slug_fields)))

    def of(self, data: Mapping[str, Any]) -> Mapping[str, str]:
        """{locale: title} or {"": title} for lists of items of any type."""
        title = data.get(self.field)
        return title if isinstance(title, dict) else {"": title or ""}

    def all(self, data: Mapping[str, Any]) -> list[str]:
        """Every text by which editors look for the item, in all its languages."""
        texts = [data.get(name) for name in self.fields]
        return [one for text in texts for one in (text.values() if isinstance(text, dict) else (text,)) if one]

    def working(self, data: Mapping[str, Any], locale: str | None = None) -> str:
        """What editors call it: its title in this language or any other, "" for an item without one."""
        if self.labels is not None:
            named = self.labels.get(data.get(self.field, ""), {})
            return named.get(locale or "en") or named.get("en", "")
        for name in self.fields:
            text = data.get(name)
            found = (text.get(locale) or next(iter(text.values()), "")) if isinstance(text, dict) else text
            if found:
                return found
        return ""
