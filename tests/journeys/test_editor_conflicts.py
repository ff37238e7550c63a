"""Two editors in one text: whoever chooses between both sees what is stored now, and whoever was replaced is told."""

from collections.abc import Callable, Iterator

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EMA, EVA, eva, field, opened, stored, stored_item
from tests.journeys.network import line_of
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]

LOOK = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture(scope="module")
def ema(edited_cms: CmsProcess) -> Iterator[Script]:
    """A program of the other editor."""
    script = Script(edited_cms, EMA)
    yield script
    script.http.close()


@pytest.fixture(autouse=True)
def cut_lines_belong_here(expect_faults: Callable[..., None]) -> None:
    expect_faults("ERR_INTERNET_DISCONNECTED", "Unable to preload", "dynamically imported module")


def news_of(script: Script) -> str:
    data = {"kind": "news", "title": {"en": "Two at once"}, "lead": {"en": "A lead"}, "published_at": "2026-05-01"}
    return script.do("createItem", type="NewsItem", site="nca", data=data)["id"]


def lead_of(script: Script, id: str) -> str:
    return stored_item(script, id)["data"]["lead"]["en"]


def write_lead(script: Script, id: str, words: str) -> None:
    version = stored_item(script, id)["version"]
    script.do("updateItem", id=id, baseVersion=version, changes={"lead": {"en": words}})


async def in_conflict(page: Page, other: Script, id: str) -> Locator:
    """The form of somebody who wrote a lead without a line while `other` saved another one; the notice about it."""
    line = await line_of(page)
    await line.cut()
    await field(page, "lead.en").fill("From the first editor")
    notice = page.get_by_role("alert")
    await expect(notice).to_contain_text("The server does not answer")
    write_lead(other, id, "From the second editor")
    await line.mend()
    await expect(notice).to_contain_text("Somebody else changed the same place")
    return notice


async def test_the_dialog_shows_what_is_stored_by_now(
    edited_cms: CmsProcess, eva: Script, ema: Script, open_page: OpenPage
) -> None:
    id = news_of(eva)
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    notice = await in_conflict(page, ema, id)
    write_lead(ema, id, "The second editor wrote on")
    await field(page, "lead.en").fill("The first editor wrote on too")

    await notice.get_by_role("button", name="Compare and choose").click()

    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("wrote on too")
    await expect(dialog).to_contain_text("second editor wrote on")
    await dialog.get_by_role("radio", name="Take theirs").check()
    await dialog.get_by_role("button", name="Save what I chose").click()
    await expect(dialog).to_be_hidden()
    await stored(page)
    assert lead_of(eva, id) == "The second editor wrote on"
    await expect(field(page, "lead.en")).to_have_value("The second editor wrote on")


@pytest.mark.parametrize(("side", "kept"), [("Keep mine", "From the first editor"), ("Take theirs", "Written last")])
async def test_a_choice_made_of_an_older_text_is_asked_again(
    edited_cms: CmsProcess, eva: Script, ema: Script, open_page: OpenPage, side: str, kept: str
) -> None:
    id = news_of(eva)
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    notice = await in_conflict(page, ema, id)
    await notice.get_by_role("button", name="Compare and choose").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("radio", name=side).check()
    write_lead(ema, id, "Written last")

    await dialog.get_by_role("button", name="Save what I chose").click()

    await expect(dialog.get_by_role("alert")).to_contain_text("changed again while you were choosing")
    assert lead_of(eva, id) == "Written last"
    await expect(dialog.get_by_role("radio", name=side)).not_to_be_checked()
    await assert_accessible(page)
    await dialog.get_by_role("radio", name=side).check()
    await dialog.get_by_role("button", name="Save what I chose").click()
    await expect(dialog).to_be_hidden()
    await stored(page)
    assert lead_of(eva, id) == kept


async def test_a_change_elsewhere_needs_no_second_choice(
    edited_cms: CmsProcess, eva: Script, ema: Script, open_page: OpenPage
) -> None:
    id = news_of(eva)
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    notice = await in_conflict(page, ema, id)
    await notice.get_by_role("button", name="Compare and choose").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("radio", name="Keep mine").check()
    version = stored_item(ema, id)["version"]
    ema.do("updateItem", id=id, baseVersion=version, changes={"title": {"en": "Another title"}})

    await dialog.get_by_role("button", name="Save what I chose").click()

    await expect(dialog).to_be_hidden()
    await stored(page)
    data = stored_item(eva, id)["data"]
    assert (data["title"]["en"], data["lead"]["en"]) == ("Another title", "From the first editor")
    await expect(field(page, "title.en")).to_have_value("Another title")


async def test_whose_text_was_replaced_is_told_by_whom_and_finds_the_own_text(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva)
    first = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    second = await opened(open_page, edited_cms, EMA, f"/content/NewsItem/{id}?language=en")
    await field(second, "lead.en").fill("What Ema wrote")
    await stored(second)
    await first.evaluate(LOOK)
    await expect(field(first, "lead.en")).to_have_value("What Ema wrote")
    await field(first, "lead.en").fill("What Eva made of it")
    await stored(first)

    await second.evaluate(LOOK)

    await expect(field(second, "lead.en")).to_have_value("What Eva made of it")
    notice = second.get_by_role("status").filter(has_text="changed this while you had it open")
    await expect(notice).to_contain_text("Eva Editor")
    await expect(notice).to_contain_text("Lead (English)")
    await assert_accessible(second)
    await notice.get_by_role("button", name="Compare versions").click()
    dialog = second.get_by_role("dialog", name="Compare versions")
    await expect(dialog).to_contain_text("What Ema wrote")
    await dialog.get_by_role("button", name="Close").click()
    await notice.get_by_role("button", name="Close").click()
    await expect(notice).to_be_hidden()


def test_by_the_api_too_a_choice_made_of_an_older_text_is_a_conflict_again(eva: Script, ema: Script) -> None:
    id = news_of(eva)
    begun = stored_item(eva, id)["version"]
    write_lead(ema, id, "From the second editor")
    mine = {"lead": {"en": "From the first editor"}}
    shown = eva.attempt("updateItem", id=id, baseVersion=begun, changes=mine)["conflict"]
    write_lead(ema, id, "Written last")

    again = eva.attempt("updateItem", id=id, baseVersion=shown["version"], changes=mine)

    assert again["refusal"]["code"] == "CONFLICT"
    assert [clash["theirs"] for clash in again["conflict"]["clashes"]] == ["Written last"]
    assert lead_of(eva, id) == "Written last"
