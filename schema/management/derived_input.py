"""The input of a mutation that follows from an action's parameters."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING
from inspect import Parameter as Argument
from inspect import signature
from types import NoneType, UnionType
from typing import Annotated, Any, Optional, Union, get_args, get_origin, get_type_hints

import strawberry

from cms.access.action import Action
from cms.access.parameters import Parameter
from schema.management.answer import bounded
from schema.management.ids import ID_OF
from schema.management.scalars import Locale

SCALARS: Mapping[Parameter, Any] = {Parameter.ID: strawberry.ID, Parameter.LOCALE: Locale}
PLAIN = (str, int, float, bool)


def input_type(action: Action[Any, ..., Any], name: str, subject: str) -> type:
    """`subject`: what the action is about, such as item. Raises TypeError for a parameter that is not described, or not
    plain: such an action needs a mutation of its own."""
    hints = get_type_hints(action.body, include_extras=True)
    arguments = list(signature(action.body).parameters.values())[1:]
    fields = {each.name: _field(each, _description(action, each.name, hints[each.name], subject)) for each in arguments}
    types = {argument.name: _type(action.name, argument.name, hints[argument.name]) for argument in arguments}
    return strawberry.input(type(name, (), {**fields, "__annotations__": types, "__module__": action.module}))


def arguments_of(input: object) -> dict[str, Any]:
    """As the action takes them. Raises Invalid for a list that is too long."""
    return {name: bounded(name, value) if isinstance(value, list) else value for name, value in vars(input).items()}


def _field(argument: Argument, description: str) -> Any:
    default = MISSING if argument.default is Argument.empty else argument.default
    if isinstance(default, tuple):
        return strawberry.field(default_factory=list, description=description)
    return strawberry.field(default=default, description=description)


def _description(action: Action[Any, ..., Any], name: str, hint: Any, subject: str) -> str:
    for told in getattr(hint, "__metadata__", ()):
        if isinstance(told, str):
            return told
    if name == "id" and subject in ID_OF:
        return ID_OF[subject]
    raise TypeError(
        f"Say what the API tells of the parameter {name} of {action.name}, in {action.module}: "
        f'{name}: Annotated[…, "What its name does not say."].'
    )


def _type(action: str, name: str, hint: Any) -> Any:
    if get_origin(hint) is Annotated:
        scalar = [SCALARS[one] for one in hint.__metadata__ if isinstance(one, Parameter)]
        return scalar[0] if scalar else _type(action, name, get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        [inner] = [one for one in get_args(hint) if one is not NoneType]
        return Optional[_type(action, name, inner)]
    if get_origin(hint) in (list, Sequence):
        return list[_type(action, name, get_args(hint)[0])]
    if hint in PLAIN:
        return hint
    raise TypeError(f"The mutation {action} cannot follow from its parameter {name}; write it by hand.")
