"""What compiled functions answer is, byte for byte, what graphql-core answers: any query, any content, any fault."""

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from graphql import parse, validate
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.kernel import turns
from schema.execution.fair_execution import FairExecution
from tests.schema.random_queries import random_query
from tests.schema.two_executions import ENDLESS, differences, drawn
from tests.schema.wild_schema import CHOICES, schema

SEEDS = st.integers(0, 10**6)
few = settings(max_examples=15)
"""Each is executed sixteen times. `python -m tests.schema.two_executions` tries many."""


@pytest.fixture(autouse=True)
def _one_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TURN_SECONDS", ENDLESS)


@few
@given(random=st.randoms(use_true_random=False), seed=SEEDS)
async def test_any_query_of_any_content_is_answered_the_same(random: Random, seed: int) -> None:
    query = random_query(schema._schema, random, CHOICES)

    assert [one async for one in differences(query, seed)] == []


@few
@given(seed=SEEDS, bytes=st.integers(20, 3_000))
async def test_an_answer_is_too_large_for_both_or_for_neither(seed: int, bytes: int) -> None:
    assert [one async for one in differences(drawn(seed), seed, max_answer_bytes=bytes)] == []


def test_random_queries_are_valid() -> None:
    for seed in range(20):
        query = random_query(schema._schema, Random(seed), CHOICES)

        assert not validate(schema._schema, parse(query.text)), query.text


class SortsNames(FairExecution):
    def execute_fields(self, *about: Any, **named: Any) -> Any:
        parent_type, source_value, path, fields, *rest = about
        return super().execute_fields(parent_type, source_value, path, dict(sorted(fields.items())), *rest, **named)


class LosesMergedFields(FairExecution):
    def complete_object_value(self, *about: Any, **named: Any) -> Any:
        return_type, field_details_list, *rest = about
        return super().complete_object_value(return_type, field_details_list[:1], *rest, **named)


class LosesErrors(FairExecution):
    def handle_field_error(self, *about: Any, **named: Any) -> None:
        before = len(self.collected_errors.errors)
        super().handle_field_error(*about, **named)
        del self.collected_errors.errors[before:]


class ReadsListsTwice(FairExecution):
    def complete_iterable_value(self, *about: Any, **named: Any) -> Any:
        items: Iterable[Any] = about[4]
        list(items)
        return super().complete_iterable_value(*about, **named)


class TakesAnyText(FairExecution):
    def complete_leaf_value(self, return_type: Any, result: Any) -> Any:
        return result if return_type.name == "String" else super().complete_leaf_value(return_type, result)


class TakesNull(FairExecution):
    def complete_value(self, *about: Any, **named: Any) -> Any:
        try:
            return super().complete_value(*about, **named)
        except TypeError:
            return None


@pytest.mark.parametrize(
    "wrong", [SortsNames, LosesMergedFields, LosesErrors, ReadsListsTwice, TakesAnyText, TakesNull]
)
async def test_each_kind_of_wrong_execution_is_noticed(wrong: type[FairExecution]) -> None:
    for seed in range(20):
        async for _one in differences(drawn(seed), seed, wrong=wrong):
            return

    pytest.fail("Everything is answered as by graphql-core.")
