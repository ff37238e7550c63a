"""A developer tries queries in the explorer, GraphiQL at the address of the API itself."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser import OpenPage
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login

TABS = "nested-interactive"
"""GraphiQL's tabs hold a button each: the one rule of axe that it breaks by its structure."""


async def write_query(page: Page, text: str) -> None:
    await page.locator(".graphiql-query-editor .view-lines").click()
    await page.keyboard.press("Control+A")
    await page.keyboard.press("Delete")
    await page.keyboard.type(text)


async def run(page: Page) -> None:
    await page.get_by_role("button", name="Execute query").click()


async def test_a_query_is_completed_checked_and_remembered(demo_cms: CmsProcess, open_page: OpenPage) -> None:
    page = await open_page(f"{demo_cms.url}/graphql")
    await expect(page.locator(".graphiql-query-editor")).to_contain_text("LatestEditions")

    await write_query(page, "query Names { site(key: eccp) { na")
    await expect(page.locator(".suggest-widget .monaco-list-row").filter(has_text="name").first).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".graphiql-query-editor .squiggly-error").first).to_be_attached()

    await write_query(page, 'query Names { site(key: "eccp") { name')
    await expect(page.locator(".graphiql-query-editor .squiggly-error")).to_have_count(0)
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".graphiql-response")).to_contain_text("European Cluster Collaboration Platform")

    await page.reload()
    await page.get_by_role("button", name="Show History").click()
    await expect(page.locator(".graphiql-history-item").filter(has_text="Names")).to_be_visible()


async def test_the_link_opens_with_query_and_variables(demo_cms: CmsProcess, open_page: OpenPage) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    page = await open_page(f"{demo_cms.url}/graphql", permissions=permissions)
    await page.get_by_label("Example queries").select_option("EditionArchive")
    await expect(page.locator(".graphiql-query-editor")).to_contain_text("EditionArchive")
    await page.get_by_role("button", name="Copy link").click()
    await expect(page.locator(".explorer-header output")).to_have_text("Link copied")

    other = await open_page(await page.evaluate("navigator.clipboard.readText()"))

    await expect(other.locator(".graphiql-query-editor")).to_contain_text("EditionArchive")
    await expect(other.locator(".graphiql-editor-tool")).to_contain_text('"site": "nca"')
    await run(other)
    await expect(other.locator(".graphiql-response")).to_contain_text('"data"')
    await expect(other.locator(".graphiql-response")).not_to_contain_text('"errors"')


@pytest.mark.parametrize(
    ("width", "light", "locale", "examples", "query", "answer"),
    [
        (1440, "light", "en-GB", "Example queries", "SeriesLanding", "European Cluster Collaboration Platform"),
        (1440, "dark", "cs-CZ", "Ukázkové dotazy", "RegionalHome", '"site"'),
        (390, "light", "bg-BG", "Примерни заявки", "NewsDetail", '"site"'),
    ],
)
async def test_queries_of_real_pages_are_answered_and_nothing_comes_from_elsewhere(
    demo_cms: CmsProcess,
    open_page: OpenPage,
    width: int,
    light: str,
    locale: str,
    examples: str,
    query: str,
    answer: str,
) -> None:
    page = await open_page("about:blank", width=width, color_scheme=light, locale=locale)
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    await page.goto(f"{demo_cms.url}/graphql")

    await page.get_by_label(examples).select_option(query)
    await expect(page.locator(".graphiql-query-editor")).to_contain_text(query)
    await run(page)

    await expect(page.locator(".graphiql-response")).to_contain_text(answer)
    await assert_accessible_but_for_tabs(page)
    await page.get_by_role("button", name="Show Documentation Explorer").click()
    await expect(page.locator(".graphiql-doc-explorer")).to_contain_text("Query")
    await assert_accessible_but_for_tabs(page)
    assert hosts - {""} == {urlsplit(demo_cms.url).netloc}  # "" of data: and blob:
    assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_whoever_is_signed_in_explores_the_management_api(demo_cms: CmsProcess, open_page: OpenPage) -> None:
    person = login(demo_cms, "editor@example.org")
    page = await open_page(f"{demo_cms.url}/management/graphql", person=person)
    await expect(page).to_have_title(re.compile("management"))
    await expect(page.get_by_label("Example queries")).to_have_count(0)

    await write_query(page, "{ viewer { email")
    await expect(page.locator(".graphiql-query-editor .squiggly-error")).to_have_count(0)
    await page.keyboard.press("Control+Enter")

    await expect(page.locator(".graphiql-response")).to_contain_text("editor@example.org")


async def assert_accessible_but_for_tabs(page: Page) -> None:
    found = (await Axe().run(page, options={"rules": {TABS: {"enabled": False}}})).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
