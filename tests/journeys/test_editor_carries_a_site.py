"""A site is written into an archive, the archive is looked at before it is read in, and nothing is replaced unasked."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

ALEX, EVA = "admin@example.org", "editor@example.org"
SITE = "National Cluster Association"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("transfers") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


async def opened(open_page: OpenPage, cms: CmsProcess, email: str = ALEX, **options: object) -> Page:
    page = await open_page(f"{cms.url}/admin/transfers", **options, person=login(cms, email))
    await expect(page.get_by_role("heading", level=1)).to_have_text("Export and import")
    return page


async def choose(page: Page, name: str, site: str) -> None:
    await page.get_by_role("combobox", name=name, exact=True).click()
    await page.get_by_role("option", name=site).filter(visible=True).click()


def newest(page: Page) -> Locator:
    return page.get_by_role("list", name="Exports and imports").get_by_role("listitem").first


async def look_at(page: Page, archive: Path, conflicts: str) -> None:
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Archive").click()
    await (await chooser.value).set_files(archive)
    await choose(page, "On behalf of the site", SITE)
    await page.get_by_role("radio", name=conflicts).check()
    await page.get_by_role("button", name="Send and look at it").click()
    await expect(newest(page)).to_contain_text("Look at an archive")


async def test_a_site_is_exported_changed_and_brought_back(
    cms: CmsProcess, eva: Script, open_page: OpenPage, tmp_path: Path
) -> None:
    page = await opened(open_page, cms)
    await assert_accessible(page)
    await choose(page, "Site", SITE)
    await page.get_by_role("button", name="Export", exact=True).click()
    await expect(newest(page)).to_contain_text("Done", timeout=60_000)
    async with page.expect_download() as download:
        await newest(page).get_by_role("link", name="Fetch the archive").click()
    archive = tmp_path / (await download.value).suggested_filename
    await (await download.value).save_as(archive)
    assert archive.name == "nca.zip"

    data = {"kind": "news", "title": {"cs": "Jen tady"}, "published_at": "2026-01-01"}
    eva.do("createItem", type="NewsItem", site="nca", data=data)
    id = eva.first("NewsItem", "burgas")
    item = eva.ask("query ($id: ID!) { item(id: $id) { version data } }", id=id)["item"]
    before = item["data"]["title"]
    eva.do("updateItem", id=id, baseVersion=item["version"], changes={"title": {"cs": "Přepsáno"}})

    await look_at(page, archive, "Stop")
    await expect(newest(page)).to_contain_text("1 refused", timeout=60_000)
    await newest(page).get_by_role("button", name="Report").click()
    await expect(newest(page)).to_contain_text("Nothing of this archive can be imported")
    await expect(newest(page).get_by_role("button", name="Import it now")).to_have_count(0)
    await assert_accessible(page)

    await look_at(page, archive, "Replace with the archive's")
    await expect(newest(page)).to_contain_text("1 changed", timeout=60_000)
    await newest(page).get_by_role("button", name="Report").click()
    await expect(newest(page)).to_contain_text("Title")
    unchanged = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]
    assert unchanged["title"]["cs"] == "Přepsáno"
    await newest(page).get_by_role("button", name="Import it now").click()
    await expect(newest(page)).to_contain_text(re.compile("^Import · "))
    await expect(newest(page)).to_contain_text("Done", timeout=60_000)
    restored = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]
    assert restored["title"] == before


async def test_what_is_no_archive_of_a_site_is_told_in_words(
    cms: CmsProcess, open_page: OpenPage, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_bytes(b"this is no archive")
    page = await opened(open_page, cms, width=390, height=844, color_scheme="dark")

    await look_at(page, letter, "Stop")

    await expect(newest(page)).to_contain_text("Failed", timeout=60_000)
    await expect(newest(page)).to_contain_text("This is no ZIP archive")
    await assert_accessible(page)


async def test_an_editor_carries_no_sites(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await open_page(f"{cms.url}/admin/transfers", person=login(cms, EVA))
    await expect(page.get_by_text("This is not for you to administer")).to_be_visible()
    await assert_accessible(page)
