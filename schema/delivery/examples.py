"""The operations of the contract with regional sites, each by itself with the fragments it uses."""

from functools import cache
from pathlib import Path

from graphql import parse, print_ast
from graphql.utilities import separate_operations

CONTRACT = Path(__file__).with_name("contract.graphql")
WAITING = frozenset({"MyApplication"})
"""Operations that the schema does not answer yet: applications come with the call for hosts."""


@cache
def contract_operations() -> dict[str, str]:
    """{operation name: its text}."""
    parsed = parse(CONTRACT.read_text(encoding="utf-8"))
    return {name: print_ast(one) for name, one in separate_operations(parsed).items() if name not in WAITING}


VARIABLES: dict[str, dict[str, object]] = {
    "SeriesLanding": {"site": "eccp", "l": "en"},
    "EditionPage": {"site": "eccp", "l": "en", "slug": "iasi-2023"},
    "EditionArchive": {"site": "nca", "l": "cs", "f": {"status": ["PAST"]}},
    "CallPage": {"site": "eccp", "l": "en", "slug": "hosts-2024-2025"},
    "RegionalHome": {"site": "nca", "l": "cs"},
    "NewsDetail": {"site": "nca", "l": "cs", "slug": "pozvanka-do-burgasu"},
    "ByPath": {"site": "eccp", "l": "en", "path": "/editions/iasi-2023"},
}
"""Values with which the demo content answers them."""
