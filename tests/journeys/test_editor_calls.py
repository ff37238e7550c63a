"""A call for hosts and the form that it asks, made in the editor: cut-offs in Brussels time, versions, extensions."""

import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva, field, opened, publish, stored, stored_item
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]
SLUG = "hosts-by-the-clock"
MAKE_PREVIEW = """mutation ($input: CreatePreviewInput!) { createPreview(input: $input) { preview { token } } }"""
CALL = """query ($token: String) { site(key: "eccp", locale: "en", preview: $token) {
  call(slug: "hosts-by-the-clock") { state nextCutoff { label tentative } cutoffs { label passed } } } }"""


@pytest.fixture(scope="module")
def call(eva: Script) -> str:
    text = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Apply."}]}]}
    data = {
        "title": {"en": "Hosts by the clock"},
        "body": {"en": text},
        "series": eva.first("Series", "clusters meet regions"),
        "form": eva.first("ApplicationForm", "application to host an edition"),
        "time_zone": "Europe/Brussels",
    }
    slugs = [{"locale": "en", "slug": SLUG}]
    return eva.do("createItem", type="CallForHosts", site="eccp", data=data, slugs=slugs)["id"]


def delivered(eva: Script, as_of: str | None = None) -> dict[str, Any]:
    """What a site is told of the call, now or at a moment of Brussels."""
    token = None
    if as_of:
        given = eva.ask(MAKE_PREVIEW, input={"site": "eccp", "asOf": as_of})
        token = given["createPreview"]["preview"]["token"]
    answer = eva.http.post("/graphql", json={"query": CALL, "variables": {"token": token}}).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["call"]


async def cutoff(page: Page, number: int, wall: str) -> Locator:
    await page.get_by_role("button", name="Add a cut-off").click()
    box = page.get_by_label(f"Cut-off {number}", exact=True)
    await box.fill(wall)
    return page.get_by_role("list", name="Cut-offs").get_by_role("listitem").nth(number - 1)


async def test_a_cut_off_prints_its_zone_and_the_next_one_shows_after_it(
    edited_cms: CmsProcess, eva: Script, call: str, open_page: OpenPage
) -> None:
    page = await opened(open_page, edited_cms, EVA, f"/content/CallForHosts/{call}?language=en")
    await expect(page.get_by_label("Opens", exact=True)).to_be_visible(timeout=30_000)
    await page.get_by_label("Opens", exact=True).fill("2024-03-01T09:00")
    await expect(await cutoff(page, 1, "2024-05-31T18:00")).to_contain_text("CEST")
    winter = await cutoff(page, 2, "2024-12-20T18:00")
    await expect(winter).to_contain_text(re.compile(r"CET(?!S)"))
    await winter.get_by_role("checkbox", name="Tentative").check()
    await assert_accessible(page)
    await publish(page)

    before, at = delivered(eva, "2024-05-31T17:59"), delivered(eva, "2024-05-31T18:00")
    assert before["nextCutoff"] == {"label": "31 May 2024, 18:00\u00a0CEST", "tentative": False}
    assert at["nextCutoff"] == {"label": "20 December 2024, 18:00\u00a0CET", "tentative": True}
    assert [one["passed"] for one in at["cutoffs"]] == [True, False]
    assert delivered(eva)["state"] == "CLOSED"
    standing = page.get_by_role("region", name="What visitors see now")
    await expect(standing).to_contain_text("No cut-off is ahead any more.")

    # the last cut-off is extended: what it was stays in sight
    await page.get_by_label("Cut-off 2", exact=True).fill("2031-03-30T02:30")
    await expect(page.get_by_text("this time does not exist in Europe/Brussels")).to_be_visible()
    await page.get_by_label("Cut-off 2", exact=True).fill("2031-05-31T18:00")
    await publish(page)
    await expect(standing).to_contain_text("Applications until 31 May 2031, 18:00 CEST")
    await expect(standing).to_contain_text("Open")
    await expect(page.get_by_role("list", name="Cut-offs")).to_contain_text(
        "it was 20 December 2024, 18:00 CET; then it became 31 May 2031, 18:00 CEST"
    )
    assert delivered(eva)["nextCutoff"]["label"] == "31 May 2031, 18:00\u00a0CEST"
    await assert_accessible(page)


async def add_question(page: Page, step: str, label: str, kind: str) -> None:
    opener = page.get_by_role("button", name=f"Add a question to “{step}”")
    if await opener.is_visible():
        await opener.click()
    await page.get_by_label("What do you ask?").fill(label)
    await page.get_by_label("Kind of answer").last.select_option(kind)
    await page.get_by_role("button", name="Add", exact=True).last.click()
    await expect(row(page, label)).to_be_visible()


def row(page: Page, label: str) -> Locator:
    return page.get_by_role("list", name="Steps and questions").get_by_role("listitem", name=label, exact=True)


async def open_question(page: Page, label: str) -> Locator:
    await row(page, label).get_by_role("button", name=re.compile(rf"^{re.escape(label)}( must be answered)?")).click()
    return row(page, label)


def questions(eva: Script, id: str) -> list[list[dict[str, Any]]]:
    return [step.get("questions", []) for step in stored_item(eva, id)["data"]["steps"]]


async def test_a_form_is_built_with_conditions_and_tried_out(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = eva.do("createItem", type="ApplicationForm", site="eccp", data={"title": {"en": "Short form"}})["id"]
    page = await opened(open_page, edited_cms, EVA, f"/content/ApplicationForm/{id}?language=en")
    await expect(page.get_by_text("There is nothing to answer yet")).to_be_visible()
    await expect(page.get_by_text("No call asks it yet.")).to_be_visible()
    for title in ("Applicant", "Event"):
        await page.get_by_label("Title of a new step").fill(title)
        await page.keyboard.press("Enter")
    await add_question(page, "Applicant", "Kind of organisation", "choice")
    await add_question(page, "Applicant", "Letter of support", "files")
    await page.get_by_role("button", name="Close", exact=True).click()
    await add_question(page, "Event", "City", "text")

    kind = await open_question(page, "Kind of organisation")
    for option in ("Cluster", "Regional authority"):
        await kind.get_by_role("textbox", name="A new one; a list can be pasted").fill(option)
        await page.keyboard.press("Enter")
    await expect(kind.get_by_role("textbox", name="Regional authority, English")).to_be_visible()
    letter = await open_question(page, "Letter of support")
    await letter.get_by_role("switch", name="Required").check()
    await letter.get_by_label("At most so many files").fill("3")
    await letter.get_by_label("Largest file, in MB").fill("10")
    await letter.get_by_role("group", name="Asked only if").get_by_role("combobox", name="The answer to").click()
    await page.get_by_role("option", name="Kind of organisation").click()
    await letter.get_by_role("combobox", name="Is one of").click()
    await page.get_by_role("option", name="Cluster").click()
    await page.keyboard.press("Escape")
    await assert_accessible(page)
    await stored(page)
    found = questions(eva, id)[0][1]
    assert (found["key"], found["max_files"], found["max_bytes"]) == ("letter-of-support", 3, 10 * 1024 * 1024)
    assert found["show_if"] == {"question": "kind-of-organisation", "values": ["cluster"]}

    # tried out as an applicant: the letter is asked of clusters only
    await page.get_by_role("button", name="See it as applicants do").click()
    preview = page.get_by_role("dialog")
    await expect(preview.get_by_text("Step 1 of 2")).to_be_visible()
    await expect(preview.get_by_text("Letter of support")).to_be_hidden()
    await preview.get_by_role("radio", name="Cluster").check()
    await expect(preview.get_by_text("Letter of support")).to_be_visible()
    await preview.get_by_role("radio", name="Regional authority").check()
    await expect(preview.get_by_text("Letter of support")).to_be_hidden()
    await assert_accessible(page)
    await preview.get_by_role("button", name="Close").click()

    # asked before the answer is there that it depends on: told at the question, mended by keyboard
    handle = row(page, "Letter of support").get_by_role("button", name="Move or change “Letter of support”")
    await handle.focus()
    await page.keyboard.press("Alt+ArrowUp")
    await expect(row(page, "Letter of support")).to_contain_text("depends on a question that comes later")
    await page.keyboard.press("Alt+ArrowDown")
    await expect(row(page, "Letter of support")).not_to_contain_text("depends on a question that comes later")

    # put into the other step by drag, and duplicated there
    await open_question(page, "City")
    await open_question(page, "City")
    await dragged(page, handle, row(page, "City"))
    await stored(page)
    await handle.click()
    await page.get_by_role("menuitem", name="Duplicate").click()
    await expect(row(page, "Letter of support")).to_have_count(2)
    await stored(page)
    assert [[one["key"] for one in step] for step in questions(eva, id)] == [
        ["kind-of-organisation"],
        ["letter-of-support", "letter-of-support-2", "city"],
    ]
    await publish(page)


async def dragged(page: Page, handle: Locator, to: Locator) -> None:
    """Before the row `to`, once the line shows that it will be put there."""
    await handle.hover()
    await page.mouse.down()
    place = await to.bounding_box()
    assert place
    for part in (0.5, 0.3, 0.2):
        await page.mouse.move(place["x"] + 60, place["y"] + place["height"] * part, steps=8)
    await expect(to).to_have_attribute("data-side", "before")
    await page.mouse.up()


async def test_a_call_asks_the_version_of_its_form_that_it_was_published_with(
    edited_cms: CmsProcess, eva: Script, call: str, open_page: OpenPage
) -> None:
    form = stored_item(eva, call)["data"]["form"]
    version = eva.ask("query ($f: ID!) { formUses(form: $f) { liveVersion } }", f=form)["formUses"]["liveVersion"]
    cutoffs = [{"at": "2031-05-31T18:00"}]
    item = stored_item(eva, call)
    changes = {"opens": "2024-01-01T00:00", "cutoffs": cutoffs}
    eva.do("updateItem", id=call, baseVersion=item["version"], changes=changes)
    eva.do("publishItem", id=call, locales=["en"])

    page = await opened(open_page, edited_cms, EVA, f"/content/ApplicationForm/{form}?language=en")
    await page.set_viewport_size({"width": 390, "height": 844})
    uses = page.get_by_role("region", name="Calls that ask this form")
    mine = uses.get_by_role("listitem").filter(has_text="Hosts by the clock").first
    await expect(mine).to_contain_text(f"asks version {version}")
    await expect(mine).to_contain_text("no applications yet")
    await assert_accessible(page)
    await mine.get_by_role("link").click()
    await expect(page.get_by_role("region", name="What visitors see now")).to_contain_text(f"version {version}")
    await expect(field(page, "title.en")).to_have_value("Hosts by the clock")
