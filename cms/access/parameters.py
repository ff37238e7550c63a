"""How the parameters of an action that is offered by itself are told apart from plain texts and numbers.

`Annotated[Locale, "One in which something is written."]` says besides what the API's documentation tells of it: of
each but `id`, which is that of the item, release, person … that the action answers with.
"""

from enum import Enum
from typing import Annotated, TypeAlias


class Parameter(Enum):
    ID = "id"
    LOCALE = "locale"


Id: TypeAlias = Annotated[str, Parameter.ID]
Locale: TypeAlias = Annotated[str, Parameter.LOCALE]
OneLanguage: TypeAlias = Annotated[Locale, "The others stay as they are."]
