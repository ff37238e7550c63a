"""The operations of the contract with regional sites, each by itself with the fragments it uses."""

from functools import cache
from pathlib import Path

from graphql import DocumentNode, parse, print_ast
from graphql.utilities import separate_operations

CONTRACT = Path(__file__).with_name("contract.graphql")


@cache
def contract_operations() -> dict[str, str]:
    """{operation name: its text}."""
    parsed = parse(CONTRACT.read_text(encoding="utf-8"))
    return {name: _operation_first(one) for name, one in separate_operations(parsed).items()}


def _operation_first(document: DocumentNode) -> str:
    ordered = sorted(document.definitions, key=lambda one: one.kind == "fragment_definition")
    return "\n\n".join(map(print_ast, ordered))


FIRST = """query LatestEditions($site: String!, $l: Locale) {
  site(key: $site, locale: $l) {
    name
    editions(first: 5) {
      nodes {
        ordinal
        listLabel
        dateLabel
        status
        url
      }
    }
  }
}"""
"""What a newcomer tries first."""

VARIABLES: dict[str, dict[str, object]] = {
    "LatestEditions": {"site": "eccp", "l": "en"},
    "SeriesLanding": {"site": "eccp", "l": "en"},
    "EditionPage": {"site": "eccp", "l": "en", "slug": "iasi-2023"},
    "EditionArchive": {"site": "nca", "l": "cs", "f": {"status": ["PAST"]}},
    "CallPage": {"site": "eccp", "l": "en", "slug": "hosts-2024-2025"},
    "MyApplication": {"id": ""},
    "RegionalHome": {"site": "nca", "l": "cs"},
    "NewsDetail": {"site": "nca", "l": "cs", "slug": "pozvanka-do-burgasu"},
    "ByPath": {"site": "eccp", "l": "en", "path": "/editions/iasi-2023"},
}
"""Values with which the demo content answers them."""
