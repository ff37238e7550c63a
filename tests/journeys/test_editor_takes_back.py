"""Whatever an editor removes from a form can be taken back, with the notice about it or with Ctrl-Z."""

import pytest
from playwright.async_api import Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva, field, opened, stored, stored_item
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]

TITLE = "query ($id: ID!) { item(id: $id) { title } }"
WORDS = " ".join(f"word{number}" for number in range(300))


def text(*paragraphs: str) -> dict[str, object]:
    content = [{"type": "paragraph", "content": [{"type": "text", "text": one}]} for one in paragraphs]
    return {"type": "doc", "content": content}


def news_of(script: Script) -> str:
    blocks = [{"kind": "text", "id": id, "body": text(words)} for id, words in (("a", WORDS), ("b", "Second"))]
    data = {"kind": "news", "title": {"en": "Taken back"}, "body": {"en": blocks}, "published_at": "2026-05-01"}
    return script.do("createItem", type="NewsItem", site="nca", data=data)["id"]


def texts_of(script: Script, id: str) -> list[str]:
    blocks = stored_item(script, id)["data"].get("body", {}).get("en", [])
    return [block["body"]["content"][0]["content"][0]["text"] for block in blocks]


@pytest.mark.parametrize("way", ["notice", "keys"])
async def test_a_block_of_300_words_comes_back(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage, way: str
) -> None:
    id = news_of(eva)
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")

    await page.get_by_role("button", name="Remove word0").click()
    notice = page.get_by_role("alert").filter(has_text="was removed")
    await expect(notice).to_contain_text("word0")
    await assert_accessible(page)
    await page.keyboard.press("Control+s")
    await stored(page)
    assert texts_of(eva, id) == ["Second"]
    if way == "notice":
        await notice.get_by_role("button", name="Undo").click()
    else:
        await page.keyboard.press("Control+z")

    await expect(page.get_by_role("button", name="Remove word0")).to_be_visible()
    await page.keyboard.press("Control+s")
    await stored(page)
    assert texts_of(eva, id) == [WORDS, "Second"]


async def test_the_whole_form_is_taken_back_step_by_step_and_done_again(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva)
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    await page.get_by_role("button", name="Move Second up").click()
    await page.get_by_role("button", name="Remove word0").click()
    await expect(page.get_by_role("button", name="Remove word0")).to_have_count(0)

    await page.keyboard.press("Control+z")
    await expect(page.get_by_role("button", name="Remove word0")).to_be_visible()
    await page.keyboard.press("Control+z")
    await expect(page.get_by_role("button", name="Move Second down")).to_be_disabled()
    await page.keyboard.press("Control+Shift+z")
    await expect(page.get_by_role("button", name="Move Second up")).to_be_disabled()
    await page.keyboard.press("Control+s")
    await stored(page)
    assert texts_of(eva, id) == ["Second", WORDS]


async def test_a_text_takes_back_what_was_typed_in_it_before_the_form_does(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva)
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    await page.get_by_role("button", name="Remove word0").click()
    await field(page, "title.en").press("End")
    await field(page, "title.en").press_sequentially(" by hand")

    await page.keyboard.press("Control+z")

    await expect(field(page, "title.en")).not_to_have_value("Taken back by hand")
    await expect(page.get_by_role("button", name="Remove word0")).to_have_count(0)

    await page.get_by_role("button", name="Second", exact=True).click()
    editor = page.locator(".ProseMirror")
    await editor.click()
    await page.keyboard.press("End")
    await page.keyboard.type(" thoughts")
    await expect(editor).to_have_text("Second thoughts")
    await page.keyboard.press("Control+z")
    await expect(editor).to_have_text("Second")
    await expect(page.get_by_role("button", name="Remove word0")).to_have_count(0)


async def taken_out_and_back(page: Page, remove: str, title: str) -> None:
    """With this button, of what is called so; then with the notice, and once more with the keys."""
    button = page.get_by_role("button", name=remove, exact=True)
    for way in ("notice", "keys"):
        await button.click()
        notice = page.get_by_role("alert").filter(has_text="was removed").filter(has_text=title).last
        await expect(notice).to_be_visible()
        await expect(button).to_have_count(0)
        if way == "notice":
            await notice.get_by_role("button", name="Undo").click()
        else:
            await page.keyboard.press("Control+z")
        await expect(button).to_be_visible()


async def test_references_pictures_and_short_texts_come_back(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    picture = eva.first("FileAsset", "iasi-2023")
    edition = eva.first("Edition", "Burgas")
    titles = {id: eva.ask(TITLE, id=id)["item"]["title"] for id in (edition, picture)}
    data = {"kind": "news", "title": {"en": "With much"}, "image": picture, "edition": edition}
    id = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")

    await taken_out_and_back(page, f"Take out {titles[edition]}", titles[edition])
    await taken_out_and_back(page, f"Take out {titles[picture]}", titles[picture])

    await page.keyboard.press("Control+s")
    await stored(page)
    data = stored_item(eva, id)["data"]
    assert (data["edition"], data["image"]) == (edition, picture)


async def test_entries_of_a_menu_come_back(edited_cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    menu = eva.first("Menu", "")
    before = stored_item(eva, menu)
    entry = {"id": "m1", "label": {"en": "First entry"}, "url": "/en/"}
    entries = [*before["data"]["entries"], entry]
    eva.do("updateItem", id=menu, baseVersion=before["version"], changes={"entries": entries})
    page = await opened(open_page, edited_cms, EVA, f"/content/Menu/{menu}?language=en")
    row = page.get_by_role("button", name="First entry", exact=True)

    await page.get_by_role("button", name="Move or change: First entry").click()
    await page.get_by_role("menuitem", name="Remove").click()
    await expect(row).to_have_count(0)
    await page.get_by_role("alert").filter(has_text="was removed").get_by_role("button", name="Undo").click()

    await expect(row).to_be_visible()


async def test_questions_and_options_of_a_form_come_back(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    options = [{"id": "o1", "slug": "yes", "label": {"en": "Yes please"}}]
    question = {"id": "q1", "key": "dinner", "type": "choice", "label": {"en": "Dinner?"}, "options": options}
    steps = [{"id": "s1", "title": {"en": "Only step"}, "questions": [question]}]
    data = {"title": {"en": "Form of removals"}, "steps": steps}
    form = eva.do("createItem", type="ApplicationForm", site="nca", data=data)["id"]
    page = await opened(open_page, edited_cms, EVA, f"/content/ApplicationForm/{form}?language=en")

    await page.get_by_role("button", name="Dinner?", exact=True).click()
    await taken_out_and_back(page, "Remove Yes please", "Yes please")
    await page.get_by_role("button", name="Move or change “Dinner?”").click()
    await page.get_by_role("menuitem", name="Remove").click()
    await expect(page.get_by_role("button", name="Dinner?", exact=True)).to_have_count(0)
    await page.keyboard.press("Control+z")
    await expect(page.get_by_role("button", name="Dinner?", exact=True)).to_be_visible()
