"""The same random query of the same random content, executed with compiled functions and by graphql-core alone.

`python -m tests.schema.two_executions 0 20000` compares so many seeds and shows those whose answers differ; the tests
beside it compare few.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from structlog.contextvars import bound_contextvars
from structlog.testing import capture_logs

from cms.kernel import turns
from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest
from schema.execution.documents import Refused
from schema.execution.execute import Executor
from schema.limits import Limits
from tests.schema.random_queries import RandomQuery, random_query
from tests.schema.wild_schema import CHOICES, PlaceOfContent, schema

ROOMY = Limits(
    max_tokens=100_000,
    max_selections=100_000,
    max_depth=50,
    max_introspection_depth=50,
    max_aliases=10_000,
    max_root_fields=1_000,
    max_directives=10_000,
    max_repeats=1_000,
    max_cost=10**9,
    max_input_values=100_000,
    max_errors=1_000,
)
MISERIES = (0.0, 0.03, 0.005, 0.1, 0.01, 0.2, 0.02, 0.0)
"""Shares of values that are bad, in the contents of which one document is asked: where there are many, hardly anything
is answered but errors. A document is kept when it is met again, and found from the third time on."""
ENDLESS = 1e9
"""Seconds of a turn: the order of errors follows from the turns in which what waits goes on, these from the clock."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What was asked, and what both executions gave (see `answered`)."""

    query: RandomQuery
    content: PlaceOfContent
    right: list[Any]
    compiled: list[Any]


def drawn(seed: int) -> RandomQuery:
    return random_query(schema._schema, Random(seed), CHOICES)


async def differences(
    query: RandomQuery, seed: int, max_answer_bytes: int = ROOMY.max_answer_bytes, wrong: Any = None
) -> AsyncIterator[Difference]:
    """Between both executions of a query, of contents that follow from the seed, with different variables: in answers,
    and in what the logs tell, where no fault of a compiled function is to be found. `wrong`:
    another execution in place of the compiled one."""
    limits = replace(ROOMY, max_answer_bytes=max_answer_bytes)
    plain = Executor(schema, limits, compiled=False)
    compiled = Executor(schema, limits, execution_context_class=wrong)
    for number, misery in enumerate(MISERIES):
        content, asked = PlaceOfContent(f"{seed}.{number}", misery), query.with_other_choices(Random(number))
        right = await answered(plain, asked, content)
        other = await answered(compiled, asked, content)
        if other != right:
            yield Difference(asked, content, right, other)


async def answered(executor: Executor, query: RandomQuery, context: Any) -> list[Any]:
    with suppress(Refused):
        for _time in range(2):  # a document that comes once is not compiled
            executor.documents.get(query.text)
    with capture_logs() as logs, bound_contextvars(request_id="of this test"):
        answer = await executor.execute(GraphQLRequest(query.text, variables=query.variables), context)
    failed = [(log["path"], repr(log["exc_info"])) for log in logs if log["event"] == "graphql.field_failed"]
    faults = [repr(log["exc_info"]) for log in logs if log["event"] == "graphql.compiled_fault"]
    return [answer.outcome, written(answer), answer.freshness, failed, faults]


def written(answer: GraphQLAnswer) -> bytes | str:
    """Some contents cannot be written as JSON, such as half of a surrogate pair."""
    try:
        return answer.json()
    except (TypeError, ValueError) as error:
        return f"cannot be written: {error}"


async def compare(first: int, last: int) -> int:
    """How many differences there are; shows them."""
    turns.TURN_SECONDS = ENDLESS
    count = 0
    for seed in range(first, last):
        async for one in differences(drawn(seed), seed):
            count += 1
            print(f"\n{seed}: {one.content}\n{one.query.text}\n{one.query.variables}\n{one.compiled}\n{one.right}")
    return count


if __name__ == "__main__":
    found = asyncio.run(compare(int(sys.argv[1]), int(sys.argv[2])))
    sys.exit(f"{found} answers differ." if found else 0)
