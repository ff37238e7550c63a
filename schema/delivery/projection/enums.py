"""GraphQL enums: those that rules know, and others from options of choices ("agenda_draft" becomes AGENDA_DRAFT)."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

import strawberry

from cms.content.rules.call_state import CallState
from cms.content.rules.documents_shown import DocumentKind
from cms.content.rules.edition_status import EditionStatus
from cms.content.rules.registration_state import RegistrationState
from cms.content_types.menu import MenuSlot

_made: dict[str, type[Enum]] = {
    known.__name__: strawberry.enum(known)
    for known in (EditionStatus, RegistrationState, CallState, MenuSlot, DocumentKind)
}


def enum_of(name: str, options: Mapping[str, Any]) -> type[Enum]:
    """The enum of a choice that has this name; two choices of one name must have the same options."""
    known = _made.get(name)
    if known is None:
        return new_enum(name, {value.upper(): value for value in options})
    if {member.value for member in known} != set(options):
        raise ValueError(f"two choices called {name} have different options")
    return known


def new_enum(name: str, members: dict[str, str]) -> type[Enum]:
    """An enum that GraphQL knows by `name`."""
    made = _made[name] = strawberry.enum(cast("type[Enum]", Enum(name, members)))
    return made
