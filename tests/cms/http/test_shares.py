"""Shares of what there is only so much of."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from cms.http.shares import Full, Shares


async def test_each_holder_has_a_share_and_all_together_have_the_whole() -> None:
    shares = Shares("things", {"person": 2, "all": 3})
    async with AsyncExitStack() as held:
        for person in ("ann", "ann", "bob"):
            await held.enter_async_context(shares.held({"person": person}))
        with pytest.raises(Full) as of_ann:
            await held.enter_async_context(shares.held({"person": "ann"}))
        with pytest.raises(Full) as of_all:
            await held.enter_async_context(shares.held({"person": "cid"}))

    assert (of_ann.value.kind, of_all.value.kind) == ("person", "all")
    async with shares.held({"person": "ann"}, amount=2):  # all of it was given back
        pass


async def test_whoever_waits_gets_what_becomes_free() -> None:
    shares = Shares("things", {"person": 1, "all": 9})
    order: list[str] = []

    async def hold(name: str) -> None:
        async with shares.held({"person": "ann"}, seconds=60):
            order.append(name)

    async with shares.held({"person": "ann"}):
        waiting = [asyncio.create_task(hold(name)) for name in "abc"]
        await asyncio.sleep(0)
        assert order == []
    await asyncio.gather(*waiting)

    assert order == ["a", "b", "c"]


async def test_whoever_leaves_while_waiting_takes_nothing() -> None:
    shares = Shares("things", {"person": 1, "all": 1})

    async def hold() -> None:
        async with shares.held({"person": "ann"}, seconds=60):
            raise AssertionError("held by somebody who has left")

    async with shares.held({"person": "bob"}):
        gone = asyncio.create_task(hold())
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.wait([gone])
    async with shares.held({"person": "ann"}):
        assert gone.cancelled()
