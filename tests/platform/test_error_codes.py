"""Every code that a GraphQL address may answer with is declared in one place and told to those who meet it."""

import ast
import re
from collections.abc import Iterator

import pytest

from cms.kernel.error_codes import CODES
from cms.kernel.errors import CmsError
from tests.platform.project import ROOT

PLACES = (
    "cms/kernel/graphql_errors.py",
    "cms/http/body_memory.py",
    "cms/http/caller.py",
    "cms/http/graphql.py",
    "cms/http/graphql_parameters.py",
    "cms/http/request_body.py",
    "cms/http/same_origin.py",
    "cms/http/signed_in.py",
    "schema/execution/*.py",
    "schema/limits/*.py",
)
"""What answers before and around the resolvers. These raise the errors of `cms.kernel.errors`."""
NO_CODES = {"HEAD", "POST", "OPTIONS", "DEFAULT", "MUTATION", "QUERY"}
BASE = "ERROR"
"""Of the base class, which nobody raises."""


def subclasses(error: type[CmsError]) -> Iterator[type[CmsError]]:
    yield error
    for one in error.__subclasses__():
        yield from subclasses(one)


def raised() -> set[str]:
    written = {
        node.value
        for place in PLACES
        for path in ROOT.glob(place)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch("[A-Z_]{4,}", node.value)
    }
    return (written | {error.code for error in subclasses(CmsError) if error.__module__.startswith("cms.")}) - NO_CODES


def documented() -> dict[str, set[int]]:
    """The statuses of each code in the chapter's second table; a row of `A` · `B` has theirs in the same order."""
    text = (ROOT / "docs/site-developers.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[A-Z_]+`[^|]*) \| ([0-9 ·]+) \|", text, re.MULTILINE)
    told: dict[str, set[int]] = {}
    for names, statuses in rows:
        groups, numbers = names.split(" · "), [int(number) for number in statuses.split(" · ")]
        for position, group in enumerate(groups):
            own = {numbers[position]} if len(groups) > 1 else set(numbers)
            told |= dict.fromkeys(re.findall("[A-Z_]+", group), own)
    return told


def test_every_code_is_declared_and_every_declared_one_can_be_raised() -> None:
    assert raised() - {BASE} == set(CODES)


def test_every_code_is_documented_with_its_statuses() -> None:
    """200 stands for 294 and 400 with clients of before the specification, which the chapter says once."""
    expected = {code: {*statuses} - ({200} if len(statuses) > 1 else set()) for code, statuses in CODES.items()}

    assert documented() == expected


@pytest.mark.parametrize("status", sorted({status for statuses in CODES.values() for status in statuses}))
def test_every_status_is_explained(status: int) -> None:
    text = (ROOT / "docs/site-developers.md").read_text("utf-8")

    assert re.search(rf"^\| ([0-9]+ · )*{status}( · [0-9]+)* \| [a-z`]", text, re.MULTILINE)
