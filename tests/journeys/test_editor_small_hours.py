"""What an editor meets on an ordinary day: a date in one's own format, a dialog that is answered by keyboard."""

from playwright.async_api import expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva, field, opened, stored, stored_item
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]


def news_of(script: Script, title: str) -> str:
    data = {"kind": "news", "title": {"en": title}, "lead": {"en": "A lead"}, "published_at": "2026-05-01"}
    return script.do("createItem", type="NewsItem", site="nca", data=data)["id"]


async def test_a_date_in_the_format_of_the_interface_is_understood(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva, "With a date")
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    date = field(page, "event_facts.start_date")

    await date.fill("29.11.2026")
    await date.press("Tab")

    await expect(date).to_have_value("2026-11-29")
    await stored(page)
    assert stored_item(eva, id)["data"]["event_facts"]["start_date"] == "2026-11-29"


async def test_one_wrong_field_keeps_no_other_from_being_saved_and_is_seen_where_one_is(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva, "With a wrong date")
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    await field(page, "event_facts.start_date").fill("some day")
    await field(page, "title.en").fill("Saved all the same")

    notice = page.get_by_role("alert").filter(has_text="One field cannot be stored")
    await expect(notice).to_contain_text("Give a day such as")
    await expect(page.get_by_text("Not saved: see what is wrong")).to_be_visible()
    assert stored_item(eva, id)["data"]["title"]["en"] == "Saved all the same"
    await field(page, "seo.title.en").scroll_into_view_if_needed()
    await expect(notice).to_be_in_viewport()
    await assert_accessible(page)

    await page.get_by_role("button", name="Publish", exact=True).click()
    panel = page.get_by_role("region", name="Publication")
    await expect(panel.get_by_role("alert")).to_contain_text("Give a day such as")
    await page.get_by_role("link", name="News").first.click()
    await expect(page.get_by_role("dialog")).to_contain_text("Everything that could be stored is stored")
    await page.get_by_role("dialog").get_by_role("button", name="Stay").last.click()

    await notice.get_by_role("button").first.click()
    await expect(field(page, "event_facts.start_date")).to_be_focused()
    await field(page, "event_facts.start_date").fill("2026-11")
    await stored(page)
    await expect(notice).to_be_hidden()
    assert stored_item(eva, id)["data"]["event_facts"]["start_date"] == "2026-11"


async def test_publishing_is_answered_by_keyboard(edited_cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    id = news_of(eva, "By keyboard alone")
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    dialog = page.get_by_role("dialog")

    await page.keyboard.press("Control+Enter")
    await expect(dialog.get_by_role("button", name="Publish", exact=True)).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await page.keyboard.press("Control+Enter")
    await expect(dialog.get_by_role("button", name="Publish", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("region", name="Publication")).to_contain_text("Visitors see it since")
    assert stored_item(eva, id)["states"][0]["liveVersion"]


async def test_what_cannot_be_undone_waits_for_more_than_enter(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva, "Not deleted by Enter")
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")

    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Delete").click()
    await expect(page.get_by_role("dialog").get_by_role("button", name="Cancel")).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("dialog")).to_be_hidden()
    assert stored_item(eva, id)["id"] == id
