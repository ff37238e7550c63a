"""Texts that clients name by a hash which this process does not know."""

import asyncio
from collections.abc import Collection
from hashlib import sha256

import pytest

from schema.delivery.registered_texts import RegisteredTexts
from storage.errors import Unavailable
from storage.mongo import Mongo
from storage.repositories.registered_queries import RegisteredQueries

TEXTS = {sha256(text.encode()).hexdigest(): text for text in ("{ a: __typename }", "{ b: __typename }")}
FIRST, SECOND = TEXTS


def made_up(number: int) -> str:
    return sha256(b"%d" % number).hexdigest()


class Watched(RegisteredQueries):
    """`reads`: the number of hashes of each read of the database."""

    def __init__(self, mongo: Mongo) -> None:
        super().__init__(mongo)
        self.reads: list[int] = []

    async def texts(self, hashes: Collection[str]) -> dict[str, str]:
        self.reads.append(len(hashes))
        return await super().texts(hashes)


@pytest.fixture
async def registered(mongo: Mongo) -> Watched:
    registered = Watched(mongo)
    await mongo.db["registered_queries"].insert_many(
        [{"_id": f"nca/{named}", "site": "nca", "hash": named, "text": text} for named, text in TEXTS.items()]
    )
    return registered


async def test_a_flood_of_made_up_hashes_is_few_reads_and_holds_up_no_registered_one(registered: Watched) -> None:
    texts = RegisteredTexts(registered)

    asked = [texts.find(made_up(number)) for number in range(1_000)]
    found = await asyncio.gather(*asked, texts.find(FIRST), texts.find(SECOND), texts.find(FIRST))

    assert found == [None] * 1_000 + [TEXTS[FIRST], TEXTS[SECOND], TEXTS[FIRST]]
    assert len(registered.reads) <= 2 and sum(registered.reads) == 1_002


async def test_what_is_found_once_is_not_asked_again_and_what_is_no_hash_never(registered: Watched) -> None:
    texts = RegisteredTexts(registered)

    for named in (FIRST, FIRST, FIRST.upper(), "name", ""):
        await texts.find(named)

    assert registered.reads == [1]


async def test_a_hash_is_found_once_it_is_registered(registered: Watched, mongo: Mongo) -> None:
    texts, named = RegisteredTexts(registered), made_up(1)
    before = await texts.find(named)

    await mongo.db["registered_queries"].insert_one({"_id": f"nca/{named}", "hash": named, "text": "{ c }"})

    assert (before, await texts.find(named)) == (None, "{ c }")


async def test_who_goes_away_holds_up_nobody_who_waits_for_the_same_read(registered: Watched) -> None:
    texts = RegisteredTexts(registered)
    gone, waits = asyncio.create_task(texts.find(FIRST)), asyncio.create_task(texts.find(SECOND))
    await asyncio.sleep(0)

    gone.cancel()

    assert await waits == TEXTS[SECOND]


async def test_all_who_wait_are_told_at_once_that_the_database_is_away() -> None:
    nowhere = Mongo("mongodb://127.0.0.1:9/?directConnection=true", "cms", read_seconds=0.2)
    registered = Watched(nowhere)
    texts = RegisteredTexts(registered)

    told = await asyncio.gather(*(texts.find(made_up(number)) for number in range(50)), return_exceptions=True)
    nowhere.close()

    assert {type(one) for one in told} == {Unavailable} and len(registered.reads) == 2
