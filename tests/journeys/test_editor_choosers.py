"""What an editor chooses in a dialog stands in the form afterwards, and replaces nothing that was not chosen."""

import base64
import secrets
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva, opened, stored, stored_item
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]

PASTE_PICTURE = """(place, content) => {
  const clipboardData = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), one => one.charCodeAt(0));
  clipboardData.items.add(new File([bytes], "pasted.png", {type: "image/png"}));
  place.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""


def new_picture() -> bytes:
    """Of which the library does not have the bytes yet."""
    return samples.image("PNG", 200 + secrets.randbelow(500), 200 + secrets.randbelow(500))


async def new_text(page: Page, cms: CmsProcess, script: Script, title: str) -> tuple[str, Locator]:
    """The id of a new news item, and the editor of its first text, in which one writes."""
    data = {"kind": "news", "title": {"en": title}, "published_at": "2026-05-01"}
    id = script.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    await page.goto(f"{cms.url}/admin/content/NewsItem/{id}?language=en")
    await page.get_by_role("button", name="Write text").click(timeout=60_000)
    editor = page.locator(".ProseMirror")
    await expect(editor).to_be_focused()
    return id, editor


def nodes_of(script: Script, id: str) -> list[dict[str, Any]]:
    return stored_item(script, id)["data"]["body"]["en"][0]["body"]["content"]


async def saved(page: Page) -> None:
    await page.keyboard.press("Control+s")
    await stored(page)


async def select(picture: Locator, editor: Locator) -> None:
    await picture.click()
    await expect(editor.locator(".ProseMirror-selectednode img")).to_be_visible()


def tool(page: Page, name: str) -> Locator:
    return page.get_by_role("toolbar").get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize("way", ["choose", "upload"])
async def test_a_picture_stands_in_the_text_with_its_words(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage, way: str
) -> None:
    page = await opened(open_page, edited_cms, EVA, f"/content/FileAsset/{eva.first('FileAsset', 'iasi-2023')}")
    id, editor = await new_text(page, edited_cms, eva, f"Picture by {way}")
    await page.keyboard.type("Before")

    await tool(page, "Picture").click()
    dialog = page.get_by_role("dialog", name="Choose a picture")
    if way == "choose":
        await dialog.get_by_role("searchbox").fill("iasi-2023")
        await dialog.get_by_role("button", name="iasi-2023").first.click()
    else:
        picture = FilePayload(name="Hall.png", mimeType="image/png", buffer=new_picture())
        await dialog.locator("input[type=file]").first.set_input_files(picture)
    dialog = page.get_by_role("dialog", name="Picture in the text")
    await dialog.get_by_role("radio", name="Another one, for this place").check()
    await dialog.get_by_role("textbox", name="Alternative text for this place").fill("The hall")
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Insert").click()
    await expect(editor.get_by_role("img", name="The hall")).to_be_visible()
    await page.keyboard.type("After")

    await saved(page)
    before, picture, after = nodes_of(eva, id)
    assert picture["type"] == "image" and picture["attrs"]["alt"] == "The hall"
    assert [one["content"][0]["text"] for one in (before, after)] == ["Before", "After"]


async def test_a_video_comes_behind_a_pasted_picture_and_begins_where_it_should(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    page = await opened(open_page, edited_cms, EVA, f"/content/FileAsset/{eva.first('FileAsset', 'iasi-2023')}")
    id, editor = await new_text(page, edited_cms, eva, "Picture and video")
    await editor.evaluate(PASTE_PICTURE, base64.b64encode(new_picture()).decode())
    await expect(editor.locator("figure img")).to_be_visible()

    await tool(page, "Video").click()
    dialog = page.get_by_role("dialog", name="Video")
    await dialog.get_by_label("Address of the video").fill("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43s")
    await dialog.get_by_role("button", name="Insert").click()
    await expect(editor.locator("figure")).to_have_count(2)
    await tool(page, "Dividing line").click()
    await tool(page, "Table").click()
    await page.get_by_role("menuitem", name="Insert a table").click()
    await page.keyboard.type("Day")

    await saved(page)
    nodes = nodes_of(eva, id)
    assert [node["type"] for node in nodes][:4] == ["image", "video", "horizontalRule", "table"]
    assert nodes[1]["attrs"]["src"] == "https://youtu.be/dQw4w9WgXcQ?t=43"


async def test_nothing_takes_the_place_of_a_picture_that_is_selected(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    page = await opened(open_page, edited_cms, EVA, f"/content/FileAsset/{eva.first('FileAsset', 'iasi-2023')}")
    id, editor = await new_text(page, edited_cms, eva, "Selected picture")
    await editor.evaluate(PASTE_PICTURE, base64.b64encode(new_picture()).decode())
    picture = editor.locator("figure img")
    await page.clock.set_fixed_time(datetime.now(UTC))  # of somebody who is quick: each click soon after the last
    for name in ("Dividing line", "Table", "Video"):
        await select(picture, editor)
        await tool(page, name).click()
        if name == "Table":
            await page.get_by_role("menuitem", name="Insert a table").click()
        if name == "Video":
            dialog = page.get_by_role("dialog", name="Video")
            await dialog.get_by_label("Address of the video").fill("https://vimeo.com/123456789#t=43s")
            await dialog.get_by_role("button", name="Insert").click()
            await expect(dialog).to_have_count(0)

    await saved(page)
    nodes = nodes_of(eva, id)
    assert [node["type"] for node in nodes if node["type"] != "paragraph"] == [
        "image",
        "video",
        "table",
        "horizontalRule",
    ]


async def test_a_link_leads_to_the_file_that_was_chosen(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    file = eva.first("FileAsset", "iasi-2023")
    page = await opened(open_page, edited_cms, EVA, f"/content/FileAsset/{file}")
    id, _editor = await new_text(page, edited_cms, eva, "Link to a file")
    await page.keyboard.type("See ")

    await tool(page, "Link").click()
    dialog = page.get_by_role("dialog", name="Link")
    await dialog.get_by_text("File", exact=True).click()
    await dialog.get_by_role("button", name="Choose a file").click()
    library = page.get_by_role("dialog", name="Choose a file")
    await library.get_by_role("searchbox").fill("iasi-2023")
    await library.get_by_role("button", name="iasi-2023").first.click()
    await expect(library).to_be_hidden()
    await expect(dialog).to_contain_text("iasi-2023")
    await dialog.get_by_role("button", name="Set the link").click()

    await saved(page)
    words = nodes_of(eva, id)[0]["content"]
    assert words[1]["marks"][0]["attrs"]["file"] and words[1]["text"].startswith("iasi-2023")


async def test_a_picture_field_holds_the_file_that_was_chosen(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    data = {"kind": "news", "title": {"en": "With a picture"}, "published_at": "2026-05-01"}
    id = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")

    await page.locator("#field-image").get_by_role("button", name="Choose from the library").click()
    dialog = page.get_by_role("dialog", name="Choose a picture")
    await dialog.get_by_role("searchbox").fill("iasi-2023")
    await dialog.get_by_role("button", name="iasi-2023").first.click()
    await expect(dialog).to_be_hidden()
    await expect(page.locator("#field-image").get_by_text("iasi-2023").first).to_be_visible()

    await saved(page)
    assert stored_item(eva, id)["data"]["image"]
