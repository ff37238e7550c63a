"""What editors may do, put together of the verbs: most follow from their actions, each other says its description,
input and result in its own file, in `schema/management/<feature>/mutations/`."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from strawberry.tools import create_type
from strawberry.types import get_object_definition
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

import schema.management as management
from schema.management.derived_mutation import derived_mutations

VERBS = "What editors and their programs may do; a refusal is data, and then nothing was changed."


def mutation_type() -> type:
    """The type `Mutation` of all verbs that there are. Raises ValueError where two have one name."""
    verbs: dict[str | None, StrawberryField] = {}
    for verb in (*_verbs(), *derived_mutations()):
        if verbs.setdefault(verb.python_name, verb) is not verb:
            raise ValueError(f"There are two mutations {verb.python_name}; give one of them another name.")
        _describe_input(verb)
    return create_type("Mutation", list(verbs.values()), description=VERBS)


def _describe_input(verb: StrawberryField) -> None:
    """What is the same of all of them, unless its file says it."""
    name = verb.graphql_name or to_camel_case(verb.python_name or "")
    for argument in verb.arguments:
        definition = get_object_definition(argument.type, strict=True)
        definition.description = definition.description or f"What `{name}` takes."
        argument.description = argument.description or f"Best sent as one variable, `$input: {definition.name}!`."


def mutation_modules() -> Iterator[ModuleType]:
    for found in walk_packages(management.__path__, f"{management.__name__}."):
        if ".mutations." in found.name:
            yield import_module(found.name)


def _verbs() -> Iterator[StrawberryField]:
    for module in mutation_modules():
        yield from (each for each in vars(module).values() if isinstance(each, StrawberryField))
