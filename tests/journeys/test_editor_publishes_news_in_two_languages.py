"""Somebody who has never seen the CMS publishes a news item with a picture in both languages of a site: everything that
is needed is on the screen, with the words that one looks for, and no help is read."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import sign_in

MAX_CLICKS = 14
# keystroke-level model (Card, Moran and Newell 1980): to think, to point, to press; and an average typist's key
CLICK_SECONDS, KEY_SECONDS = 1.35 + 1.1 + 0.2, 0.28
MAX_SECONDS = 180
NEWS = """query ($locale: Locale!) { site(key: "nca", locale: $locale) {
  news(first: 1) { nodes { title lead publishedAt kind { slug } image { alt url }
    blocks { ... on TextBlock { body } } } } } }"""


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("newcomer") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


class Newcomer:
    """Does what a person can do, and counts how often it had to click and to press a key."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        self.keys = 0

    @property
    def seconds(self) -> float:
        """As long as somebody takes who looks for each thing, thinks, and types with average skill."""
        return self.clicks * CLICK_SECONDS + self.keys * KEY_SECONDS

    async def click(self, place: Locator) -> None:
        self.clicks += 1
        await place.click()

    async def write(self, place: Locator, words: str) -> None:
        """In a field that is in sight: one click and the keys."""
        await self.click(place)
        await self.type(words)

    async def type(self, words: str) -> None:
        self.keys += len(words)
        await self.page.keyboard.type(words)

    async def choose_file(self, place: Locator, file: FilePayload) -> None:
        async with self.page.expect_file_chooser() as chooser:
            await self.click(place)
        await (await chooser.value).set_files(file)


async def test_news_with_a_picture_in_both_languages(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await open_page(f"{cms.url}/admin/")
    await sign_in(page, cms, "editor-nca@example.org")
    person = Newcomer(page)

    await person.click(page.get_by_role("navigation").get_by_role("link", name="News"))
    await expect(page.get_by_role("heading", level=1)).to_have_text("News")
    await person.click(page.get_by_role("button", name="New news item"))
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_label("Title")).to_be_focused()
    await person.type("Clusters meet in Ostrava")
    await expect(dialog.get_by_label("Title")).to_have_value("Clusters meet in Ostrava")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Clusters meet in Ostrava")
    await expect(page.get_by_text("before publishing")).to_have_count(0)  # nothing is red before one has begun
    await person.write(page.get_by_label("Lead"), "Two days for regions and clusters.")
    await person.click(page.get_by_role("button", name="Write text"))
    await person.write(page.locator(".ProseMirror"), "Register until May.")
    picture = FilePayload(name="IMG_0815.png", mimeType="image/png", buffer=samples.image("PNG", 720, 405))
    image = page.locator("#field-image")
    await person.choose_file(image.get_by_role("button", name="Upload"), picture)
    await person.write(image.get_by_label("Alternative text (English)"), "A hall in Ostrava")
    await person.write(image.get_by_label("Alternative text (Czech)"), "Sál v Ostravě")

    await person.click(page.get_by_label("Language", exact=True).get_by_text("Czech"))
    await expect(page.get_by_label("Lead")).to_have_value("")
    await person.write(page.get_by_label("Title", exact=False).first, "Klastry se sejdou v Ostravě")
    await page.keyboard.press("Tab")
    await person.write(page.get_by_label("Lead"), "Dva dny pro regiony a klastry.")
    await assert_accessible(page)
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    await person.click(page.get_by_role("button", name="Publish", exact=True))
    await person.click(dialog.get_by_role("checkbox", name="English"))
    await person.click(dialog.get_by_role("button", name="Publish", exact=True))
    await expect(page.get_by_text(re.compile("Published in (Czech, English|English, Czech)"))).to_be_visible()

    english, czech = newest(cms, "en"), newest(cms, "cs")
    print(f"\nnews in two languages: {person.clicks} clicks, {person.keys} keys, {person.seconds:.0f} s")
    assert english["title"] == "Clusters meet in Ostrava" and czech["title"] == "Klastry se sejdou v Ostravě"
    assert english["lead"] == "Two days for regions and clusters." and czech["lead"] == "Dva dny pro regiony a klastry."
    assert english["image"]["alt"] == "A hall in Ostrava" and czech["image"]["alt"] == "Sál v Ostravě"
    assert english["blocks"] == [{"body": "<p>Register until May.</p>"}] and english["kind"] == {"slug": "news"}
    assert person.clicks <= MAX_CLICKS and person.seconds <= MAX_SECONDS


def newest(cms: CmsProcess, locale: str) -> dict[str, Any]:
    """What visitors see first."""
    asked = {"query": NEWS, "variables": {"locale": locale}}
    answer = httpx.post(f"{cms.url}/graphql", json=asked, timeout=30).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["news"]["nodes"][0]
