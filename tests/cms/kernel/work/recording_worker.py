"""A real `cms worker` with one more reaction, which records what it does and ends the process where its event says so.

Run as a program, it starts another such process for each line that it reads, and says its number: the imports, which
take most of a start, are done once.
"""

import asyncio
import os
import signal
import sys
from typing import Any

from cms.commands.worker import run_worker
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.reactions import REACTIONS
from storage.documents import OutboxEvent
from storage.repositories.outbox import Outbox

EVENT = "TestEventHappened"
STEP_SECONDS = 0.03
POINTS = ("leased", "before", "middle", "after", "finished")
"""Where a worker can end: with the event leased and nothing begun, before its first write, between its two writes, with
both written and nothing recorded, with the outcome recorded."""


def end_at(point: str, event: OutboxEvent) -> None:
    """As `kill -9` ends it, the first time only."""
    if event.payload.get("die") == point and event.tries == 1:
        os.kill(os.getpid(), signal.SIGKILL)


async def record(services: Services, event: OutboxEvent) -> None:
    """Two writes that may be done twice and leave the same, with a count of how often each was."""
    effects = services.repository.mongo.db["effects"]
    end_at("before", event)
    for step in ("first", "second"):
        await asyncio.sleep(STEP_SECONDS)
        change = {"$addToSet": {"steps": step, "by": os.getpid()}, "$inc": {f"times.{step}": 1}}
        await effects.update_one({"_id": event.id}, change, upsert=True)
        end_at("middle" if step == "first" else "after", event)


def dying(change: Any, point: str) -> Any:
    async def changed(self: Outbox, *args: Any) -> Any:
        result = await change(self, *args)
        event = result if point == "leased" else args[0]
        if isinstance(event, OutboxEvent):
            end_at(point, event)
        return result

    return changed


def work() -> None:
    REACTIONS[EVENT, "*"] = (record,)
    Outbox.lease = dying(Outbox.lease, "leased")
    Outbox.finish = dying(Outbox.finish, "finished")
    asyncio.run(run_worker(load_settings()))


if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    for _line in sys.stdin:
        process = os.fork()
        if process == 0:
            work()
            os._exit(0)
        print(process, flush=True)
