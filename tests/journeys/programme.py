"""The programme of an edition in an editor's browser: rows and fields, editions to build it for, what visitors see."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage
from tests.journeys.cms_process import CmsProcess, cms_of_its_own
from tests.journeys.editing import EVA
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

PROGRAMME = """query ($slug: String!) { site(key: "eccp", locale: "en") { edition(slug: $slug) { days { label date
  sessions { title startTime talks { title speakers { role organisationName person { name } }
    presentations { title file { url filename } } } children { title talks { title } } } } } } }"""


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    yield from cms_of_its_own(tmp_path_factory, "programme")


@pytest.fixture(scope="module")
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


def new_edition(eva: Script, slug: str, **changes: Any) -> str:
    data = {
        "series": eva.first("Series", "clusters meet"),
        "city": {"en": "Suceava"},
        "country": "RO",
        "start": "2027-11-21",
        "end": "2027-11-23",
        "time_zone": "Europe/Bucharest",
        "theme": {"en": "Clusters of the region"},
        "lead_before": {"en": "Meet in Suceava."},
        "objectives": {"en": ["Meet"]},
        **changes,
    }
    return eva.do("createItem", type="Edition", site="eccp", data=data, slugs=[{"locale": "en", "slug": slug}])["id"]


async def opened(open_page: OpenPage, cms: CmsProcess, id: str, **options: Any) -> Page:
    page = await open_page(f"{cms.url}/admin/content/Edition/{id}?language=en", **options, person=login(cms, EVA))
    await expect(programme(page)).to_be_visible()
    return page


def programme(page: Page) -> Locator:
    return page.locator("#field-days")


def row(page: Page, words: str) -> Locator:
    return programme(page).locator("[data-programme-row]").filter(has_text=words).first


def field(page: Page, label: str) -> Locator:
    return programme(page).get_by_label(re.compile(rf"^{label}( \*)?$"))


async def rows(page: Page, kind: str = "talk") -> list[str]:
    names = programme(page).locator(f"[data-programme-row={kind}]")
    return [text.split("\n")[0] for text in await names.all_inner_texts()]


def part(*sessions: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"label": {"en": "Day 1"}, "date": "2027-11-21", "sessions": list(sessions)}]


def session(title: str, *talks: str, **more: Any) -> dict[str, Any]:
    return {"type": "panel", "title": {"en": title}, "talks": [{"title": {"en": talk}} for talk in talks], **more}


def downloaded(cms: CmsProcess, url: str) -> bytes:
    return httpx.get(urljoin(cms.url, url), follow_redirects=True, timeout=30).content


def seen(cms: CmsProcess, slug: str) -> dict[str, Any]:
    """What visitors see."""
    asked = {"query": PROGRAMME, "variables": {"slug": slug}}
    answer = httpx.post(f"{cms.url}/graphql", json=asked, timeout=30).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["edition"]


def outline(eva: Script, id: str) -> dict[str, Any]:
    """{day: {session: [talk or {nested session: [talk]}]}} as it is stored."""
    data = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]

    def inside(one: dict[str, Any]) -> list[Any]:
        talks = [talk["title"]["en"] for talk in one.get("talks", [])]
        return [*talks, *({child["title"]["en"]: inside(child)} for child in one.get("children", []))]

    return {
        day["label"]["en"]: {one["title"]["en"]: inside(one) for one in day.get("sessions", [])} for day in data["days"]
    }
