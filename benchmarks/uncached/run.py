"""One run: two databases, a server of each code, and rounds in which everything has its turn."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from benchmarks.ceiling.cores import server_alone
from benchmarks.connection import ServerError, ask, request
from benchmarks.content.loading import load_content
from benchmarks.figures import leaves
from benchmarks.load import put_load
from benchmarks.machine import machine
from benchmarks.measuring import GRAPHQL
from benchmarks.queries import Query
from benchmarks.run import database_of
from benchmarks.served import Served, served
from benchmarks.uncached.before import BEFORE, code_of, load_by
from benchmarks.uncached.execution import Executions
from benchmarks.uncached.figures import Case, Costs, Uncached
from benchmarks.uncached.queries import DEEP, LIGHT, uncached_queries
from cms.kernel.engines import EngineAddresses
from cms.kernel.interpreter_tuning import prepare_to_serve
from cms.kernel.settings import load_settings
from cms.opening import open_services
from storage.change_stream import following

Tell = Callable[[str], object]
WARMING = 5
"""Answers, until documents are kept and what is compiled from them is there."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`rounds` of turns of `seconds`; with `connections` where it says so. `before`: the commit to compare with."""

    items: int = 1_000
    rounds: int = 7
    seconds: float = 1.0
    connections: int = 16
    before: str | None = BEFORE


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of one server, with the answer that is given each time, and where its figures go."""

    server: Served
    request: bytes
    answer: bytes
    costs: Costs


async def run(plan: Plan, engines: EngineAddresses, folder: Path, tell: Tell) -> Uncached:
    """With these engines; logs and the code of before go to `folder`. Raises ServerError, NotStarted."""
    settings = load_settings(mongodb_database=database_of(plan.items))
    queries = uncached_queries(plan.items)
    async with AsyncExitStack() as stack:
        services = await stack.enter_async_context(open_services(settings, engines))
        tell("Loading content")
        await load_content(services, plan.items, lambda loaded: None)
        now = await stack.enter_async_context(
            served(engines, settings.mongodb_database, plan.items, queries, folder / "now.log")
        )
        before = await _server_of_before(plan, engines, folder, stack, tell)
        done = Uncached(await machine(services), plan.items, plan.connections, plan.before if before else None)
        groups = [await _asked(number, now, before, done) for number in range(len(queries))]
        changes = await stack.enter_async_context(following(services.repository.mongo))
        measured = {"deep": _named(queries, DEEP), "light": _named(queries, LIGHT)}
        executions = Executions(services, engines.secret_key, changes, measured)
        done.executions = await executions.prepare()
        prepare_to_serve()
        for number in range(plan.rounds):
            tell(f"Round {number + 1} of {plan.rounds}")
            await _round(plan, number, groups, done)
            await executions.turn(plan.seconds / 2)
    return done


def _named(queries: list[Query], name: str) -> Query:
    return next(one for one in queries if one.name == name)


async def _server_of_before(
    plan: Plan, engines: EngineAddresses, folder: Path, stack: AsyncExitStack, tell: Tell
) -> Served | None:
    """None where its code is not there."""
    if not plan.before or not (code := code_of(plan.before, folder)):
        return None
    tell(f"Loading content by the code of {plan.before}")
    database = f"{database_of(plan.items)}_{plan.before}"
    await load_by(code, engines, database, plan.items)
    queries = uncached_queries(plan.items)
    return await stack.enter_async_context(
        served(engines, database, plan.items, queries, folder / "before.log", code=code)
    )


async def _asked(number: int, now: Served, before: Served | None, done: Uncached) -> list[Asked]:
    """The query of this number on each server. Raises ServerError where one answers with an error, or where the answer
    of before has other fields."""
    query = now.queries[number]
    ours = await _first(now, query, Costs())
    case = Case(query.name, len(ours.answer), leaves(orjson.loads(ours.answer)), ours.costs, None, query.name != LIGHT)
    done.cases.append(case)
    if not before:
        return [ours]
    case.before = Costs()
    theirs = await _first(before, query, case.before)
    if outline(orjson.loads(ours.answer)) != outline(orjson.loads(theirs.answer)):
        raise ServerError(f"The code of before answers {query.name} with other fields or items.")
    return [theirs, ours]


async def _first(server: Served, query: Query, costs: Costs) -> Asked:
    asked = request("POST", GRAPHQL, query.body)
    answers = [await ask(server.port, asked) for _ in range(WARMING)]
    if b'"errors":' in answers[-1]:
        raise ServerError(f"{query.name} is answered with an error: {answers[-1][:2000].decode()}")
    return Asked(server, asked, answers[-1], costs)


def outline(value: Any) -> Any:
    """Names, lengths of lists and kinds of values: what does not depend on ids."""
    if isinstance(value, dict):
        return {name: outline(each) for name, each in value.items()}
    if isinstance(value, list):
        return [outline(each) for each in value]
    return type(value)


async def _round(plan: Plan, number: int, groups: list[list[Asked]], done: Uncached) -> None:
    """The servers change places from round to round."""
    for group in groups:
        for asked in group[:: -1 if number % 2 else 1]:
            with server_alone(asked.server.pid) as done.is_alone:
                await _turn(plan, asked)


async def _turn(plan: Plan, asked: Asked) -> None:
    server, exchange = asked.server, (asked.request, asked.answer, plan.seconds)
    start = await server.usage()
    load = await put_load(server.port, 1, *exchange)
    middle = await server.usage()
    asked.costs.add_alone(load, start, middle)
    load = await put_load(server.port, plan.connections, *exchange)
    asked.costs.add_busy(load, middle, await server.usage())
