"""GraphQL enums from the options of choices: "agenda_draft" becomes AGENDA_DRAFT."""

from enum import Enum
from typing import Any

import strawberry

from cms.fields import Choice

_made: dict[str, Any] = {}


def enum_of(choice: Choice) -> Any:
    """The enum named by the choice; two choices of one name must have the same options."""
    known = _made.get(choice.enum)
    if known is None:
        members = {value.upper(): value for value in choice.options}
        known = _made[choice.enum] = strawberry.enum(Enum(choice.enum, members), name=choice.enum)
    elif {member.value for member in known} != set(choice.options):
        raise ValueError(f"two choices called {choice.enum} have different options")
    return known
