"""The queries that the guide for developers of sites shows."""

import re
from pathlib import Path

import pytest
from graphql import parse, validate

from schema.delivery.schema import schema

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "site-developers.md").read_text("utf-8")
QUERIES = re.findall(r"^```graphql\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_the_guide_has_queries() -> None:
    assert len(QUERIES) >= 4


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: " ".join(query.split())[:60])
def test_each_can_be_sent_as_it_stands(query: str) -> None:
    assert [error.message for error in validate(schema._schema, parse(query))] == []
