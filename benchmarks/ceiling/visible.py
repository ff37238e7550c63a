"""How soon a change is in the answers of processes that did not write it."""

import asyncio
import datetime as dt
import time
from collections.abc import Sequence

from benchmarks.ceiling.exchange import get
from benchmarks.ceiling.figures import Visible
from benchmarks.connection import ServerError, connected
from benchmarks.content.maker import Maker
from cms.access.actor import SYSTEM
from cms.items.actions import delete_item, publish_item, update_item
from cms.kernel.services import Services

PATIENCE_SECONDS = 10.0
BETWEEN_QUESTIONS = 0.001
"""In seconds: to ask without a pause would keep the machine from hearing of the change."""
PAUSE_SECONDS = 0.05
"""Between changes, so that the machine is quiet."""


async def measure_changes(
    services: Services, ports: Sequence[int], target: str, visible: Visible, changes: int
) -> None:
    """Publishes another title of one news item so often, in this process; `target` is a page that lists it first."""
    id = await Maker(services).make("NewsItem", _news())
    try:
        for number in range(1, changes + 1):
            visible.waits += await _one_change(services, ports, target, id, number)
            await asyncio.sleep(PAUSE_SECONDS)
    finally:
        await delete_item(services, SYSTEM, id)


async def _one_change(services: Services, ports: Sequence[int], target: str, id: str, number: int) -> list[float]:
    item = await services.repository.items.get(id)
    assert item is not None
    async with asyncio.TaskGroup() as together:
        before = [together.create_task(_ask(port, target)) for port in ports]  # all have the page as it was
    assert all(_title(number) not in task.result() for task in before)
    await update_item(services, SYSTEM, id, item.version, {"title": {"en": _title(number).decode()}})
    await publish_item(services, SYSTEM, id, ["en"])
    acknowledged = time.perf_counter()
    async with asyncio.TaskGroup() as together:
        waits = [together.create_task(_until_seen(port, target, _title(number), acknowledged)) for port in ports]
    return [task.result() for task in waits]


async def _until_seen(port: int, target: str, title: bytes, since: float) -> float:
    """Milliseconds until a question was put whose answer has it. Raises ServerError where there is none for long."""
    async with connected(port) as (connection,):
        asked = time.perf_counter()
        while title not in await connection.ask(get(target)):
            if time.perf_counter() - since > PATIENCE_SECONDS:
                raise ServerError(f"A change was not seen within {PATIENCE_SECONDS} seconds.")
            await asyncio.sleep(BETWEEN_QUESTIONS)
            asked = time.perf_counter()
        return 1000 * (asked - since)


async def _ask(port: int, target: str) -> bytes:
    async with connected(port) as (connection,):
        return await connection.ask(get(target))


def _title(number: int) -> bytes:
    return b"Seen everywhere, state %d." % number


def _news() -> dict[str, object]:
    today = dt.datetime.now(dt.UTC).date().isoformat()
    title, lead = {"en": _title(0).decode()}, {"en": "A change that all processes show."}
    return {"kind": "invitation", "title": title, "lead": lead, "published_at": today}
