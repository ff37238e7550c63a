"""Refuses a content type whose listing or words cannot be right, when its module is imported."""

import inspect
from collections.abc import Iterator, Mapping

from cms.content.declaration_error import DeclarationError
from cms.content.fields import Embedded
from cms.content_types import type_texts
from cms.content_types.listing import Listing
from cms.content_types.type_texts import LANGUAGES, TypeTexts


class WrongDeclaration(DeclarationError):
    """A content type cannot be as its file says; each line of the message names a file, a line and what to do."""

    def __init__(self, message: str) -> None:
        TypeError.__init__(self, message)


def check_listing(kind: type[Embedded], name: str, listing: Listing, roles: Mapping[str, tuple[str, ...]]) -> None:
    """`name` of the type `kind`; `roles`: {what a site may show differently: its fields}. Raises `WrongDeclaration`."""
    texts = type_texts.texts_of(name, kind.__module__)
    found = [
        *(f"{_place(kind)}: {problem}" for problem in listing.problems(kind.fields)),
        *type_texts.problems(texts, type_texts.needed_by(kind, roles)),
        *_heading_problems(kind, listing, texts),
    ]
    if found:
        raise WrongDeclaration(f"The content type {name} cannot be listed:\n" + "\n".join(found))


def _heading_problems(kind: type[Embedded], listing: Listing, texts: TypeTexts) -> Iterator[str]:
    """A column that is called by no field's label has a heading of its own."""
    for name in (column.name for column in listing.columns if column.name not in kind.fields):
        yield from type_texts.lacking(texts, LANGUAGES, texts.words("short", name), "short", name)


def _place(kind: type[Embedded]) -> str:
    """ "path:line" of its class."""
    try:
        return f"{inspect.getsourcefile(kind)}:{inspect.getsourcelines(kind)[1]}"
    except (OSError, TypeError):
        return kind.__module__
