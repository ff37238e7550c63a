"""An editor drops a picture into a news item, describes it, writes formatted text; visitors get all of it."""

import base64
import re
import secrets
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.async_api import FilePayload, Locator, Page, expect

from cms.content.richtext import to_html
from tests.browser import OpenPage, assert_accessible
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess, cms_of_its_own
from tests.journeys.test_editor_choosers import new_picture
from tests.journeys.test_editor_signs_in import SIZES, login
from tests.journeys.test_management_editor_script import Script

EVA = "editor@example.org"
PAGE = """query ($locale: Locale!) { site(key: "nca", locale: $locale) { route(path: "/news/danube") {
  ... on NewsItem { title image { alt url } blocks { ... on TextBlock { body } } } } } }"""
DROP = """(place, {name, content}) => {
  const file = new File([Uint8Array.from(atob(content), one => one.charCodeAt(0))], name, {type: "image/png"});
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  for (const type of ["dragenter", "dragover", "drop"])
    place.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
}"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span
 style='mso-list:Ignore'>·&nbsp;</span>Slides<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
 style='mso-list:Ignore'>·&nbsp;</span><b>Badge</b></p>
<p class=MsoNormal><img src="file:///C:/hall.png"><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"""
PASTE = """(place, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", "Slides Badge");
  place.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    yield from cms_of_its_own(tmp_path_factory, "files-and-text")


@pytest.fixture(scope="module")
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


def new_item(eva: Script, **titles: str) -> str:
    data = {"kind": "news", "title": titles, "published_at": "2026-05-01"}
    slugs = [{"locale": locale, "slug": "danube"} for locale in titles] if "cs" in titles else None
    return eva.do("createItem", type="NewsItem", site="nca", data=data, slugs=slugs)["id"]


async def opened(open_page: OpenPage, cms: CmsProcess, path: str, **options: Any) -> Page:
    page = await open_page(f"{cms.url}/admin{path}", **options, person=login(cms, EVA))
    await expect(page.get_by_role("heading", level=1)).not_to_be_empty()
    return page


async def drop(place: Locator, content: bytes, name: str) -> None:
    await place.evaluate(DROP, {"name": name, "content": base64.b64encode(content).decode()})


async def new_text(page: Page) -> Locator:
    """The editor of a text block that is added to the news item."""
    await page.get_by_role("button", name="Write text").click()
    editor = page.locator(".ProseMirror")
    await expect(editor).to_be_focused()  # one goes on typing
    return editor


async def stored(page: Page) -> None:
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def test_signs_are_raised_lowered_and_struck_by_the_toolbar(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = new_item(eva, en="The hall")
    page = await opened(open_page, cms, f"/content/NewsItem/{id}?language=en")
    await new_text(page)
    tools = page.get_by_role("toolbar")
    for words, tool in (
        ("250 m", None),
        ("2", "Superscript"),
        (", CO", None),
        ("2", "Subscript"),
        ("no", "Strikethrough"),
    ):
        if tool:
            await tools.get_by_role("button", name=tool).click()
        await page.keyboard.type(words)
        if tool:
            await tools.get_by_role("button", name=tool).click()
    await assert_accessible(page)
    await stored(page)

    [block] = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]["body"]["en"]
    html = to_html(block["body"], lambda kind, id: None)
    assert html == "<p>250 m<sup>2</sup>, CO<sub>2</sub><s>no</s></p>"


async def test_news_with_a_picture_and_formatted_text_in_two_languages(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = new_item(eva, en="The Danube", cs="Dunaj")
    page = await opened(open_page, cms, f"/content/NewsItem/{id}?language=en")

    picture = page.locator("#field-image")
    await drop(picture.get_by_text("Drop a picture here"), samples.image("PNG", 640, 360), "danube.png")
    await picture.get_by_label("Alternative text (English)").fill("The Danube at dusk")
    await picture.get_by_label("Alternative text (Czech)").fill("Dunaj za soumraku")
    await expect(picture.get_by_text("Saved with the picture.")).to_be_visible()

    editor = await new_text(page)
    tools = page.get_by_role("toolbar")
    await tools.get_by_role("button", name="Heading", exact=True).click()
    await page.keyboard.type("What to bring")
    await page.keyboard.press("Enter")
    await editor.evaluate(PASTE, WORD)
    await expect(page.get_by_text("One picture was left out.")).to_be_visible()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await page.keyboard.type("See ")
    await tools.get_by_role("button", name="Link").click()
    dialog = page.get_by_role("dialog", name="Link")
    await dialog.get_by_text("Page on our sites").click()
    await dialog.get_by_placeholder("Type to find").fill("Burgas")
    await page.get_by_role("option").filter(has_text="Come to Burgas").first.click()
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Set the link").click()
    await page.keyboard.press("Enter")
    await tools.get_by_role("button", name="Link").click()
    await dialog.get_by_label("Web address", exact=True).nth(-1).fill("#bring")
    await page.get_by_role("option").filter(has_text="What to bring").click()
    await dialog.get_by_role("button", name="Set the link").click()
    await page.keyboard.press("Enter")
    await tools.get_by_role("button", name="Table").click()
    await page.get_by_role("menuitem", name="Insert a table").click()
    for words in ("Day", "City", "Hall", "1 May", "Ruse"):
        await page.keyboard.type(words)
        await page.keyboard.press("Tab")
    await assert_accessible(page)
    await page.keyboard.press("Escape")
    await expect(editor).not_to_be_focused()
    await stored(page)
    await page.keyboard.press("Control+Enter")
    await publish(page)

    item = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]
    assert [node["type"] for node in item["body"]["en"][0]["body"]["content"]] == [
        "heading",
        "bulletList",
        "paragraph",
        "paragraph",
        "table",
        "paragraph",
    ]
    english, czech = live(cms, "en"), live(cms, "cs")
    html = english["blocks"][0]["body"]
    assert english["image"]["alt"] == "The Danube at dusk" and czech["image"]["alt"] == "Dunaj za soumraku"
    assert '<h2 id="what-to-bring">What to bring</h2><ul><li>Slides</li><li><strong>Badge</strong></li></ul>' in html
    assert re.search(r'<p>See <a href="[^"]*burgas[^"]*" data-item="[0-9a-f]{24}">Come to Burgas', html)
    assert '<p><a href="#what-to-bring">#what-to-bring</a></p>' in html
    assert "<th>Day</th><th>City</th><th>Hall</th></tr><tr><td>1 May</td><td>Ruse</td>" in html


async def publish(page: Page) -> None:
    """In both languages, the picture with it."""
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("checkbox", name="Czech").check()
    await assert_accessible(page)
    await dialog.get_by_role("button", name=re.compile("^Publish")).click()
    await expect(page.get_by_text("Published in English, Czech")).to_be_visible()


def live(cms: CmsProcess, locale: str) -> dict[str, Any]:
    answer = httpx.post(f"{cms.url}/graphql", json={"query": PAGE, "variables": {"locale": locale}}, timeout=30).json()
    return answer["data"]["site"]["route"]


async def test_a_program_named_like_a_picture_is_refused_in_words(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = new_item(eva, en="No picture")
    page = await open_page(f"{cms.url}/admin/content/NewsItem/{id}?language=en", person=login(cms, EVA))
    await expect(page.get_by_role("heading", level=1)).to_have_text("No picture")

    picture = page.locator("#field-image")
    await drop(picture.get_by_text("Drop a picture here"), samples.program(), "danube.png")

    await expect(picture.get_by_role("alert")).to_contain_text("This is no file that can be used here")
    await assert_accessible(page)
    assert "image" not in eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]


def new_paper() -> bytes:
    """Of which the library does not have the bytes yet."""
    return samples.pdf(2) + f"\n% {secrets.token_hex(8)}\n".encode()


async def test_the_library_takes_many_files_knows_those_it_has_and_sets_the_focal_point(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    page = await opened(open_page, cms, "/files")
    await expect(page.get_by_role("link", name="iasi-2023").first).to_be_visible()
    main = page.get_by_role("main")
    chosen = page.locator("input[type=file]").first
    picture = new_picture()
    portrait = FilePayload(name="Portrait.png", mimeType="image/png", buffer=picture)
    paper = FilePayload(name="Paper.pdf", mimeType="application/pdf", buffer=new_paper())
    await chosen.set_input_files([portrait, paper])
    uploads = page.get_by_role("region", name="Uploads")
    await expect(uploads.get_by_text("Uploaded")).to_have_count(2)
    await chosen.set_input_files(FilePayload(name="Again.png", mimeType="image/png", buffer=picture))
    await expect(uploads.get_by_text("This file is in the library already.")).to_be_visible()
    await assert_accessible(page)
    await uploads.get_by_role("button", name="Use that one").click()
    await page.get_by_role("searchbox", name="Search file names").fill("portrait")
    await expect(main.get_by_role("listitem").filter(has_text="Portrait.png").last).to_contain_text("no alt")

    await uploads.get_by_role("button", name="Clear this list").click()
    await page.get_by_role("link", name="Portrait.png").click()
    handle = page.get_by_role("button", name="Focal point")
    await handle.press("Shift+ArrowUp")
    await handle.press("ArrowLeft")
    await expect(handle).to_have_accessible_name(re.compile("49 % from the left, 40 % from the top"))
    await page.get_by_role("region", name="Alternative text").get_by_label("English").fill("A portrait")
    await stored(page)
    await assert_accessible(page)

    id = page.url.split("/")[-1].split("?")[0]
    data = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]
    assert data["focal_point"] == {"x": 0.49, "y": 0.4} and data["alt"] == {"en": "A portrait"}


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("light", ["light", "dark"])
async def test_the_library_and_a_file_are_for_everybody(
    cms: CmsProcess, eva: Script, open_page: OpenPage, width: int, height: int, light: str
) -> None:
    locale = {1440: "en", 1024: "cs", 390: "bg"}[width]
    page = await open_page(
        f"{cms.url}/admin/files?kind=image", width=width, height=height, color_scheme=light, person=login(cms, EVA)
    )
    await expect(page.locator("main img").first).to_be_visible()
    await page.evaluate("language => localStorage.setItem('cms.language', language)", locale)
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", locale)
    await expect(page.locator("main img").first).to_be_visible()
    await assert_accessible(page)
    await page.goto(f"{page.url}&view=list")
    await expect(page.get_by_role("table")).to_be_visible()
    await assert_accessible(page)

    await page.get_by_role("table").get_by_role("link").first.click()

    await expect(page.locator("figure").first).to_be_visible()
    await assert_accessible(page)
    is_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not await page.evaluate(is_wide)
