"""How soon a change that one process has written is in the answers of the others, while nothing else happens."""

import asyncio
import time
from collections.abc import Sequence
from random import Random

from benchmarks.no_stale_answer.changes import Writer
from benchmarks.no_stale_answer.questions import ITEM, Question
from benchmarks.no_stale_answer.scene import Scene
from benchmarks.no_stale_answer.servers import Server

SHOWN = Question(ITEM, {"s": "eccp", "l": "en", "slug": "news-1"})
PATIENCE_SECONDS = 5
PAUSE_SECONDS = 0.001


async def latencies(servers: Sequence[Server], scene: Scene, changes: int) -> list[float]:
    """Milliseconds from the answer to the first one's change until each other server showed it, shortest first."""
    writing, *others = servers
    random, found = Random(0), list[float]()
    news = scene.items["news-1"]
    for number in range(changes):
        writer = Writer(writing, scene, random, number)
        await writer.edit(news, {"title": {"en": writer.word}})
        for server in servers:
            await SHOWN.ask(server.client)
        await writer.publish(news)
        written = time.monotonic()
        seen = await asyncio.gather(*(_seen(server, writer.word) for server in others))
        found += [1000 * max(0.0, moment - written) for moment in seen]
    return sorted(found)


async def _seen(server: Server, word: str) -> float:
    """When the server's answer had the word. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            _status, answer = await SHOWN.ask(server.client)
            if answer["data"]["site"]["newsItem"]["title"] == word:
                return time.monotonic()
            await asyncio.sleep(PAUSE_SECONDS)
