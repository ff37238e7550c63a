"""Transactions: through or not at all, and run again where they meet others, even at their very end."""

import asyncio

import pytest
from pymongo.errors import OperationFailure

from storage.mongo import Mongo, Session


async def increment(mongo: Mongo, session: Session, name: str = "one") -> int:
    counters = mongo.db["locks"]
    before = await counters.find_one({"_id": name}, session=session) or {"turn": 0}
    await counters.replace_one({"_id": name}, {"turn": before["turn"] + 1}, upsert=True, session=session)
    return before["turn"] + 1


async def turn(mongo: Mongo) -> int:
    return (await mongo.db["locks"].find_one({"_id": "one"}) or {"turn": 0})["turn"]


async def test_those_that_meet_are_all_done_one_after_the_other(mongo: Mongo) -> None:
    done = await asyncio.gather(*(mongo.transact(lambda session: increment(mongo, session)) for _ in range(20)))

    assert sorted(done) == list(range(1, 21)) and await turn(mongo) == 20


@pytest.mark.parametrize("label", ["TransientTransactionError", "UnknownTransactionCommitResult"])
async def test_a_commit_that_fails_in_passing_is_done_again(
    mongo: Mongo, monkeypatch: pytest.MonkeyPatch, label: str
) -> None:
    """As WiredTiger does under load, and as a primary does that steps down."""
    faults = 2
    commit = Session.commit_transaction

    async def failing(session: Session) -> None:
        nonlocal faults
        if not faults:
            return await commit(session)
        faults -= 1
        if label == "TransientTransactionError":
            await session.abort_transaction()
        raise OperationFailure("WriteConflict", 112, {"errorLabels": [label]})

    monkeypatch.setattr(Session, "commit_transaction", failing)

    assert await mongo.transact(lambda session: increment(mongo, session)) == 1
    assert await turn(mongo) == 1 and faults == 0


async def test_a_fault_of_ours_is_raised_and_nothing_is_left(mongo: Mongo) -> None:
    runs = 0

    async def faulty(session: Session) -> None:
        nonlocal runs
        runs += 1
        await increment(mongo, session)
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        await mongo.transact(faulty)

    assert runs == 1 and await turn(mongo) == 0
