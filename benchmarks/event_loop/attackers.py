"""Four hostile clients in a process of their own: what they compute must not delay the visitors, who are timed.

Each has an address of its own.
"""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from benchmarks.connection import ServerError, ask
from benchmarks.event_loop.attacks import Attack

PATIENCE_SECONDS = 30.0


@dataclass(slots=True)
class Attacked:
    """`outcomes`: how many were answered ("200"), refused ("400", …) or given up. `slowest`: seconds and name."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")


def attack_all(port: int, attacks: list[Attack], clients: int, seconds: float, first: int) -> Attacked:
    """For so long, but each attack at least once; each client begins elsewhere in the list. `first`: see
    `Attack.request`."""
    return asyncio.run(_attack_all(port, attacks, clients, seconds, first))


async def _attack_all(port: int, attacks: list[Attack], clients: int, seconds: float, first: int) -> Attacked:
    done, numbers, end = Attacked(), count(first), time.perf_counter() + seconds

    async def client(begin: int, address: str) -> None:
        for step in count():
            if time.perf_counter() > end and step * clients >= len(attacks):
                return
            await _attack(port, attacks[(begin + step) % len(attacks)], next(numbers), done, address)

    begun = (client(number * len(attacks) // clients, f"127.0.9.{number + 1}") for number in range(clients))
    await asyncio.gather(*begun)
    return done


async def _attack(port: int, attack: Attack, number: int, done: Attacked, address: str) -> None:
    sent = attack.request(number)
    started = time.perf_counter()
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await ask(port, sent, address)
        outcome = "200"
    except ServerError as error:
        outcome = str(error).split(" ")[1] if str(error).startswith("HTTP/") else "closed"
    except (OSError, TimeoutError):
        outcome = "given up"
    done.outcomes[outcome] += 1
    done.slowest = max(done.slowest, (time.perf_counter() - started, attack.name))
