"""However many applicants come at once: each step waits for its turn, and answers for visitors come between."""

import asyncio

import pytest

from cms.applications.turns import in_turn
from cms.kernel.desk import Desk
from cms.kernel.errors import NotFound


async def test_steps_go_one_after_the_other_in_their_order(desk: Desk) -> None:
    told: list[str] = []

    @in_turn
    async def step(desk: Desk, name: str) -> str:
        told.append(f"{name} begins")
        await asyncio.sleep(0)
        told.append(f"{name} ends")
        return name

    assert await asyncio.gather(step(desk, "a"), step(desk, "b")) == ["a", "b"]

    assert told == ["a begins", "a ends", "b begins", "b ends"]


async def test_a_step_that_is_refused_or_given_up_lets_the_next_one_in(desk: Desk) -> None:
    @in_turn
    async def refused(desk: Desk) -> None:
        raise NotFound("no")

    @in_turn
    async def endless(desk: Desk) -> None:
        await asyncio.sleep(3600)

    @in_turn
    async def quick(desk: Desk) -> str:
        return "done"

    with pytest.raises(NotFound):
        await refused(desk)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(endless(desk), 0.01)

    assert await quick(desk) == "done"
