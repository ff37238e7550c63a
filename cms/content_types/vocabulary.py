"""An ordered list of terms with labels: sectors, event types, event targets, countries."""

from collections.abc import Iterator
from typing import Any

from cms.content_types.content_type import ContentType
from cms.errors import Problem
from cms.fields import Embedded, EmbeddedList, Key, Text


class Term(Embedded):
    slug = Key(required=True)
    label = Text(localized=True, fallback=True, required=True, max_length=120)


class Vocabulary(ContentType):
    type_name = "Vocabulary"
    plural = "vocabularies"
    library = True
    has_slug = False

    key = Key(required=True)
    title = Text(localized=True, fallback=True, required=True, max_length=120)
    terms = EmbeddedList(Term, max_items=500)

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        return [f"vocabulary:{data.get('key')}"]

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        seen: set[str] = set()
        for term in data.get("terms", ()):
            if term.get("slug") in seen:
                yield Problem(f"terms.{term['id']}.slug", "REPEATED", "Another term has this slug already.")
            seen.add(term.get("slug", ""))
