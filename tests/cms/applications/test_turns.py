"""However many applicants come at once: each step waits for its turn, and answers for visitors come between."""

import asyncio

import pytest

from cms.applications.turns import in_turn
from cms.kernel.errors import NotFound
from cms.kernel.services import Services


async def test_steps_go_one_after_the_other_in_their_order(services: Services) -> None:
    told: list[str] = []

    @in_turn
    async def step(services: Services, name: str) -> str:
        told.append(f"{name} begins")
        await asyncio.sleep(0)
        told.append(f"{name} ends")
        return name

    assert await asyncio.gather(step(services, "a"), step(services, "b")) == ["a", "b"]

    assert told == ["a begins", "a ends", "b begins", "b ends"]


async def test_a_step_that_is_refused_or_given_up_lets_the_next_one_in(services: Services) -> None:
    @in_turn
    async def refused(services: Services) -> None:
        raise NotFound("no")

    @in_turn
    async def endless(services: Services) -> None:
        await asyncio.sleep(3600)

    @in_turn
    async def quick(services: Services) -> str:
        return "done"

    with pytest.raises(NotFound):
        await refused(services)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(endless(services), 0.01)

    assert await quick(services) == "done"
