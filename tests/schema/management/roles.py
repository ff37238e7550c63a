"""The table of mutations and rights: one `Row` for each mutation, in one of the files of `rows/`.

A file there has ROWS = {name of a mutation: Row(…)}; it is found by itself. `test_mutations_and_roles.py` fails for a
mutation without a row, and goes through everybody for each row.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from graphql import GraphQLObjectType

from cms.access.actor import RIGHTS, Actor
from cms.kernel.services import Services
from schema.management.schema import schema
from storage.documents import Account, Item

SOMEBODY = "somebody"
HERE = "the session that asks"
PASSWORD = "correct horse battery"
PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
MUTATIONS: GraphQLObjectType = schema._schema.mutation_type or GraphQLObjectType("None", {})


@dataclass(frozen=True, slots=True)
class Stage:
    """What a row prepares on: both sites are published, `item` is the draft of an edition of eccp, and `somebody` has
    the account of whoever will ask, with PASSWORD, in the session HERE."""

    services: Services
    item: Item
    somebody: Account


@dataclass(frozen=True, slots=True)
class Row:
    """`right`: what is asked for on `site` ("*": on all sites); None where everybody with an account may do it with
    what is their own. `prepare` does what must have happened before, by whomever, and answers the mutation's input.
    `hidden`: to those without the right NOT_FOUND, even if they read the rest of the site; but for those who have one
    of the rights `seen_with`. `unseen`: what those are
    told who read nothing of the site. `library`: everybody sees it who reads anything. `event`: one follows in the
    outbox. `audited`: False for what is forgotten within a minute."""

    right: str | None
    prepare: Callable[[Stage], Awaitable[dict[str, Any]]]
    site: str = "eccp"
    hidden: bool = False
    unseen: str = "NOT_FOUND"
    library: bool = False
    event: bool = False
    audited: bool = True
    seen_with: tuple[str, ...] = ()

    def allows(self, role: str) -> bool:
        return self.right is None or self.right in RIGHTS[role]

    def allowed(self) -> list[str]:
        """The roles with which it may be done."""
        return [role for role in RIGHTS if self.allows(role)]

    def denied(self) -> Iterator[tuple[str, Actor]]:
        """(what they lack, somebody to whom it is denied), of every kind there is."""
        yield "a token that may read", acting("administrator", self.site, only=frozenset({"read"}))
        if self.right is None:
            return
        yield "any role", Actor(SOMEBODY, SOMEBODY)
        yield f"a role on {self.site}", acting("administrator", "eccp" if self.site == "*" else "elsewhere")
        yield from ((self.right, acting(role, self.site)) for role in RIGHTS if not self.allows(role))

    def told(self, actor: Actor) -> set[str]:
        """What one of the denied may be told: whoever may not know of something does not learn that it is there."""
        if self.right is None:
            return {"NOT_FOUND", "NOT_PERMITTED"}
        if self.hidden:
            return {"NOT_PERMITTED" if any(actor.may(right, self.site) for right in self.seen_with) else "NOT_FOUND"}
        sees = bool(actor.sites("read")) if self.library else actor.may("read", self.site)
        return {"NOT_PERMITTED" if sees else self.unseen}


def acting(role: str, site: str, only: frozenset[str] | None = None) -> Actor:
    return Actor(SOMEBODY, SOMEBODY, {site: frozenset({role})}, only=only)


def all_rows() -> Mapping[str, Row]:
    """Of all files; a mutation that two of them name is a mistake."""
    found: dict[str, Row] = {}
    for file in sorted(Path(__file__).with_name("rows").glob("[a-z]*.py")):
        rows: dict[str, Row] = import_module(f"tests.schema.management.rows.{file.stem}").ROWS
        assert not found.keys() & rows.keys(), f"{file.name} repeats {sorted(found.keys() & rows.keys())}"
        found |= rows
    return found


def operation(name: str) -> str:
    """The mutation as text, asking for nothing but whether it was refused."""
    field = MUTATIONS.fields[name]
    kind = field.args["input"].type
    return f"mutation ($input: {kind}) {{ {name}(input: $input) {{ refusal {{ code message }} }} }}"
