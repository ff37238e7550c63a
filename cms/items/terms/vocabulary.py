"""The terms of one vocabulary as data, changed as merging and renaming need it."""

from typing import Any

from cms.content.fields.embedded import element_id
from cms.kernel.errors import Invalid, Problem

Data = dict[str, Any]


def term_of(data: Data, slug: str) -> Data | None:
    return next((term for term in data.get("terms", ()) if term.get("slug") == slug), None)


def without_term(data: Data, slug: str) -> Data:
    return {**data, "terms": [term for term in data.get("terms", ()) if term.get("slug") != slug]}


def with_copy(data: Data, slug: str, new: str) -> Data:
    """A term with the same labels under the slug `new`, behind the one with `slug`; the same where there is none."""
    terms: list[Data] = []
    for term in data.get("terms", ()):
        terms.append(term)
        if term.get("slug") == slug and term_of(data, new) is None:
            terms.append({**term, "id": element_id(), "slug": new})
    return {**data, "terms": terms}


def require_term(data: Data, slug: str, field: str) -> None:
    """Raises Invalid."""
    if term_of(data, slug) is None:
        raise Invalid([Problem(field, "UNKNOWN_TERM", f"The vocabulary has no term {slug[:64]}.")])
