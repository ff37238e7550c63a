"""How much of the server's computing queries may take: of all at the same time, and of one client within a minute.

What a cache answers is no execution, and free.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cms.http.shares import Full, Shares
from cms.kernel.counts import OwnCounts
from cms.kernel.errors import Busy, TooManyRequests
from cms.kernel.spending import Spending
from cms.kernel.turns import client_of_work, turn_for

EXECUTIONS = {"network": 48, "all": 64}
"""At the same time, in this process: what they hold is its memory, and its connections to the database."""
WAIT_SECONDS = 5.0
LEAST_COST = 1_000
"""Of a request, whatever it asks for: its text is read, checked and answered."""
RETRY_SECONDS = 2.0
BESIDE_SECONDS = 0.001
"""What a query costs beside its execution: the request, the log, what comes from the database."""


class QueryShares:
    """`schema.execution.admission.Admission`. `cost_per_minute`: of one network, in all processes; 0 is no limit."""

    def __init__(self, spending: Spending, cost_per_minute: int) -> None:
        self._spending = spending
        self._most = cost_per_minute
        self._executions = Shares("executions", EXECUTIONS, OwnCounts())

    def begin(self) -> None:
        client = client_of_work.get()
        if not self._most:
            return
        if self._spending.spent(client) >= self._most:
            seconds = max(1.0, self._spending.seconds_until(client, self._most))
            raise TooManyRequests("Your network has asked for very much within a minute. Wait, then go on.", seconds)
        self._spending.spend(client, LEAST_COST)

    @asynccontextmanager
    async def execution(self, cost: int) -> AsyncIterator[None]:
        client = client_of_work.get()
        if self._most and cost > LEAST_COST:
            self._spending.spend(client, cost - LEAST_COST)
        try:
            async with self._executions.held({"network": client}, seconds=WAIT_SECONDS):
                await turn_for(BESIDE_SECONDS)
                yield
        except Full as full:
            raise _refusal(full) from None


def _refusal(full: Full) -> TooManyRequests | Busy:
    if full.kind == "network":
        return TooManyRequests("Many queries of your network are being answered. Try again in a moment.", RETRY_SECONDS)
    return Busy("Many queries are being answered. Try again in a moment.", RETRY_SECONDS)
