"""Home, lists, bulk actions and the palette, as somebody uses them who has both hands on the keyboard."""

import re
from collections.abc import Callable, Iterator
from secrets import token_hex

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess, cms_of_its_own
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

EVA, RITA = "editor@example.org", "reviewer@example.org"
BULK, SHORT, AWAY, ASKED, BACK, TALKS = (token_hex(4) for _ in range(6))
"""Words that no other item has."""
PUBLISHED = "query ($ids: [ID!]!) { itemsById(ids: $ids) { states { liveVersion } } }"
STATES = "query ($id: ID!) { item(id: $id) { deletedAt states { locale state } } }"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    """One of its own, because these journeys write."""
    yield from cms_of_its_own(tmp_path_factory, "home")


@pytest.fixture(scope="module")
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


def news(script: Script, **title: str) -> str:
    data = {"kind": "news", "title": title, "published_at": "2026-11"}
    slugs = [{"locale": locale, "slug": token_hex(4)} for locale in title]
    return script.do("createItem", type="NewsItem", site="nca", data=data, slugs=slugs)["id"]


def states(script: Script, id: str) -> dict[str, str]:
    item = script.ask(STATES, id=id)["item"]
    return {one["locale"]: "deleted" if item["deletedAt"] else one["state"].lower() for one in item["states"]}


async def opened(open_page: OpenPage, cms: CmsProcess, email: str, path: str, **options: object) -> Page:
    page = await open_page(f"{cms.url}/admin{path}", **options, person=login(cms, email))
    await expect(page.get_by_role("button", name="Account of")).to_be_visible()
    return page


def panel(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


async def test_home_tells_what_waits_and_leads_to_it(cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    rita = Script(cms, RITA)
    me = rita.ask("{ viewer { id } }")["viewer"]["id"]
    waiting = news(eva, en=f"Judge {ASKED}", cs="Posuďte mě")
    eva.do("submitItem", id=waiting, locale="cs")
    asked = news(eva, en=f"Is {ASKED} right?")
    added = eva.ask(
        "mutation ($input: AddCommentInput!) { addComment(input: $input) { refusal { message } } }",
        input={"item": asked, "text": "Rita, please look at the date.", "mentions": [me]},
    )
    assert added["addComment"]["refusal"] is None
    planned = news(eva, en="Goes live later")
    eva.do("schedulePublication", id=planned, locale="en", at="2031-05-31T18:00")
    rita.http.close()

    page = await opened(open_page, cms, RITA, "/")

    await expect(panel(page, "Waiting for review")).to_contain_text(f"Judge {ASKED}")
    await expect(panel(page, "Waiting for review")).to_contain_text("News item · CS")
    await expect(panel(page, "You are asked to look")).to_contain_text("please look at the date")
    await expect(panel(page, "Scheduled")).to_contain_text(re.compile("EN goes live .*2031"))
    await expect(panel(page, "Editions")).to_contain_text("Still missing:")
    await assert_accessible(page)
    await panel(page, "You are asked to look").get_by_role("link", name=f"Is {ASKED} right?").click()
    await expect(page).to_have_url(re.compile(f"/content/NewsItem/{asked}"))
    await expect(page.get_by_text("Rita, please look at the date.")).to_be_visible(timeout=40_000)
    await page.go_back()
    await expect(page).to_have_url(re.compile("/admin/?$"))
    await panel(page, "Waiting for review").get_by_role("link", name=f"Judge {ASKED}").click()
    await expect(page).to_have_url(re.compile(f"/content/NewsItem/{waiting}.*language=cs"))


async def test_home_begins_something_new(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, EVA, "/", width=390, height=844)
    await page.get_by_role("button", name="New news item").click()

    await page.get_by_label("Title").fill("Begun at home")
    await page.keyboard.press("Enter")

    await expect(page).to_have_url(re.compile("/content/NewsItem/[0-9a-f]+"))
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Begun at home")
    await page.get_by_role("link", name="Cluster CMS").click()
    await expect(panel(page, "What you edited last")).to_contain_text("Begun at home")


async def test_a_list_is_searched_narrowed_sorted_and_kept_as_a_view(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, EVA, "/content/Edition")
    grid = page.get_by_role("grid", name="Editions")
    await expect(grid.get_by_role("link").first).to_be_visible()

    await page.keyboard.press("/")
    await page.keyboard.type("bur")
    await expect(grid.get_by_role("link")).to_have_text(["Burgas, Bulgaria"])
    await page.get_by_role("searchbox").fill("no such place")
    await expect(page.get_by_text("Nothing found")).to_be_visible()
    await assert_accessible(page)
    await page.get_by_role("searchbox").fill("")

    await grid.get_by_role("button", name="Title").click()
    await expect(grid.get_by_role("link").first).to_have_text(re.compile("^[AB]"))
    await expect(grid.get_by_role("columnheader", name="Title")).to_have_attribute("aria-sort", "ascending")
    await page.get_by_label("Language", exact=True).select_option("cs")
    await expect(grid.get_by_role("link").first).to_be_visible()
    await page.get_by_role("button", name="Save this view").click()
    await page.get_by_label("Name of the view").fill("In Czech")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name="In Czech")).to_be_visible()

    await page.goto(f"{cms.url}/admin/content/Edition")
    await page.get_by_role("link", name="In Czech").click()
    await expect(page).to_have_url(re.compile("locale=cs.*sort=title_asc"))
    await expect(page.get_by_label("Language", exact=True)).to_have_value("cs")


async def test_a_list_is_worked_on_by_keyboard_alone(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, EVA, "/content/Edition")
    rows = page.get_by_role("grid", name="Editions").get_by_role("link")
    await expect(rows.nth(4)).to_be_visible()
    third = await rows.nth(2).inner_text()

    for key in ("j", "ArrowDown", "j", "j", "k"):
        await page.keyboard.press(key)
    await expect(rows.nth(2)).to_be_focused()
    await page.keyboard.press("x")
    await expect(page.get_by_role("region", name="Chosen items")).to_contain_text("1 chosen")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("region", name="Chosen items")).to_have_count(0)
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    await assert_accessible(page)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.keyboard.press("End")
    await expect(rows.last).to_be_focused()
    await page.keyboard.press("Home")
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("heading", level=1)).to_contain_text(third)


async def chosen(page: Page, search: str, count: int) -> Locator:
    """The bar of bulk actions, with all items that are found."""
    await page.get_by_role("searchbox").fill(search)
    await expect(page.get_by_role("grid").get_by_role("link")).to_have_count(count)
    await page.get_by_label("Select all that are loaded").check()
    bar = page.get_by_role("region", name="Chosen items")
    await expect(bar).to_contain_text(f"{count} chosen")
    return bar


async def test_many_items_are_published_at_once_and_taken_back(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    ready = [news(eva, en=f"{BULK} number {number}") for number in range(3)]
    data = {"kind": "news", "title": {"en": f"{BULK} without a date"}}
    incomplete = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    page = await opened(open_page, cms, EVA, "/content/NewsItem")
    bar = await chosen(page, BULK, 4)
    await assert_accessible(page)

    await bar.get_by_role("button", name="Publish", exact=True).click()
    dialog = page.get_by_role("dialog", name="Publish")
    await expect(dialog).to_contain_text("4 items will be published.")
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Publish", exact=True).click()

    await expect(dialog).to_contain_text("3 items are published.")
    await expect(dialog.get_by_role("alert")).to_contain_text(f"{BULK} without a date")
    assert [states(eva, id)["en"] for id in ready] == ["published"] * 3
    assert states(eva, incomplete)["en"] == "private"
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Undo 3").click()
    await expect(dialog).to_contain_text("3 items are as they were.")
    assert [states(eva, id)["en"] for id in ready] == ["private"] * 3


async def test_lists_home_and_form_tell_that_something_is_live_whatever_became_of_its_review(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news(eva, cs=f"{BACK} živě")
    eva.do("publishItem", id=id, locales=["cs"])
    eva.do("updateItem", id=id, baseVersion=1, changes={"lead": {"cs": "Nový úvod"}})
    eva.do("submitItem", id=id, locale="cs")
    page = await opened(open_page, cms, EVA, f"/content/NewsItem?search={BACK}&state=published")
    row = page.get_by_role("grid").get_by_role("row").last
    await expect(row).to_contain_text("Published, changes in review")

    rita = Script(cms, RITA)
    rita.do("sendBackItem", id=id, locale="cs", comment="Name the region.")
    rita.http.close()
    await page.reload()

    await expect(row).to_contain_text("Published, changes sent back")
    await page.goto(f"{cms.url}/admin/")
    await expect(panel(page, "What you edited last")).to_contain_text("Published, changes sent back")
    await page.goto(f"{cms.url}/admin/content/NewsItem/{id}?panel=history")
    await expect(page.get_by_role("region", name="Publication")).to_contain_text("Published, changes sent back")
    await expect(page.get_by_text("visitors see it (cs)")).to_be_visible()
    await assert_accessible(page)


async def test_presentations_without_addresses_have_languages_and_only_what_is_new_is_published(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    file = eva.first("FileAsset", "iasi-2023")
    data = [{"title": {"cs": f"{TALKS} číslo {number}"}, "file": file} for number in range(3)]
    ids = [eva.do("createItem", type="PresentationFile", site="nca", data=one)["id"] for one in data]
    for id in ids[:2]:
        eva.do("publishItem", id=id, locales=["cs"])
    page = await opened(open_page, cms, EVA, "/content/PresentationFile")
    bar = await chosen(page, TALKS, 3)
    rows = page.get_by_role("grid").get_by_role("row")
    await expect(rows.filter(has_text="cs Draft")).to_have_count(1)
    await expect(rows.filter(has_text="cs Published")).to_have_count(2)

    await bar.get_by_role("button", name="Publish", exact=True).click()
    dialog = page.get_by_role("dialog", name="Publish")
    await expect(dialog).to_contain_text("1 item will be published.")
    await expect(dialog).to_contain_text("2 chosen items are left out: nothing would change")
    await dialog.get_by_role("button", name="Publish", exact=True).click()

    await expect(dialog).to_contain_text("1 item is published.")
    await expect(rows.filter(has_text="cs Published")).to_have_count(3)
    published = eva.ask(PUBLISHED, ids=ids)["itemsById"]
    assert [one["states"][0]["liveVersion"] for one in published] == [1, 1, 1]


async def test_deleted_items_leave_the_list_and_come_back_live(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    ids = [news(eva, en=f"{SHORT} number {number}") for number in range(2)]
    eva.do("publishItem", id=ids[0], locales=["en"])
    page = await opened(open_page, cms, EVA, "/content/NewsItem", width=390, height=844)
    bar = await chosen(page, SHORT, 2)

    await bar.get_by_role("button", name="Delete").click()
    dialog = page.get_by_role("dialog", name="Delete")
    await dialog.get_by_role("button", name="Delete").click()
    await expect(dialog).to_contain_text("2 items are in the recycle bin.")
    assert [states(eva, id)["en"] for id in ids] == ["deleted"] * 2

    await dialog.get_by_role("button", name="Undo 2").click()
    await expect(dialog).to_contain_text("2 items are as they were.")
    assert [states(eva, id)["en"] for id in ids] == ["published", "private"]
    await dialog.get_by_role("button", name="Close").last.click()
    await expect(page.get_by_role("grid").get_by_role("link")).to_have_count(2)


async def test_a_server_that_is_away_changes_nothing_and_is_told(
    cms: CmsProcess, eva: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("Failed to load resource")
    id = news(eva, en=AWAY)
    page = await opened(open_page, cms, EVA, "/content/NewsItem")
    bar = await chosen(page, AWAY, 1)
    await bar.get_by_role("button", name="Publish", exact=True).click()
    dialog = page.get_by_role("dialog", name="Publish")

    await page.context.set_offline(True)
    await dialog.get_by_role("button", name="Publish", exact=True).click()

    await expect(dialog.get_by_role("alert")).to_contain_text("1 item stays as it was")
    await page.context.set_offline(False)
    assert states(eva, id)["en"] == "private"


async def test_the_palette_finds_screens_items_and_beginnings(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, EVA, "/")
    await page.keyboard.press("Control+k")
    box = page.get_by_placeholder("Go to a screen, find an item, create something")
    await expect(box).to_be_focused()
    await assert_accessible(page)

    await page.keyboard.type("vocab")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile("/content/Vocabulary$"))

    await page.keyboard.press("Control+k")
    await expect(box).to_be_focused()
    await page.keyboard.type("ict clu")
    await expect(page.get_by_text("Organisation · eccp")).to_be_visible()
    await page.keyboard.press("Enter")  # opens the first hit, without an arrow before
    await expect(page.get_by_role("heading", level=1)).to_contain_text("ICT Cluster Burgas")

    await page.keyboard.press("Control+k")
    await expect(box).to_be_focused()
    await page.keyboard.type("new person")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="New person")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_language_and_light_are_chosen_once(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, EVA, "/content/NewsItem?search=burgas")
    await page.get_by_role("button", name="Account of").click()
    await page.get_by_role("menu").get_by_text("Dark").click()
    await expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    await page.get_by_role("menu").get_by_label("Language").select_option("cs")

    await expect(page.get_by_role("heading", level=1)).to_have_text("Novinky")
    await expect(page.get_by_role("grid")).to_contain_text("31. 8. 2023")
    await page.reload()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Novinky")
    await expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    await page.get_by_role("button", name="Účet").click()
    await page.get_by_role("menu").get_by_label("Jazyk").select_option("bg")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Новини")
    await expect(page.get_by_role("grid")).to_contain_text("31.08.2023")


async def test_the_menu_of_a_phone_opens_leads_on_and_closes(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, EVA, "/", width=360, height=740)
    menu = page.get_by_role("navigation", name="Main menu")
    await expect(menu).to_be_hidden()

    await page.get_by_role("button", name="Menu").click()
    await expect(menu).to_be_visible()
    await assert_accessible(page)
    await page.keyboard.press("Escape")
    await expect(menu).to_be_hidden()
    await page.get_by_role("button", name="Menu").click()
    await menu.get_by_role("link", name="Editions").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Editions")
    await expect(menu).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
