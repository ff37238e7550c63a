"""GraphQL enums: those that rules know, and others from options of choices ("agenda_draft" becomes AGENDA_DRAFT)."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

import strawberry

from cms.content.rules import labels
from cms.content.rules.call_state import CallState
from cms.content.rules.documents_shown import DocumentKind
from cms.content.rules.edition_status import EditionStatus
from cms.content.rules.registration_state import RegistrationState
from cms.content_types.menu import SLOTS, MenuSlot


def _described(made: type[Enum], description: str, meanings: Mapping[str, str]) -> type[Enum]:
    """Known to GraphQL; `meanings`: {value: its description}."""
    known: Any = strawberry.enum(made, description=description)
    for one in known.__strawberry_definition__.values:
        one.description = meanings[one.value]
    return known


def enum_of_options(made: type[Enum], options: labels.Labels) -> type[Enum]:
    """Known to GraphQL, with what `options` say of its values."""
    return _described(made, labels.about(options), {value: labels.meaning(options, value) for value in options})


_made: dict[str, type[Enum]] = {
    known.__name__: enum_of_options(known, options)
    for known, options in (
        (EditionStatus, labels.EDITION_STATUS),
        (RegistrationState, labels.REGISTRATION_STATE),
        (CallState, labels.CALL_STATE),
        (MenuSlot, SLOTS),
        (DocumentKind, labels.DOCUMENT_KINDS),
    )
}


def enum_of(name: str, options: labels.Labels) -> type[Enum]:
    """The enum of a choice that has this name; two choices of one name must have the same options."""
    known = _made.get(name)
    if known is None:
        made = cast("type[Enum]", Enum(name, {value.upper(): value for value in options}))
        known = _made[name] = enum_of_options(made, options)
    elif {member.value for member in known} != set(options):
        raise ValueError(f"two choices called {name} have different options")
    return known


def new_enum(name: str, members: Mapping[str, str], description: str, meanings: Mapping[str, str]) -> type[Enum]:
    """An enum that GraphQL knows by `name`. `meanings`: {value: its description}."""
    made = _made[name] = _described(cast("type[Enum]", Enum(name, dict(members))), description, meanings)
    return made
