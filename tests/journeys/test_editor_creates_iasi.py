"""An editor creates the edition of Iași; what is missing is told before visitors see it, and mended where it is."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import sign_in
from tests.journeys.test_management_editor_script import Script

EVA = "editor@example.org"
LISTED = """{ site(key: "eccp", locale: "en") { editions(first: 50, filter: {status: [PAST]}) { nodes {
  title slug dateLabel banner { alt } theme } } } }"""


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("iasi") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture(scope="module")
def admin(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, "admin@example.org")
    yield script
    script.http.close()


def field(page: Page, at: str) -> Locator:
    return page.locator(f'[id="field-{at}"]')


async def choose(page: Page, at: str, words: str) -> None:
    """By typing into a field with a list."""
    place = field(page, at)
    inside = place if await place.evaluate("one => one.matches('input')") else place.locator("input")
    await inside.fill(words)
    await page.get_by_role("option", name=words).first.click()


def listed(cms: CmsProcess) -> dict[str, dict[str, Any]]:
    """What visitors find in the archive, by address."""
    answer = httpx.post(f"{cms.url}/graphql", json={"query": LISTED}, timeout=30).json()
    assert "errors" not in answer, answer
    return {one["slug"]: one for one in answer["data"]["site"]["editions"]["nodes"]}


async def test_iasi_is_created_refused_mended_and_listed(cms: CmsProcess, admin: Script, open_page: OpenPage) -> None:
    admin.do("deleteItem", id=admin.first("Edition", "iasi"), evenIfUsed=True)  # the demo's own one
    assert "iasi" not in " ".join(listed(cms))
    page = await open_page(f"{cms.url}/admin/content/Edition")
    await sign_in(page, cms, EVA)

    await page.get_by_role("button", name="New edition").click()
    await page.get_by_role("dialog").get_by_label("City").fill("Iași")
    await page.get_by_role("dialog").get_by_role("button", name="Create").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Iași")
    await expect(field(page, "slugs")).to_have_value("iasi")

    # everything that is missing is told beside its field, and by a list that leads there
    await page.get_by_role("alert").get_by_role("button", name="Theme").click()
    await expect(field(page, "theme.en")).to_be_focused()
    await page.keyboard.type("Clusters as drivers of regional innovation")
    await choose(page, "series", "Clusters meet Regions")
    await choose(page, "country", "Romania")
    await choose(page, "time_zone", "Europe/Bucharest")
    await field(page, "start").fill("2023-11-21")
    await field(page, "end").fill("2023-11-20")
    await field(page, "lead_before.en").fill("Clusters and regions meet for three days in the north-east of Romania.")
    await field(page, "objectives.en").fill("Meet partners")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("The last day lies before the first.").first).to_be_visible()
    await field(page, "end").fill("2023-11-23")
    await expect(page.get_by_text("The last day lies before the first.")).to_have_count(0)

    banner = page.get_by_role("group", name="Banner")
    picture = FilePayload(name="IMG_2023.png", mimeType="image/png", buffer=samples.image("PNG", 800, 450))
    await banner.locator("input[type=file]").first.set_input_files(picture)
    await expect(banner.get_by_label("Alternative text (English)")).to_have_value("")
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()

    # the picture has no description: it is not published without
    await page.get_by_role("button", name="Publish", exact=True).click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("IMG_2023")
    await expect(dialog).to_contain_text("Describe the picture for those who cannot see it.")
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Publish", exact=True).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("Describe this picture")
    await page.keyboard.press("Escape")
    await expect(banner).to_contain_text("Describe this picture in its alternative text.")
    assert "iasi" not in listed(cms)

    await banner.get_by_label("Alternative text (English)").fill("The Palace of Culture in Iași")
    await expect(banner.get_by_text("Saved with the picture.")).to_be_visible()
    await page.get_by_role("button", name="Publish", exact=True).click()
    await dialog.get_by_role("button", name="Publish", exact=True).click()
    await expect(page.get_by_text("Published in English")).to_be_visible()
    await assert_accessible(page)

    iasi = listed(cms)["iasi"]
    assert iasi["dateLabel"] == "21–23 November 2023"
    assert iasi["banner"] == {"alt": "The Palace of Culture in Iași"}
    await page.goto(f"{cms.url}/admin/content/Edition?search=Ia%C8%99i")
    await expect(page.get_by_role("link", name="Iași").first).to_be_visible()
