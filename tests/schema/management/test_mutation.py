"""The verbs are found by their files: none is left out, none has no description, no two have one name."""

from collections.abc import Iterator
from copy import copy
from pathlib import Path
from types import ModuleType

import pytest
from strawberry.types.field import StrawberryField

from schema.management.mutation import mutation_modules, mutation_type
from schema.management.schema import schema

ROOT = Path(__file__).parents[3] / "schema/management"


def test_every_file_of_mutations_has_a_verb():
    files = {path.stem for path in ROOT.glob("*/mutations/*.py") if path.stem != "__init__"}

    with_verb = {module.__name__.rpartition(".")[2] for module, _verb in _verbs()}
    assert files - with_verb == set()


def test_every_verb_says_what_it_does():
    mutation = schema._schema.mutation_type

    assert mutation
    assert len(mutation.fields) > 90
    assert [name for name, field in mutation.fields.items() if not field.description] == []


def test_two_verbs_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch):
    first, second, *_ = mutation_modules()
    verb = next(one for one in vars(first).values() if isinstance(one, StrawberryField))
    monkeypatch.setattr(second, "another", copy(verb), raising=False)

    with pytest.raises(ValueError, match=f"two mutations {verb.python_name}"):
        mutation_type()


def _verbs() -> Iterator[tuple[ModuleType, StrawberryField]]:
    for module in mutation_modules():
        yield from ((module, one) for one in vars(module).values() if isinstance(one, StrawberryField))
