"""What an editor meets while translating and linking: the source beside, every hit of a search, the keys for it."""

from secrets import token_hex

from playwright.async_api import Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva, field, opened, stored_item
from tests.journeys.test_editor_choosers import new_text, saved, tool
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]

OF_SITES = ["nca"] * 13 + ["eccp"]
TOPS = "ids => ids.map(id => Math.round(document.getElementById(id).getBoundingClientRect().top))"
SELECTED = "one => { one.focus(); one.select(); return one.value.slice(one.selectionStart, one.selectionEnd) }"


async def tops(page: Page, at: str) -> list[int]:
    """Where the boxes of both languages begin, from above."""
    await expect(field(page, f"{at}.en")).to_be_visible()
    return await page.evaluate(TOPS, [f"field-{at}.{locale}" for locale in ("bg", "en")])


async def test_rows_stay_rows_beside_a_source_that_changed_and_can_be_read(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    data = {"kind": "news", "title": {"en": "Ports", "bg": "Пристанища"}, "lead": {"en": "Ships", "bg": "Кораби"}}
    id = eva.do("createItem", type="NewsItem", site="eccp", data=data)["id"]
    eva.do("updateItem", id=id, baseVersion=1, changes={"lead": {"en": "Ships and quays"}})
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=bg")

    await page.get_by_role("combobox", name="Show beside").click()
    await page.get_by_role("option", name="English").click()

    source = field(page, "lead.en")
    await expect(source).to_have_value("Ships and quays")
    await expect(page.get_by_text("Ships and quays").first).to_be_attached()
    boxes = {at: await field(page, at).bounding_box() for at in ("title.bg", "title.en", "lead.bg", "lead.en")}
    left = {at: round(box["x"]) for at, box in boxes.items() if box}
    assert left["lead.bg"] == left["title.bg"] < left["title.en"] == left["lead.en"], "each language keeps its column"
    own, beside = await tops(page, "lead")
    assert own == beside, "below the mark of what changed too"
    await expect(source).to_be_enabled()
    await expect(source).not_to_be_editable()
    assert await source.evaluate(SELECTED) == "Ships and quays"
    await assert_accessible(page)  # contrast among the rest

    await page.goto(f"{edited_cms.url}/admin/content/Edition/{eva.first('Edition', 'iasi')}?language=bg")
    await page.get_by_role("combobox", name="Show beside").click()
    await page.get_by_role("option", name="English").click()
    own, beside = await tops(page, "list_label")
    assert own == beside, "below a line of help too"


async def test_selected_words_become_a_link_to_any_page_that_was_found_own_ones_first(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    word = token_hex(4)
    for number, site in enumerate(OF_SITES):
        eva.do("createItem", type="NewsItem", site=site, data={"title": {"en": f"{word} {number}"}})
    page = await opened(open_page, edited_cms, EVA, f"/content/FileAsset/{eva.first('FileAsset', 'iasi-2023')}")
    id, _editor = await new_text(page, edited_cms, eva, "Links by keyboard")
    await page.keyboard.type("Read on")
    await page.keyboard.press("Shift+Home")

    await page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Link")
    await expect(dialog).to_be_visible()
    await dialog.get_by_text("Page on our sites").click()
    await dialog.get_by_placeholder("Type to find").fill(word)
    hits = page.get_by_role("option").filter(has_text=word)
    await expect(hits).to_have_count(len(OF_SITES))
    assert [text.rpartition(" ")[2] for text in await hits.all_inner_texts()] == OF_SITES
    await hits.last.click()
    await dialog.get_by_role("button", name="Set the link").click()

    await expect(tool(page, "Link")).to_have_attribute("aria-pressed", "true")
    await saved(page)
    [paragraph] = stored_item(eva, id)["data"]["body"]["en"][0]["body"]["content"]
    [text] = paragraph["content"]
    assert text["text"] == "Read on" and text["marks"][0]["attrs"]["item"] == eva.first("NewsItem", f"{word} 13")

    # nothing of that name
    await page.goto(f"{edited_cms.url}/admin/content/News")
    await expect(page.get_by_text("There is nothing at this address")).to_be_visible()
