"""An editor builds the programme of an edition: by keyboard, from a pasted list, with slides that find their talks."""

import base64
import re

import pytest
from playwright.async_api import expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.dragging import drag, expect_card
from tests.journeys.editing import EVA, stored
from tests.journeys.programme import (
    cms,
    downloaded,
    eva,
    field,
    new_edition,
    opened,
    outline,
    part,
    programme,
    row,
    rows,
    seen,
    session,
)
from tests.journeys.test_editor_signs_in import SIZES, login
from tests.journeys.test_management_editor_script import Script

__all__ = ["cms", "eva"]

SPEAKERS = """Name, role, organisation
1. Carmen Mihai, Manager, Imago-Mol Cluster
2. Ștefan Nou, Director, Cluster of the North: Clusters of tomorrow"""
WRITTEN_IN = "query ($id: ID!) { item(id: $id) { writtenIn } }"
DROP = """(place, files) => {
  const dataTransfer = new DataTransfer();
  for (const {name, content} of files) {
    const bytes = Uint8Array.from(atob(content), one => one.charCodeAt(0));
    dataTransfer.items.add(new File([bytes], name, {type: "application/pdf"}));
  }
  for (const type of ["dragenter", "dragover", "drop"])
    place.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
}"""


async def test_a_programme_from_nothing_to_a_download(cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    id = new_edition(eva, "suceava-2027")
    eva.do("shareItem", id=id, sites=["nca"])
    page = await opened(open_page, cms, id)

    # by keyboard alone: a day, a session with its time, two talks one after the other
    await page.get_by_role("button", name="Add the first day").press("Enter")
    await expect(field(page, "Label")).to_be_focused()
    await expect(field(page, "Label")).to_have_value("Day 1")
    await expect(field(page, "Date")).to_have_value("2027-11-21")
    await stored(page)
    assert eva.ask(WRITTEN_IN, id=id)["item"]["writtenIn"] == ["en"], "a day begins no language"
    await page.keyboard.press("Escape")
    await expect(row(page, "Day 1")).to_be_focused()
    await programme(page).get_by_role("button", name="Add a session").press("Enter")
    await page.keyboard.type("Clusters across borders")
    await field(page, "Type").press_sequentially("Panel")
    await page.keyboard.press("Enter")
    await expect(field(page, "Type")).to_have_value("Panel discussion")
    await field(page, "Begins at").fill("09:30")
    await programme(page).get_by_role("button", name="Add a talk").press("Enter")
    await page.keyboard.type("Opening words")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Second talk")
    await assert_accessible(page)
    await page.keyboard.press("Escape")
    await expect(row(page, "Second talk")).to_be_focused()
    assert await rows(page) == ["Opening words", "Second talk"]

    # a list of people becomes talks, once it is seen what was understood
    await programme(page).get_by_role("button", name="Paste speakers").click()
    dialog = page.get_by_role("dialog", name="Talks from a list")
    await dialog.get_by_label("Paste your list here").fill(SPEAKERS)
    first, second = (dialog.get_by_role("listitem", name=name) for name in ("Carmen Mihai", "Ștefan Nou"))
    await expect(first.get_by_label("Who is Carmen Mihai?")).to_have_value(eva.first("Person", "Carmen Mihai"))
    await expect(second).to_contain_text("New in the library")
    await expect(second.get_by_label("Title of the talk")).to_have_value("Clusters of tomorrow")
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Add 2 talks").click()
    await expect(row(page, "Carmen Mihai")).to_contain_text("Manager, Imago-Mol Cluster")
    await expect(row(page, "Clusters of tomorrow")).to_contain_text("Ștefan Nou, Director, Cluster of the North")

    # the slides find their talks by name
    slides = [("mihai_carmen_final.pdf", samples.pdf(2)), ("agenda.pdf", samples.pdf(3))]
    files = [{"name": name, "content": base64.b64encode(content).decode()} for name, content in slides]
    await programme(page).evaluate(DROP, files)
    dialog = page.get_by_role("dialog", name="Files for talks")
    matched, unmatched = (dialog.get_by_role("listitem", name=name) for name, _content in slides)
    await expect(matched.get_by_label("Talk", exact=True)).to_contain_text("Carmen Mihai")
    await expect(matched.locator("option:checked")).to_have_text("Carmen Mihai")
    await expect(unmatched.locator("option:checked")).to_have_text("No talk: leave it out")
    await unmatched.get_by_label("Talk", exact=True).select_option("Opening words")
    await matched.get_by_label("Title of the download").fill("Imaging in the North-East")
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Upload 2 files").click()
    await expect(dialog.get_by_text("All files are there")).to_be_visible()
    await dialog.get_by_role("button", name="Close").last.click()
    await expect(row(page, "Carmen Mihai").locator("xpath=..")).to_contain_text("1 file")

    # reordered by keyboard, within the session and up to its beginning
    await row(page, "Carmen Mihai").press("Alt+ArrowUp")
    await expect(row(page, "Carmen Mihai")).to_be_focused()
    await expect(page.get_by_text("Carmen Mihai is now number 2 of 4 in Clusters across borders")).to_be_attached()
    await page.keyboard.press("Alt+ArrowUp")
    assert await rows(page) == ["Carmen Mihai", "Opening words", "Second talk", "Clusters of tomorrow"]
    await stored(page)

    await page.keyboard.press("Control+Enter")
    publish = page.get_by_role("dialog")
    await expect(publish.get_by_text("Imaging in the North-East")).to_be_visible()
    await publish.get_by_role("button", name="Publish", exact=True).click()
    await expect(page.get_by_text("Published in English")).to_be_visible()
    (day,) = seen(cms, "suceava-2027")["days"]
    (panel,) = day["sessions"]
    assert (day["label"], day["date"], panel["title"], panel["startTime"]) == (
        "Day 1",
        "2027-11-21",
        "Clusters across borders",
        "09:30",
    )
    talk = panel["talks"][0]
    assert talk["speakers"] == [
        {"role": "Manager", "organisationName": "Imago-Mol Cluster", "person": {"name": "Carmen Mihai"}}
    ]
    (download,) = talk["presentations"]
    assert download["title"] == "Imaging in the North-East"
    assert downloaded(cms, download["file"]["url"]) == slides[0][1]


async def test_parts_move_between_sessions_and_days_by_keys_menu_and_mouse(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    days = part(session("First", "One", "Two"), session("Second", "Three"))
    days.append({"label": {"en": "Day 2"}, "date": "2027-11-22", "sessions": []})
    id = new_edition(eva, "moving", days=days)
    page = await opened(open_page, cms, id)

    await row(page, "Two").press("Alt+ArrowDown")  # over the end of its session
    await row(page, "Second").press("Alt+ArrowDown")  # over the end of its day
    await stored(page)
    assert outline(eva, id) == {"Day 1": {"First": ["One"]}, "Day 2": {"Second": ["Two", "Three"]}}

    await programme(page).get_by_role("button", name="Move or change: Second").click()
    await assert_accessible(page)
    await page.get_by_role("menuitem", name="Move up").click()
    await row(page, "Second").press("Alt+Shift+ArrowRight")
    await stored(page)
    assert outline(eva, id) == {"Day 1": {"First": ["One", {"Second": ["Two", "Three"]}]}, "Day 2": {}}

    await expect_card(page, "Three")
    await drag(page, "Three", row(page, "One"), at=0.2)
    await stored(page)
    assert outline(eva, id) == {"Day 1": {"First": ["Three", "One", {"Second": ["Two"]}]}, "Day 2": {}}
    await drag(page, "Second", row(page, "Day 2"), at=0.5)
    await stored(page)
    assert outline(eva, id) == {"Day 1": {"First": ["Three", "One"]}, "Day 2": {"Second": ["Two"]}}

    await row(page, "First").press("Delete")
    await expect(page.get_by_text("First was removed with 2 talks")).to_be_visible()
    await page.get_by_role("button", name="Undo").click()
    await stored(page)
    assert outline(eva, id) == {"Day 1": {"First": ["Three", "One"]}, "Day 2": {"Second": ["Two"]}}


async def test_somebody_of_the_same_name_is_told_apart_or_made_anew(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = new_edition(eva, "namesakes", days=part(session("Panel", "Talk of Carmen")))
    page = await opened(open_page, cms, id)
    await row(page, "Talk of Carmen").press("Enter")
    find = programme(page).get_by_label("Add a speaker")

    await find.fill("carmen mih")
    known = page.get_by_role("option").filter(has_text="Imago-Mol")
    await expect(known).to_contain_text("Carmen MihaiManager, Imago-Mol Cluster")
    await assert_accessible(page)
    await find.press("Enter")
    await expect(field(page, "Role")).to_have_value("Manager")
    await expect(field(page, "Organisation")).to_have_value("Imago-Mol Cluster")
    await find.fill("Carmen Mihai")
    await page.get_by_role("option", name=re.compile("Add “Carmen Mihai” as new")).click()
    await expect(field(page, "Role")).to_have_value("")  # of the new one, whose line is open now
    await field(page, "Role").fill("Student")
    await stored(page)

    data = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]
    first, second = data["days"][0]["sessions"][0]["talks"][0]["speakers"]
    assert first["person"] == eva.first("Person", "carmen mihai") or first["person"] != second["person"]
    assert second["role"] == {"en": "Student"} and "organisation_name" not in second


async def test_what_is_wrong_is_led_to_and_others_changes_come_in(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = new_edition(eva, "wrong", days=part({"title": {"en": "Without a type"}, "talks": []}, session("Other", "One")))
    page = await opened(open_page, cms, id)

    await page.get_by_role("alert").get_by_role("button", name="Type").click()
    await expect(field(page, "Type")).to_be_focused()
    await page.keyboard.press("Escape")
    await assert_accessible(page)
    await row(page, "One").press("Enter")
    await page.keyboard.press("End")
    await page.keyboard.type(" more")
    await stored(page)
    stored_item = eva.ask("query ($id: ID!) { item(id: $id) { version data } }", id=id)["item"]
    days = stored_item["data"]["days"]
    days[0]["sessions"][1]["talks"].append({"title": {"en": "Added by Rita"}})
    eva.do("updateItem", id=id, baseVersion=stored_item["version"], changes={"days": days})
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(row(page, "Added by Rita")).to_be_visible()
    await expect(page.locator(":focus")).to_have_value("One more")


@pytest.mark.parametrize(
    ("width", "height", "light"), [*((width, height, "light") for width, height in SIZES), (1440, 900, "dark")]
)
async def test_the_programme_of_iasi_is_for_everybody(
    cms: CmsProcess, eva: Script, open_page: OpenPage, width: int, height: int, light: str
) -> None:
    locale = {1440: "en", 1024: "cs", 390: "bg"}[width]
    page = await open_page(
        f"{cms.url}/admin/content/Edition/{eva.first('Edition', 'iasi')}?language=en",
        width=width,
        height=height,
        color_scheme=light,
        person=login(cms, "reviewer@example.org" if light == "dark" else EVA),
    )
    await expect(programme(page)).to_be_visible()
    await page.evaluate("language => localStorage.setItem('cms.language', language)", locale)
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", locale)
    await row(page, "Carmen Mihai").click()
    await row(page, "interregional").click()
    await expect(programme(page).locator("[aria-expanded=true]")).to_have_count(2)
    await assert_accessible(page)
    is_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not await page.evaluate(is_wide)


async def test_who_may_only_read_sees_the_programme_and_no_tools(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    page = await open_page(
        f"{cms.url}/admin/content/Edition/{eva.first('Edition', 'iasi')}?language=en",
        person=login(cms, "editor-nca@example.org"),
    )
    await expect(row(page, "Carmen Mihai")).to_be_visible()

    await row(page, "Carmen Mihai").press("Alt+ArrowUp")
    await row(page, "Carmen Mihai").click()

    await expect(field(page, "Title")).not_to_be_editable()
    await expect(programme(page).get_by_role("button", name=re.compile("^(Add|Paste|Move)"))).to_have_count(0)
    await assert_accessible(page)
