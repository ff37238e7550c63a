"""How the parameters of an action that is offered by itself are told apart from plain texts and numbers.

`Annotated[Id, "Of the site's item."]` says besides what the API's documentation tells of it.
"""

from enum import Enum
from typing import Annotated, TypeAlias


class Parameter(Enum):
    ID = "id"
    LOCALE = "locale"


Id: TypeAlias = Annotated[str, Parameter.ID]
Locale: TypeAlias = Annotated[str, Parameter.LOCALE]
