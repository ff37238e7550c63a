"""The recycle bin, old addresses and the audit trail: what was done is found, told and mended."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

ADMIN, EVA, NCA, REVIEWER = "admin@example.org", "editor@example.org", "editor-nca@example.org", "reviewer@example.org"
DELETE = "mutation ($id: ID!) { deleteItem(input: {id: $id}) { refusal { code } } }"
ROUTE = """query ($path: String!) { site(key: "eccp", locale: en) { route(path: $path) {
  ... on Redirect { to } ... on NewsItem { title } } } }"""
PERSON = "query ($search: String!) { people(filter: {search: $search}) { nodes { id } } }"
ROLE = 'mutation ($p: ID!) { %s(input: {person: $p, site: "nca", role: "editor"}) { refusal { code } } }'


@pytest.fixture(scope="module")
def cms(administered_cms: CmsProcess) -> CmsProcess:
    return administered_cms


@pytest.fixture(scope="module")
def admin(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, ADMIN)
    yield script
    script.http.close()


@pytest.fixture(scope="module")
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


def news(eva: Script, title: str, site: str = "nca", locale: str = "cs") -> str:
    data = {"kind": "news", "title": {locale: title}, "published_at": "2026-05-01"}
    return eva.do("createItem", type="NewsItem", site=site, data=data)["id"]


def deleted(eva: Script, title: str, **place: str) -> str:
    id = news(eva, title, **place)
    assert eva.ask(DELETE, id=id)["deleteItem"]["refusal"] is None
    return id


def row(page: Page, text: str) -> Locator:
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=text)


def day(later: int) -> str:
    return (datetime.now(UTC) + timedelta(days=later)).date().isoformat()


async def opened(
    open_page: OpenPage, cms: CmsProcess, path: str, email: str, language: str = "en", **context: Any
) -> Page:
    page = await open_page(f"{cms.url}/admin{path}", **context, person=login(cms, email))
    await expect(page.get_by_role("heading", level=1)).not_to_have_text("Cluster CMS")
    if language != "en":
        await page.evaluate("language => localStorage.setItem('cms.language', language)", language)
        await page.reload()
    return page


async def test_an_editor_brings_back_what_was_deleted_and_purges_the_rest(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    wanted, unwanted = deleted(eva, "Košice vítají klastry"), deleted(eva, "Košický koncept")
    page = await opened(open_page, cms, "/recycle-bin", EVA)
    await page.get_by_role("searchbox", name="Find by title").fill("kosic")
    await expect(row(page, "Koši")).to_have_count(2)
    await expect(row(page, "Košice vítají")).to_contain_text(re.compile(r"Deleted .* by Eva Editor.*Gone for good"))
    await assert_accessible(page)

    await page.get_by_role("button", name="Delete Košický koncept for good").click()
    dialog = page.get_by_role("dialog", name="Delete Košický koncept for good?")
    await expect(dialog.get_by_text("Nothing refers to it.")).to_be_visible()
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Delete for good").click()
    await expect(row(page, "Koši")).to_have_count(1)

    await page.get_by_role("button", name="Restore Košice vítají klastry").click()
    await expect(page.get_by_role("heading", name="Nothing deleted is called like that")).to_be_visible()
    await page.get_by_role("link", name="Open it").click()
    await expect(page.get_by_role("heading", level=1, name="Košice vítají klastry")).to_be_visible()
    assert eva.ask("query ($id: ID!) { item(id: $id) { deletedAt } }", id=wanted)["item"]["deletedAt"] is None
    bin = eva.ask("{ recycleBin(first: 100) { nodes { id } } }")["recycleBin"]["nodes"]
    assert {"id": unwanted} not in bin


async def test_what_cannot_be_restored_says_why(cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    deleted(eva, "Obsazená adresa")
    news(eva, "Obsazená adresa")  # takes the address of the deleted one
    page = await opened(open_page, cms, "/recycle-bin?search=obsazena", EVA, "cs", width=390, height=844)

    await page.get_by_role("button", name="Obnovit Obsazená adresa").click()

    await expect(row(page, "Obsazená adresa").get_by_role("alert")).to_contain_text(
        "Jeho adresu nebo klíč už má jiná položka."
    )
    await assert_accessible(page)


async def test_a_right_that_was_withdrawn_meanwhile_gets_a_clear_answer(
    cms: CmsProcess, admin: Script, eva: Script, open_page: OpenPage
) -> None:
    deleted(eva, "Bez práva")
    nela = admin.ask(PERSON, search=NCA)["people"]["nodes"][0]["id"]
    page = await opened(open_page, cms, "/recycle-bin?search=bez", NCA)
    await expect(row(page, "Bez práva")).to_have_count(1)

    assert admin.ask(ROLE % "revokeRole", p=nela)["revokeRole"]["refusal"] is None
    try:
        await page.get_by_role("button", name="Restore Bez práva").click()
        await expect(row(page, "Bez práva").get_by_role("alert")).to_contain_text("or you may not see it")
        await page.reload()
        await expect(page.get_by_role("heading", name="This is not for you to administer")).to_be_visible()
        await assert_accessible(page)
    finally:
        assert admin.ask(ROLE % "grantRole", p=nela)["grantRole"]["refusal"] is None


async def test_who_may_not_administer_is_offered_nothing_of_it(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, "/redirects", REVIEWER)

    await expect(page.get_by_role("heading", name="This is not for you to administer")).to_be_visible()
    menu = page.get_by_role("navigation")
    await expect(menu.get_by_role("link", name="Audit trail")).to_be_visible()
    for name in ("Redirects", "Recycle bin", "People and rights"):
        await expect(menu.get_by_role("link", name=name)).to_have_count(0)


async def test_an_old_address_leads_to_an_item_until_it_is_removed(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news(eva, "Lyon hosts in spring", site="eccp", locale="en")
    eva.do("publishItem", id=id, locales=["en"])
    other = news(eva, "Graz hosts in autumn", site="eccp", locale="en")
    eva.do("publishItem", id=other, locales=["en"])
    with httpx.Client(base_url=cms.url) as visitor:

        def route(path: str) -> Any:
            answer = visitor.post("/graphql", json={"query": ROUTE, "variables": {"path": path}}).json()
            return answer["data"]["site"]["route"]

        page = await opened(open_page, cms, "/redirects?site=eccp", ADMIN)
        await page.get_by_role("textbox", name="Old URL path").fill("https://old.example.org/en/archive/lyon.html?id=3")
        finder = page.get_by_role("combobox", name="Leads to")
        await finder.fill("lyon hosts in")
        await page.get_by_role("option", name="Lyon hosts in spring").click()
        await assert_accessible(page)
        await page.get_by_role("button", name="Add redirect").click()
        old = row(page, "/en/archive/lyon.html?id=3")
        await expect(old.get_by_role("link", name="Lyon hosts in spring")).to_be_visible()
        assert route("/archive/lyon.html?id=3") == {"to": "/news/lyon-hosts-in-spring"}
        assert route("/archive/lyon.html?id=4") is None

        await page.get_by_role("textbox", name="Old URL path").fill("/en/archive/lyon.html?id=3")
        await finder.fill("graz hosts in")
        await page.get_by_role("option", name="Graz hosts in autumn").click()
        await page.get_by_role("button", name="Add redirect").click()
        asked = page.get_by_role("alert").filter(has_text="leads to another item already")
        await assert_accessible(page)
        await asked.get_by_role("button", name="Leave it as it is").click()
        assert route("/archive/lyon.html?id=3") == {"to": "/news/lyon-hosts-in-spring"}
        await page.get_by_role("button", name="Add redirect").click()
        await asked.get_by_role("button", name="Let it lead to this item").click()
        await expect(old.get_by_role("link", name="Graz hosts in autumn")).to_be_visible()
        assert route("/archive/lyon.html?id=3") == {"to": "/news/graz-hosts-in-autumn"}

        await page.get_by_role("textbox", name="Old URL path").fill("/en/news/lyon-hosts-in-spring")
        await finder.fill("lyon hosts in")
        await page.get_by_role("option", name="Lyon hosts in spring").click()
        await page.get_by_role("button", name="Add redirect").click()
        await expect(page.get_by_text("There is an item at this address")).to_be_visible()

        await page.get_by_role("searchbox", name="Find by a part of the address").fill("lyon.html")
        await old.get_by_role("button", name="Remove /en/archive/lyon.html?id=3").click()
        await page.get_by_role("dialog").get_by_role("button", name="Remove").click()
        await expect(page.get_by_role("heading", name="No old address contains that")).to_be_visible()
        assert route("/archive/lyon.html?id=3") is None


async def test_the_trail_tells_who_did_what_and_is_narrowed(cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    id = news(eva, "Po stopách klastrů")
    eva.do("publishItem", id=id, locales=["cs"])
    page = await opened(open_page, cms, "/audit", ADMIN)
    await page.get_by_role("combobox", name="Item").fill("po stopach")
    await page.get_by_role("option", name="Po stopách klastrů").click()
    await expect(row(page, "Po stopách klastrů")).to_have_count(2)
    await expect(row(page, "Published")).to_have_count(1)  # what is not narrowed yet has two of them too
    await expect(row(page, "Published")).to_contain_text(re.compile(r"Eva Editor.*Czech"))
    await assert_accessible(page)

    await page.get_by_role("combobox", name="Action").fill("Created")
    await page.get_by_role("option", name="Created", exact=True).click()
    await expect(row(page, "Po stopách klastrů")).to_have_count(1)
    await row(page, "Created").get_by_role("button", name=re.compile("Eva Editor")).click()
    await expect(page).to_have_url(re.compile(r"by=[0-9a-f]+"))
    await expect(page.get_by_role("combobox", name="Person")).to_have_value(re.compile("Eva Editor"))
    await page.get_by_label("To").fill(day(-2))
    await expect(page.get_by_role("heading", name="Nothing was done like that")).to_be_visible()
    await page.get_by_label("To").fill(day(1))
    await page.get_by_label("From").fill(day(-1))
    await expect(row(page, "Po stopách klastrů")).to_have_count(1)

    await row(page, "Created").get_by_role("link", name="Po stopách klastrů").click()
    await expect(page.get_by_role("heading", level=1, name="Po stopách klastrů")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "width", "light"), [("/recycle-bin", 1440, "dark"), ("/redirects", 390, "light"), ("/audit", 390, "dark")]
)
async def test_each_screen_works_for_everybody(
    cms: CmsProcess, eva: Script, open_page: OpenPage, path: str, width: int, light: str
) -> None:
    deleted(eva, f"Smazáno {width} {light}")
    page = await opened(open_page, cms, path, ADMIN, "bg", width=width, height=844, color_scheme=light)
    await expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    await expect(page.locator("[aria-busy=true]")).to_have_count(0)

    await assert_accessible(page)

    assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_a_server_that_is_away_is_told_and_tried_again(
    cms: CmsProcess, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("Failed to load resource", "net::ERR")
    page = await opened(open_page, cms, "/", EVA)
    await expect(page.get_by_role("navigation")).to_be_visible()
    await page.route("**/management/graphql", lambda route: route.abort())

    await page.get_by_role("link", name="Recycle bin").click()
    await expect(page.get_by_role("alert")).to_contain_text("The server does not answer")
    await page.unroute("**/management/graphql")
    await page.get_by_role("button", name="Try again").click()

    await expect(page.get_by_role("alert")).to_have_count(0)
    await expect(page.get_by_role("searchbox", name="Find by title")).to_be_visible()
