"""What an edition refers to and visitors do not see is shown with boxes to tick, whichever way it is to go live."""

from collections.abc import Iterator
from secrets import token_hex
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess, cms_of_its_own
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

EVA = "editor@example.org"
STATES = "query ($id: ID!) { item(id: $id) { states { locale liveVersion effective goesAlong } } }"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    yield from cms_of_its_own(tmp_path_factory, "along")


@pytest.fixture(scope="module")
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


class Drafts:
    """An edition with a host and a guest, none of them published."""

    def __init__(self, eva: Script) -> None:
        self.word = token_hex(4)
        self.host, self.guest = (
            eva.do("createItem", type="Organisation", site="eccp", data={"name": {"en": f"{name} {self.word}"}})["id"]
            for name in ("Host", "Guest")
        )
        partners = [{"organisation": self.host, "role": "host"}, {"organisation": self.guest, "role": "partner"}]
        data = {
            "series": eva.first("Series", "clusters meet regions"),
            "city": {"en": "Plovdiv"},
            "list_label": {"en": f"Plovdiv {self.word}"},
            "country": "BG",
            "time_zone": "Europe/Sofia",
            "theme": {"en": "Robotics"},
            "lead_before": {"en": "Come to Plovdiv."},
            "partners": partners,
        }
        slugs = [{"locale": "en", "slug": f"plovdiv-{self.word}"}]
        self.edition = eva.do("createItem", type="Edition", site="eccp", data=data, slugs=slugs)["id"]


@pytest.fixture
def drafts(eva: Script) -> Drafts:
    return Drafts(eva)


def english(eva: Script, id: str) -> dict[str, Any]:
    return next(one for one in eva.ask(STATES, id=id)["item"]["states"] if one["locale"] == "en")


async def opened(open_page: OpenPage, cms: CmsProcess, path: str, **options: object) -> Page:
    page = await open_page(f"{cms.url}/admin{path}", **options, person=login(cms, EVA))
    await expect(page.get_by_role("button", name="Account of")).to_be_visible()
    return page


async def opened_form(open_page: OpenPage, cms: CmsProcess, drafts: Drafts) -> Page:
    page = await opened(open_page, cms, f"/content/Edition/{drafts.edition}?language=en")
    await expect(page.get_by_role("region", name="Publication")).to_contain_text("Visitors do not see it.")
    return page


async def asked(page: Page, step: str) -> Locator:
    """The dialog of a step in the menu of the form."""
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name=step).click()
    return page.get_by_role("dialog")


async def untick_guest(place: Locator, drafts: Drafts) -> None:
    box = place.get_by_role("checkbox", name=f"Guest {drafts.word}")
    await expect(place.get_by_role("checkbox", name=f"Host {drafts.word}")).to_be_checked()
    await expect(box).to_be_checked()
    await box.uncheck()


async def test_publish_later_asks_and_keeps_what_was_ticked(
    cms: CmsProcess, eva: Script, drafts: Drafts, open_page: OpenPage
) -> None:
    page = await opened_form(open_page, cms, drafts)
    dialog = await asked(page, "Schedule publication…")
    await untick_guest(dialog, drafts)
    await assert_accessible(page)
    await dialog.get_by_label("Date and time").fill("2031-05-31T18:00")
    await dialog.get_by_role("button", name="Schedule", exact=True).click()
    await expect(page.get_by_text("Scheduled in English")).to_be_visible()

    assert english(eva, drafts.edition)["goesAlong"] == [drafts.host]
    dialog = await asked(page, "Schedule publication…")
    await expect(dialog.get_by_role("checkbox", name=f"Host {drafts.word}")).to_be_checked()
    await expect(dialog.get_by_role("checkbox", name=f"Guest {drafts.word}")).not_to_be_checked()


async def test_a_release_takes_what_was_ticked_and_does_not_call_the_rest_ready(
    cms: CmsProcess, eva: Script, drafts: Drafts, open_page: OpenPage
) -> None:
    page = await opened_form(open_page, cms, drafts)
    dialog = await asked(page, "Add to a release…")
    await untick_guest(dialog, drafts)
    if await dialog.get_by_label("Release", exact=True).count():
        await dialog.get_by_label("Release", exact=True).click()
        await page.get_by_role("option", name="A new one").click()
    await dialog.get_by_label("Name of the new release").fill(f"Release {drafts.word}")
    await dialog.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_text(f"Added to Release {drafts.word}")).to_be_visible()

    await page.goto(f"{cms.url}/admin/releases")
    await page.get_by_role("link", name=f"Release {drafts.word}").click()
    content = page.get_by_role("region", name="What is in it")
    await expect(content.get_by_role("link", name=f"Host {drafts.word}")).to_be_visible()
    await expect(page.get_by_text("Everything in it can go live.")).to_have_count(0)
    await expect(page.get_by_text("It can go live, but not complete.")).to_be_visible()
    await assert_accessible(page)
    await page.get_by_role("button", name="Put the ticked ones into the release").click()
    await expect(page.get_by_text("Everything in it can go live.")).to_be_visible()
    await page.get_by_role("button", name="Publish now").click()
    await page.get_by_role("dialog").get_by_role("button", name="Publish now").click()
    await expect(page.get_by_text("is published.")).to_be_visible()

    assert [english(eva, id)["liveVersion"] for id in (drafts.edition, drafts.host, drafts.guest)] == [1, 1, 1]


async def test_publishing_many_takes_along_what_was_ticked(
    cms: CmsProcess, eva: Script, drafts: Drafts, open_page: OpenPage
) -> None:
    page = await opened(open_page, cms, "/content/Edition")
    await page.get_by_role("searchbox").fill(drafts.word)
    await expect(page.get_by_role("grid").get_by_role("link")).to_have_count(1)
    await page.get_by_label("Select all that are loaded").check()
    bar = page.get_by_role("region", name="Chosen items")
    await bar.get_by_role("button", name="Publish", exact=True).click()
    dialog = page.get_by_role("dialog", name="Publish")
    await untick_guest(dialog, drafts)
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Publish", exact=True).click()
    await expect(dialog).to_contain_text("1 item is published.")

    live = [english(eva, id)["liveVersion"] for id in (drafts.edition, drafts.host)]
    assert live == [1, 1] and english(eva, drafts.guest)["liveVersion"] is None


async def test_publishing_now_has_the_same_boxes(
    cms: CmsProcess, eva: Script, drafts: Drafts, open_page: OpenPage
) -> None:
    page = await opened_form(open_page, cms, drafts)
    await page.get_by_role("button", name="Publish", exact=True).click()
    dialog = page.get_by_role("dialog")
    await untick_guest(dialog, drafts)
    await dialog.get_by_role("button", name="Publish", exact=True).click()
    await expect(page.get_by_text("Published in English")).to_be_visible()

    assert english(eva, drafts.host)["liveVersion"] == 1 and english(eva, drafts.guest)["liveVersion"] is None
