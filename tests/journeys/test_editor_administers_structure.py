"""Sites, menus and vocabularies: put in order by mouse and keyboard, and what a change means is said beforehand."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_administers_what_was_done import ADMIN, EVA, NCA, opened
from tests.journeys.test_management_editor_script import Script

MENU = '{ site(key: "eccp", locale: en) { menu(slot: FOOTER) { label url children { label } } } }'
NAMED = 'query ($l: Locale!) { site(key: "alpine", locale: $l) { name } }'
FIND = "query ($f: ItemFilterInput) { items(filter: $f, first: 20) { nodes { id data } } }"


@pytest.fixture(scope="module")
def cms(administered_cms: CmsProcess) -> CmsProcess:
    return administered_cms


@pytest.fixture(scope="module")
def admin(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, ADMIN)
    yield script
    script.http.close()


def found(admin: Script, type: str, site: str, **data: str) -> str:
    """The id of the item of a site with these values."""
    nodes = admin.ask(FIND, f={"type": type, "site": site})["items"]["nodes"]
    return next(one["id"] for one in nodes if data.items() <= one["data"].items())


def seen(cms: CmsProcess, query: str, **variables: Any) -> Any:
    """What visitors get."""
    answer = httpx.post(f"{cms.url}/graphql", json={"query": query, "variables": variables}).json()
    return answer.get("data") or answer["errors"][0]["message"]


async def saved(page: Page) -> None:
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def publish(page: Page) -> None:
    """What is in the form, in the language that is open."""
    await saved(page)
    await page.keyboard.press("Control+Enter")
    await page.get_by_role("dialog").get_by_role("button", name="Publish").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def dragged(page: Page, handle: Locator, onto: Locator, part: float) -> None:
    """By its handle to a height of another row: 0 is its top, 1 its bottom."""
    await handle.hover()
    await page.mouse.down()
    box = await onto.bounding_box()
    assert box is not None
    x, y = box["x"] + 40, box["y"] + box["height"] * part
    await page.mouse.move(x, y - 20, steps=4)
    await page.mouse.move(x, y, steps=4)
    await page.mouse.up()
    await page.wait_for_timeout(100)  # dnd-kit swallows clicks for 50 ms after a drop


def rows(page: Page, section: str) -> Locator:
    return page.get_by_role("region", name=section).get_by_role("listitem")


async def test_terms_are_added_put_in_order_and_merged_with_their_uses_in_sight(
    cms: CmsProcess, admin: Script, open_page: OpenPage
) -> None:
    id = found(admin, "Vocabulary", "eccp", key="event-targets")
    page = await opened(open_page, cms, f"/content/Vocabulary/{id}", ADMIN)
    terms = rows(page, "Terms")
    await expect(terms).to_have_count(8)
    await page.get_by_role("textbox", name="New term in English").fill("Quantum people")
    await page.keyboard.press("Enter")
    await page.get_by_role("textbox", name="New term in English").fill("Quanta")
    await page.keyboard.press("Enter")
    await expect(terms).to_have_count(10)
    await page.get_by_role("textbox", name="Quanta, label in Czech").fill("Kvanta")
    await page.get_by_role("textbox", name="Quanta, label in Czech").press("Alt+ArrowUp")
    await expect(terms.nth(8)).to_have_accessible_name("Quanta")
    await expect(page.get_by_role("textbox", name="Quanta, label in Czech")).to_be_focused()
    await dragged(page, page.get_by_role("button", name="Move or change: Quanta"), terms.nth(7), 0.2)
    await expect(terms.nth(7)).to_have_accessible_name("Quanta")
    await assert_accessible(page)
    await publish(page)

    edition = found(admin, "Edition", "eccp", country="RO")
    version = admin.ask("query ($id: ID!) { item(id: $id) { version } }", id=edition)["item"]["version"]
    admin.do("updateItem", id=edition, baseVersion=version, changes={"event_targets": ["quanta"]})
    await page.get_by_role("button", name="Move or change: Quanta").click()
    await page.get_by_role("menuitem", name="Remove…").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_text("A term that is used cannot go.")).to_be_visible()
    await dialog.get_by_role("button", name="Merge into another…").click()
    await dialog.get_by_role("combobox", name="Into").fill("Quantum people")
    await page.get_by_role("option", name="Quantum people").click()
    await expect(dialog.get_by_role("group", name="Uses of Quanta").get_by_text("in 1 draft")).to_be_visible()
    await expect(dialog.get_by_text("Quantum people is not used")).to_be_visible()
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Merge", exact=True).click()
    await expect(dialog.get_by_role("status")).to_contain_text("Quanta is gone")
    await expect(dialog.get_by_text("Quantum people is used in 1 draft")).to_be_visible()
    await dialog.get_by_role("button", name="Close").last.click()
    await expect(terms).to_have_count(9)

    await page.get_by_role("button", name="Move or change: Quantum people").click()
    await page.get_by_role("menuitem", name="Change its key…").click()
    await dialog.get_by_role("textbox", name="Key").fill("Quantum People")
    await dialog.get_by_role("button", name="Change key").click()
    await expect(dialog.get_by_text("Use lower-case letters")).to_be_visible()
    await dialog.get_by_role("textbox", name="Key").fill("physicists")
    await dialog.get_by_role("button", name="Change key").click()
    await expect(dialog).to_have_count(0)
    await expect(terms.last).to_contain_text("physicists")
    data = admin.ask("query ($id: ID!) { item(id: $id) { data } }", id=edition)["item"]["data"]
    assert data["event_targets"] == ["physicists"]


async def test_a_menu_is_built_by_keyboard_and_mouse_and_reads_as_it_was_shown(
    cms: CmsProcess, admin: Script, open_page: OpenPage
) -> None:
    id = found(admin, "Menu", "eccp", slot="footer")
    page = await opened(open_page, cms, f"/content/Menu/{id}", EVA)
    entries = rows(page, "Entries")
    await expect(entries).to_have_count(3)
    await page.get_by_role("button", name="Add an entry").click()
    label = page.get_by_role("textbox", name="Label in English")
    await expect(label).to_be_focused()
    await label.fill("Iași 2023")
    finder = page.get_by_role("combobox", name="Item")
    await finder.fill("iasi")
    await page.get_by_role("option", name=re.compile("Iași, Romania")).click()
    await expect(entries.nth(3)).to_contain_text("→ Iași, Romania")
    await label.press("Alt+ArrowUp")
    await expect(entries.nth(2)).to_have_accessible_name("Iași 2023")
    await expect(label).to_be_focused()
    await label.press("Alt+Shift+ArrowRight")
    await expect(entries.nth(2)).to_have_accessible_name("Iași 2023, under About")
    await assert_accessible(page)
    await label.press("Alt+Shift+ArrowLeft")
    await expect(entries.nth(2)).to_have_accessible_name("Iași 2023")
    await page.get_by_role("button", name="Iași 2023", exact=True).click()
    await dragged(page, page.get_by_role("button", name="Move or change: Newsletter"), entries.nth(0), 0.5)
    await expect(entries.nth(1)).to_have_accessible_name("Newsletter, under Contact")

    await page.get_by_role("button", name="Add an entry").click()
    await page.get_by_role("textbox", name="Label in English").fill("Nowhere")
    await saved(page)
    await expect(page.get_by_text(re.compile("Choose a target, give an address")).first).to_be_visible()
    preview = page.get_by_role("region", name="How it reads in English")
    await expect(preview.get_by_text("Iași 2023")).to_be_visible()
    await expect(preview.get_by_text("Nowhere")).to_have_count(0)
    await page.get_by_text("Web address", exact=True).click()
    await page.get_by_role("textbox", name="Web address").fill("/news")
    await publish(page)

    assert seen(cms, MENU)["site"]["menu"] == [
        {"label": "Contact", "url": "/contact", "children": [{"label": "Newsletter"}]},
        {"label": "About", "url": "/about", "children": []},
        {"label": "Iași 2023", "url": "/editions/iasi-2023", "children": []},
        {"label": "Nowhere", "url": "/news", "children": []},
    ]


async def test_an_administrator_of_all_sites_makes_a_site_and_hears_what_its_languages_mean(
    cms: CmsProcess, admin: Script, open_page: OpenPage
) -> None:
    page = await opened(open_page, cms, "/content/Site", ADMIN)
    await page.get_by_role("button", name="New site").click()
    dialog = page.get_by_role("dialog", name="New site")
    await dialog.get_by_role("textbox", name="Name").fill("Alpine Clusters")
    await dialog.get_by_role("textbox", name="Key").fill("nca")
    await dialog.get_by_role("combobox", name="Time zone").fill("Vienna")
    await page.get_by_role("option", name="Europe/Vienna").click()
    await dialog.get_by_role("button", name="Create site").click()
    await expect(dialog.get_by_text("There is a site with this key already.")).to_be_visible()
    await assert_accessible(page)
    await dialog.get_by_role("textbox", name="Key").fill("alpine")
    await dialog.get_by_role("button", name="Create site").click()
    await expect(page.get_by_role("heading", level=1, name="Alpine Clusters")).to_be_visible()
    languages = page.get_by_role("region", name="Languages")
    await expect(languages.get_by_text("The site is not published yet")).to_be_visible()
    await publish(page)
    assert seen(cms, NAMED, l="en") == {"site": {"name": "Alpine Clusters"}}

    await choose_language(page, "German")
    await expect(languages.get_by_text("German: what is not published in it is read in English.").first).to_be_visible()
    await expect(languages.get_by_role("alert")).to_contain_text("the site gets addresses under /de/")
    await assert_accessible(page)
    await publish(page)
    await expect(languages.get_by_role("alert")).to_have_count(0)
    assert seen(cms, NAMED, l="de") == {"site": {"name": "Alpine Clusters"}}

    data = {"kind": "news", "title": {"de": "Neues"}, "published_at": "2026-05"}
    news = admin.do("createItem", type="NewsItem", site="alpine", data=data)["id"]
    admin.do("publishItem", id=news, locales=["de"])
    await page.reload()
    await languages.get_by_role("combobox", name="Languages of the site").press("Backspace")
    await expect(languages.get_by_role("alert")).to_contain_text("1 item is published in German")
    await saved(page)
    await languages.get_by_role("button", name="Publish without German").click()
    sure = page.get_by_role("dialog", name="Let German go?")
    await expect(sure.get_by_text("Nothing is deleted")).to_be_visible()
    await assert_accessible(page)
    await sure.get_by_role("button", name="Publish without German").click()
    await expect(languages.get_by_role("alert")).to_have_count(0)
    assert "de" in seen(cms, NAMED, l="de")  # a message that names what there is not


async def choose_language(page: Page, name: str) -> None:
    await page.get_by_role("combobox", name="Languages of the site").fill(name)
    await page.get_by_role("option", name=name).click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("option", name=name)).to_be_hidden()


async def test_who_administers_no_site_reads_its_settings_and_is_offered_no_new_one(
    cms: CmsProcess, admin: Script, open_page: OpenPage
) -> None:
    page = await opened(open_page, cms, "/content/Site", NCA)
    await expect(page.get_by_role("gridcell", name="nca.example.org")).to_be_visible()
    await expect(page.get_by_role("button", name="New site")).to_have_count(0)

    await page.goto(f"{cms.url}/admin/content/Site/{found(admin, 'Site', 'nca', key='nca')}")

    languages = page.get_by_role("region", name="Languages")
    await expect(languages.get_by_role("combobox", name="Default language")).to_be_disabled()
    await expect(languages.get_by_role("button")).to_have_count(0)
    await assert_accessible(page)


@pytest.mark.parametrize(
    ("type", "data", "region", "light"),
    [
        ("Vocabulary", {"key": "sectors"}, "Термини", "dark"),
        ("Menu", {"slot": "main"}, "Точки на менюто", "light"),
        ("Site", {"key": "eccp"}, "Езици", "dark"),
    ],
)
async def test_each_screen_works_on_a_phone_in_bulgarian(
    cms: CmsProcess, admin: Script, open_page: OpenPage, type: str, data: dict[str, str], region: str, light: str
) -> None:
    id = found(admin, type, "eccp", **data)
    page = await opened(open_page, cms, f"/content/{type}/{id}", ADMIN, "bg", width=390, height=844, color_scheme=light)
    await expect(page.get_by_role("region", name=region)).to_be_visible()

    await assert_accessible(page)

    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
