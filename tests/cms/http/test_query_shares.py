"""How much of the server queries may take."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from cms.http import query_shares
from cms.http.query_shares import LEAST_COST, QueryShares
from cms.kernel.errors import Busy, TooManyRequests
from cms.kernel.spending import Spending
from cms.kernel.turns import client_of_work


async def ask(shares: QueryShares, cost: int = 1, client: str = "ann") -> None:
    client_of_work.set(client)
    shares.begin()
    async with shares.execution(cost):
        pass


async def test_a_network_that_has_spent_its_minute_is_refused_and_others_are_not() -> None:
    shares = QueryShares(Spending(), 3 * LEAST_COST)
    for _ in range(3):
        await ask(shares)
    with pytest.raises(TooManyRequests) as refused:
        await ask(shares)

    assert 0 < refused.value.retry_after <= 120
    await ask(shares, client="bob")


async def test_a_query_counts_by_what_it_asks_for() -> None:
    shares = QueryShares(Spending(), 10_000)
    await ask(shares, 9_999)
    await ask(shares)

    with pytest.raises(TooManyRequests):
        await ask(shares)


async def test_a_query_that_is_refused_for_its_form_counts_too() -> None:
    shares = QueryShares(Spending(), 2 * LEAST_COST)
    client_of_work.set("ann")
    for _ in range(2):
        shares.begin()

    with pytest.raises(TooManyRequests):
        shares.begin()


async def test_without_a_limit_nothing_is_refused() -> None:
    shares = QueryShares(Spending(), 0)
    for _ in range(30):
        await ask(shares, 10_000)


async def test_the_pages_of_a_site_are_built_within_a_minute() -> None:
    """The default: 2,000 pages with the dearest query of the contract."""
    shares = QueryShares(Spending(), 5_000_000)
    for _ in range(2_000):
        await ask(shares, 1_427)


async def test_executions_are_bounded_for_a_network_and_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_shares, "EXECUTIONS", {"network": 2, "all": 3})
    monkeypatch.setattr(query_shares, "WAIT_SECONDS", 0.01)
    shares = QueryShares(Spending(), 0)
    async with AsyncExitStack() as running:
        for client in ("ann", "ann", "bob"):
            client_of_work.set(client)
            await running.enter_async_context(shares.execution(1))
        with pytest.raises(TooManyRequests):
            await ask(shares, client="ann")
        with pytest.raises(Busy):
            await ask(shares, client="cid")

    await asyncio.gather(*(ask(shares, client="ann") for _ in range(20)))
