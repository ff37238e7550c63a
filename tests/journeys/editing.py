"""What somebody does at the form of an item in a browser, and what visitors are told afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from schema.delivery.examples import contract_operations
from tests.browser import OpenPage
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

EVA, RITA, EMA = "editor@example.org", "reviewer@example.org", "editor-nca@example.org"
ITEM = """query ($id: ID!) { item(id: $id) {
  id version site data slugs { locale slug } states { locale state liveVersion } rights } }"""


@pytest.fixture(scope="module")
def eva(edited_cms: CmsProcess) -> Iterator[Script]:
    """A program of the editor of both sites, which prepares and looks at what is stored."""
    script = Script(edited_cms, EVA)
    yield script
    script.http.close()


def stored_item(script: Script, id: str) -> dict[str, Any]:
    return script.ask(ITEM, id=id)["item"]


def visited(script: Script, operation: str, **variables: Any) -> dict[str, Any]:
    """What an operation of the contract with developers of sites answers for the site."""
    given = {"site": "eccp", "l": "en", **variables}
    body = {"query": contract_operations()[operation], "operationName": operation, "variables": given}
    answer = script.http.post("/graphql", json=body)
    assert answer.status_code == 200 and "errors" not in answer.json(), answer.text
    return answer.json()["data"]["site"]


async def opened(open_page: OpenPage, cms: CmsProcess, email: str, path: str, **options: object) -> Page:
    """The form at this path of the admin interface, signed in."""
    page = await open_page(f"{cms.url}/admin{path}", **options, person=login(cms, email))
    await expect(page.get_by_role("region", name="Publication")).to_be_visible(timeout=60_000)
    return page


def field(page: Page, at: str) -> Locator:
    return page.locator(f'[id="field-{at}"]')


async def stored(page: Page) -> None:
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def publish(page: Page, language: str = "English") -> None:
    """What is in the form, in the language that is shown."""
    await stored(page)
    await page.keyboard.press("Control+Enter")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Publish", exact=True).click()
    await expect(dialog).to_be_hidden()
    panel = page.get_by_role("region", name="Publication")
    await expect(panel).to_contain_text(language)
    await expect(panel).to_contain_text("Visitors see it since")


async def choose(page: Page, at: str, words: str) -> None:
    """An option of a field with a list."""
    await field(page, at).click()
    await page.get_by_role("option", name=words, exact=True).click()


async def refer(page: Page, at: str, words: str) -> None:
    """To the first item that these words find, by keyboard."""
    place = field(page, at)
    await place.fill(words)
    await expect(page.get_by_role("option").first).to_contain_text(words)
    await place.press("ArrowDown")
    await place.press("Enter")
    await expect(page.get_by_role("link", name=f"Open {words}")).to_be_visible()
