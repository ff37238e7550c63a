"""Every mutation of the schema for everybody: allowed as the table of rights says, and a denied call changes nothing.

A new mutation needs a `Row` in a file of `rows/`: see `roles.py`.
"""

from typing import Any

import pytest

from cms.access.actor import Actor
from cms.kernel.services import Services
from storage.documents import Account, Item
from tests.schema.management.conftest import Ask, Records
from tests.schema.management.roles import (
    HERE,
    MUTATIONS,
    PASSWORD_HASH,
    SOMEBODY,
    Stage,
    acting,
    all_rows,
    operation,
)

ROWS = all_rows()
ALLOWED = [(name, role) for name, row in ROWS.items() for role in row.allowed()]


@pytest.fixture
async def stage(services: Services, draft: Item) -> Stage:
    somebody = Account(id=SOMEBODY, email="somebody@example.org", name="Somebody", password_hash=PASSWORD_HASH)
    await services.transact(lambda session: services.repository.accounts.insert(somebody, session))
    return Stage(services, draft, somebody)


async def refusal(ask: Ask, actor: Actor, name: str, input: dict[str, Any]) -> str | None:
    here = HERE if actor.only is None else None
    result = (await ask(actor, operation(name), here=here, input=input))[name]
    return result["refusal"] and result["refusal"]["code"]


def test_every_mutation_has_a_row_and_every_row_a_mutation() -> None:
    assert {*MUTATIONS.fields} == {*ROWS}


@pytest.mark.parametrize(("name", "role"), ALLOWED)
async def test_a_mutation_is_for_the_roles_that_have_its_right(
    stage: Stage, ask: Ask, records: Records, name: str, role: str
) -> None:
    row = ROWS[name]
    input = await row.prepare(stage)
    before = await records()

    refused = await refusal(ask, acting(role, row.site), name, input)

    after = await records()
    assert refused is None
    new = after["audit"][len(before["audit"]) :]
    assert len(after["outbox"]) > len(before["outbox"]) or not row.event
    assert {one["by"] for one in new} == ({SOMEBODY} if row.audited else set())
    assert after != before


@pytest.mark.parametrize("name", ROWS)
async def test_a_denied_mutation_changes_nothing(stage: Stage, ask: Ask, records: Records, name: str) -> None:
    row = ROWS[name]
    input = await row.prepare(stage)
    before = await records()

    for lacking, actor in row.denied():
        refused = await refusal(ask, actor, name, input)

        assert refused in row.told(actor), f"{actor.roles} lacks {lacking}"
        assert await records() == before, f"{actor.roles} lacks {lacking}"


@pytest.mark.parametrize("name", ROWS)
async def test_what_is_not_there_is_not_found(stage: Stage, ask: Ask, records: Records, name: str) -> None:
    input = await ROWS[name].prepare(stage)
    before = await records()

    for key in [key for key in ("id", "item", "thread", "account", "upload", "vocabulary") if key in input]:
        refused = await refusal(ask, acting("administrator", "*"), name, {**input, key: "f" * 24})

        assert refused == "NOT_FOUND", key
    assert await records() == before
