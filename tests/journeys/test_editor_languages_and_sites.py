"""An editor gives the invitation to Burgas its Czech text; an edition is linked to from a site that may not edit it."""

from collections.abc import Callable

from playwright.async_api import expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EMA, EVA, RITA, eva, field, opened, publish, refer, stored, stored_item, visited
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]


def invitation(eva: Script, locale: str, slug: str) -> dict | None:
    return visited(eva, "NewsDetail", site="nca", l=locale, slug=slug)["newsItem"]


def without_czech(eva: Script) -> str:
    """The invitation as it was before somebody translated it."""
    id = eva.first("NewsItem", "burgas")
    item = stored_item(eva, id)
    english = {
        name: {"cs": None}
        for name, value in item["data"].items()
        if isinstance(value, dict) and {"en", "cs"} <= value.keys()
    }
    eva.do("unpublishItem", id=id, locales=["cs"])
    eva.do("updateItem", id=id, baseVersion=item["version"], changes=english)
    eva.do("publishItem", id=id, locales=["en"])
    return id


async def test_czech_is_added_to_the_invitation_and_english_stays_as_it_was(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = without_czech(eva)
    before = invitation(eva, "en", "invitation-to-burgas")
    assert before and [one["locale"] for one in before["alternates"]] == ["en"]
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    await field(page, "title.en").fill("Not for visitors yet")
    await stored(page)

    # the English text stands beside, and cannot be changed by accident
    await page.get_by_label("Language", exact=True).get_by_text("Czech").click()
    await page.get_by_role("combobox", name="Show beside").click()
    await page.get_by_role("option", name="English").click()
    await expect(field(page, "title.en")).not_to_be_editable()
    await field(page, "title.cs").fill("Přijeďte do Burgasu")
    await field(page, "lead.cs").fill("Tři dny s klastry u Černého moře.")
    await assert_accessible(page)
    await publish(page, "Czech")

    czech, english = invitation(eva, "cs", "pozvanka-do-burgasu"), invitation(eva, "en", "invitation-to-burgas")
    assert czech and czech["title"] == "Přijeďte do Burgasu" and czech["fallbackLocale"] is None
    assert czech["edition"]["slug"] == "burgas-2023"  # a fact: nobody wrote it a second time
    assert english and english["title"] == before["title"]
    assert {one["locale"] for one in english["alternates"]} == {"en", "cs"}
    assert {**english, "alternates": [], "related": []} == {**before, "alternates": [], "related": []}
    assert stored_item(eva, id)["data"]["title"]["en"] == "Not for visitors yet"


async def test_an_item_opens_where_something_is_written_and_a_language_nobody_began_has_no_mistakes(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    """Czech is the first language of the Czech site."""
    id = eva.do("createItem", type="NewsItem", site="nca", data={"title": {"en": "English alone"}})["id"]
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}")
    publication = page.get_by_role("region", name="Publication")
    await expect(publication.get_by_role("heading")).to_have_text("Publication · English")
    await expect(page.get_by_text("2 things to do before publishing")).to_be_visible()

    await publication.get_by_role("button", name="Czech").click()
    await expect(publication.get_by_role("heading")).to_have_text("Publication · Czech")
    await expect(publication.get_by_text("Not begun")).to_be_visible()
    await expect(page.get_by_text("before publishing")).to_have_count(0)
    await assert_accessible(page)

    await field(page, "title.cs").fill("Už i česky")
    await expect(publication.get_by_text("Draft")).to_have_count(2)
    await expect(page.get_by_text("3 things to do before publishing")).to_be_visible()


async def test_a_preview_of_a_draft_that_lacks_something_says_what(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = eva.do("createItem", type="NewsItem", site="eccp", data={"title": {"en": "Too early"}})["id"]
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}")
    await page.get_by_role("button", name="Preview").click()
    await expect(page.get_by_text("once this is filled in: Kind, Published on")).to_be_visible()
    await assert_accessible(page)

    await page.get_by_role("combobox", name="Kind").click()
    await page.get_by_role("option", name="Invitation").click()
    await field(page, "published_at").fill("2026-11-26")
    await expect(page.get_by_role("article").get_by_role("heading", name="Too early")).to_be_visible()


async def test_a_second_site_links_to_burgas_and_cannot_edit_it(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = eva.first("Edition", "burgas")
    eva.do("shareItem", id=id, sites=[])
    assert visited(eva, "EditionPage", site="nca", slug="burgas-2023")["edition"] is None
    owner = await opened(open_page, edited_cms, EVA, f"/content/Edition/{id}")
    await owner.get_by_role("button", name="On other sites").click()
    await owner.get_by_role("group", name="Shown on other sites too").get_by_role("checkbox").first.click()
    await expect(owner.get_by_text("The sites that show it were changed.")).to_be_visible()

    # the other site's editor reads it, and has nothing to change it with
    page = await opened(open_page, edited_cms, EMA, f"/content/Edition/{id}")
    await expect(page.get_by_text("You can read this, not change it")).to_be_visible()
    for at in ("start", "theme.en", "city.en"):
        await expect(field(page, at)).not_to_be_editable()
    for step in ("Publish", "Publish changes", "Ask for review", "Save now"):
        await expect(page.get_by_role("button", name=step, exact=True)).to_have_count(0)
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await assert_accessible(page)

    # and links to it from news of the own site
    data = {"kind": "news", "title": {"en": "We go to Burgas"}, "published_at": "2023-06-01"}
    news = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    await page.goto(f"{edited_cms.url}/admin/content/NewsItem/{news}?language=en")
    await refer(page, "edition", "Burgas")
    await publish(page)
    linked = invitation(eva, "en", "we-go-to-burgas")
    assert linked and linked["edition"]["slug"] == "burgas-2023"
    assert linked["edition"]["url"].endswith("/editions/burgas-2023")

    # which its owner is told before taking it away from that site's visitors
    await owner.reload()
    await expect(owner.get_by_role("region", name="Publication")).to_be_visible(timeout=60_000)
    await owner.get_by_role("button", name="Where used").click()
    await expect(owner.get_by_role("link", name="We go to Burgas")).to_be_visible()


async def test_what_two_people_restore_and_change_is_in_the_history_of_both(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    """Beside the journey of two people in one edition: dates and documents, whole fields, an older version."""
    expect_faults("ERR_INTERNET_DISCONNECTED", "Unable to preload", "dynamically imported module")
    id = eva.first("Edition", "lyon")
    original = stored_item(eva, id)["data"]
    path = f"/content/Edition/{id}?language=en"
    first = await opened(open_page, edited_cms, EVA, path)
    second = await opened(open_page, edited_cms, RITA, path)

    # the same day typed differently, by one of them without a network: nobody's is taken silently
    await second.context.set_offline(True)
    await field(second, "end").fill("2023-11-12")
    await expect(second.get_by_role("alert").filter(has_text="The server does not answer")).to_be_visible()
    await field(first, "end").fill("2023-11-11")
    await stored(first)
    await second.context.set_offline(False)
    await expect(second.get_by_role("alert").filter(has_text="Somebody else changed the same place")).to_be_visible()
    assert stored_item(eva, id)["data"]["end"] == "2023-11-11"
    await second.get_by_role("button", name="Compare and choose").click()
    dialog = second.get_by_role("dialog")
    await dialog.get_by_role("radio", name="Take theirs").check()
    await dialog.get_by_role("button", name="Save what I chose").click()
    await expect(dialog).to_be_hidden()
    await expect(field(second, "end")).to_have_value("2023-11-11")

    # an older version comes back for both, and what was there in between can come back too
    await second.get_by_role("button", name="History").click()
    await second.get_by_role("button", name="Created").click()
    await second.get_by_role("dialog").get_by_role("button", name="Restore version 1").click()
    await expect(field(second, "end")).to_have_value(original["end"])
    await first.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(field(first, "end")).to_have_value(original["end"])
    assert stored_item(eva, id)["data"]["end"] == original["end"]
