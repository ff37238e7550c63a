"""Imports, and a visitor who looks at what came of them."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.kernel.services import Services
from cms.transfer.plone.import_plone import import_plone
from cms.transfer.report import ImportReport
from storage.documents import Item
from tests.cms_program import Program
from tests.delivery import Ask

Import = Callable[..., Awaitable[ImportReport]]
Typed = Callable[..., Awaitable[tuple[int, str]]]
Look = Callable[..., Awaitable[Any]]

NEWS = """query ($site: String!, $slug: String!, $l: Locale) { site(key: $site, locale: $l) { newsItem(slug: $slug) {
  title lead tags image { alt } blocks { ... on TextBlock { body } } } } }"""
ROUTE = """query ($l: Locale!, $p: String!) { site(key: "nca", locale: $l) { route(path: $p) {
  __typename ... on Redirect { to } } } }"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Any], Path]:
    """An export as a file."""

    def written(export: Any) -> Path:
        path = tmp_path / "export.json"
        path.write_text(export if isinstance(export, str) else json.dumps(export), encoding="utf-8")
        return path

    return written


@pytest.fixture
def taken(services: Services, sites: None, write: Callable[[Any], Path]) -> Import:
    """Imports within the test, by its clock."""

    async def imported(export: Any, site: str = "nca", **options: Any) -> ImportReport:
        return await import_plone(services, SYSTEM, write(export), site, **options)

    return imported


@pytest.fixture
def typed(program: Program, sites: None, write: Callable[[Any], Path]) -> Typed:
    """(status, what it said) of `cms plone import`, as an operator types it."""

    async def run(export: Any, *options: str, site: str = "nca") -> tuple[int, str]:
        status, _out, said = await program("plone", "import", str(write(export)), "--site", site, *options)
        return status, said

    return run


@pytest.fixture
def live(ask: Ask) -> Look:
    """A news item as visitors read it, None where they cannot."""

    async def look(slug: str, site: str = "nca", locale: str = "cs") -> dict[str, Any] | None:
        return (await ask(NEWS, site=site, slug=slug, l=locale))["site"]["newsItem"]

    return look


@pytest.fixture
def route(ask: Ask) -> Look:
    async def look(path: str, locale: str = "cs") -> dict[str, Any] | None:
        return (await ask(ROUTE, l=locale, p=path))["site"]["route"]

    return look


async def item_of(uid: str, site: str = "nca") -> Item:
    found = await Item.find_one({"origin": f"plone:{site}:{uid}"})
    assert found, f"{uid} is not here"
    return found
