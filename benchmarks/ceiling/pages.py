"""Cached pages against a hello-world of the same bytes, in turns on one server."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlencode

import orjson

from benchmarks.ceiling.cores import cpu_seconds
from benchmarks.ceiling.exchange import Exchange, answer_to, etag_of, exchange, get
from benchmarks.ceiling.figures import Pair, Turns
from benchmarks.ceiling.flood import Flood
from benchmarks.ceiling.saturation import saturate
from benchmarks.connection import HEAD_END, ServerError, ask, request
from benchmarks.gauge import YARDSTICK
from benchmarks.queries import Query
from benchmarks.served import Served

GRAPHQL = "/graphql"
HELLO = "hello-world by GET"
WARMING = 5
"""The first answers are made, kept and compressed."""


@dataclass(frozen=True, slots=True)
class Case:
    """`ours` and the hello-world that it is measured against."""

    pair: Pair
    hello: Exchange
    ours: Exchange


def target_of(query: Query) -> str:
    """The address of its GET."""
    asked = orjson.loads(query.body)
    return f"{GRAPHQL}?{urlencode({'query': asked['query'], 'variables': orjson.dumps(asked['variables']).decode()})}"


async def cases(server: Served, query: Query) -> list[Case]:
    """A page by GET, the same unchanged, and by POST. Raises ServerError where an answer is not what it should be."""
    page, posted = get(target_of(query)), request("POST", GRAPHQL, query.body)
    for asked in (page, posted) * WARMING:
        await asyncio.to_thread(answer_to, server.port, asked)
    head, body = await asyncio.to_thread(answer_to, server.port, page)
    await ask(server.port, request("PUT", YARDSTICK, body))
    unchanged = get(target_of(query), if_none_match=_etag(head))
    hello = exchange(server.port, get(YARDSTICK))
    return [
        Case(Pair("page by GET", HELLO, 0.85, 1.3), hello, exchange(server.port, page)),
        Case(Pair("unchanged (304)", HELLO, None, 1.1), hello, exchange(server.port, unchanged, 304)),
        Case(
            Pair("page by POST", "hello-world by POST", 0.75, 1.6),
            exchange(server.port, request("POST", YARDSTICK, query.body)),
            exchange(server.port, posted),
        ),
    ]


def _etag(head: bytes) -> str:
    if not (found := etag_of(head)):
        raise ServerError("The page has no ETag.")
    return found


@dataclass(frozen=True, slots=True)
class Turning:
    """How each turn is done."""

    server: Served
    connections: int
    seconds: float

    def turn(self, asked: Exchange, turns: Turns, flood: Flood | None = None) -> None:
        before = cpu_seconds(self.server.pid)
        load = saturate(self.server.port, asked, self.connections, self.seconds, flood)
        turns.add(load, cpu_seconds(self.server.pid) - before)

    def both(self, number: int, case: Case) -> None:
        """Hello-world and ours; in every second round the other way round."""
        both = [(case.hello, case.pair.standard), (case.ours, case.pair.ours)]
        for asked, turns in both[:: -1 if number % 2 else 1]:
            self.turn(asked, turns)

    def beside(self, number: int, page: Exchange, pair: Pair, flood: Flood) -> None:
        """The page alone, and beside the flood."""
        both = [(None, pair.standard), (flood, pair.ours)]
        for given, turns in both[:: -1 if number % 2 else 1]:
            self.turn(page, turns, given)


def size_of_page(case: Case) -> int:
    return len(case.ours.end) - len(HEAD_END)
