"""Mutations that follow from actions: name, input, limits and result, of those that say what they are offered as."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import NoneType
from typing import Any, get_args, get_type_hints

import strawberry
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import capitalize_first, to_camel_case

import cms
from cms.access.action import Action
from schema.management.answer import ItemResult, MutationResult, answer, outcome
from schema.management.context import ManagementInfo
from schema.management.derived_input import arguments_of, input_type
from schema.management.results import RESULTS, Shown


def derived_mutations() -> Iterator[StrawberryField]:
    yield from (derived_mutation(action) for action in actions() if action.offered)


def actions() -> Iterator[Action[Any, ..., Any]]:
    """All that there are, each once, found by their files `cms/<room>/actions/<verb>.py`."""
    for room in iter_modules(cms.__path__):
        if any((Path(path) / room.name / "actions").is_dir() for path in cms.__path__):
            package = import_module(f"cms.{room.name}.actions")
            for found in iter_modules(package.__path__):
                module = import_module(f"{package.__name__}.{found.name}")
                yield from (
                    one for one in vars(module).values() if isinstance(one, Action) and one.module == module.__name__
                )


def derived_mutation(action: Action[Any, ..., Any]) -> StrawberryField:
    """Raises TypeError where its parameters or what it returns are not plain, or not described."""
    shown = _shown(action)
    given = input_type(action, f"{capitalize_first(to_camel_case(action.name))}Input", shown.field)

    async def resolve(info: ManagementInfo, input: Any) -> MutationResult:
        return await _answer(info, shown, _work(action, info, input), getattr(input, "id", None))

    resolve.__name__ = action.name
    resolve.__annotations__ = {"info": ManagementInfo, "input": given, "return": shown.result}
    return strawberry.mutation(resolve, description=action.offered)


async def _work(action: Action[Any, ..., Any], info: ManagementInfo, input: object) -> Any:
    return await action(info.context.services, info.context.actor, **arguments_of(input))


async def _answer(info: ManagementInfo, shown: Shown, work: Any, id: str | None) -> MutationResult:
    if shown.result is ItemResult:
        return await answer(info, work, id)
    return await outcome(shown.result, shown.field, work, lambda done: None if done is None else shown.show(done))


def _shown(action: Action[Any, ..., Any]) -> Shown:
    returned = get_type_hints(action.body)["return"]
    [document] = [one for one in get_args(returned) or (returned,) if one is not NoneType]
    if document not in RESULTS:
        raise TypeError(f"No result of a mutation shows what {action.name} returns; see schema/management/results.py.")
    return RESULTS[document]
