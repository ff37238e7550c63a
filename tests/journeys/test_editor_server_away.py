"""The CMS is killed, the line is cut, a window is closed: what was typed is saved, what was sent is not sent again."""

import hashlib
import re
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, Response, expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, field, opened, stored
from tests.journeys.network import line_of
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

MEGABYTE = 1024 * 1024
BIG = samples.pdf() + bytes(12 * MEGABYTE)
PARTS = 13
BROKEN = (
    "ERR_INTERNET_DISCONNECTED",
    "ERR_CONNECTION",
    "ERR_SOCKET",
    "ERR_EMPTY_RESPONSE",
    "ERR_NETWORK",
    "ERR_FAILED",
    "503",
)


class Restartable:
    """A CMS that keeps its address and data when it is killed and started again."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = str(free.getsockname()[1])
        self._folder = folder
        self.process = CmsProcess(folder, "--demo", "--port", self._port)

    def start(self) -> None:
        self.process = CmsProcess(self._folder, "--port", self._port)


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Restartable]:
    running = Restartable(tmp_path_factory.mktemp("away") / "data")
    yield running
    assert running.process.stop() == 0, running.process.said


@pytest.fixture(scope="module")
def eva(cms: Restartable) -> Iterator[Script]:
    script = Script(cms.process, EVA)
    yield script
    script.http.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A file of several parts, another one in each test."""
    path = tmp_path / "Harbour.pdf"
    path.write_bytes(BIG + str(tmp_path).encode())
    return path


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


async def library(open_page: OpenPage, cms: Restartable) -> Page:
    page = await open_page(f"{cms.process.url}/admin/files", person=login(cms.process, EVA))
    await expect(page.get_by_role("button", name="Upload files")).to_be_visible(timeout=60_000)
    return page


def parts_sent(page: Page) -> Counter[str]:
    """How often each part of an upload has arrived, from now on."""
    seen: Counter[str] = Counter()

    def note(response: Response) -> None:
        if response.ok and (part := re.search(r"/uploads/[0-9a-f]{24}/(\d+)\?", response.url)):
            seen[part[1]] += 1

    page.on("response", note)
    return seen


async def on_its_way(page: Page) -> Locator:
    """The upload's row, once some parts have arrived and others have not."""
    row = page.get_by_role("region", name="Uploads", exact=True).get_by_role("listitem")
    await expect(row.get_by_text(re.compile(r"^([2-6]\d) %$"))).to_be_visible(timeout=60_000)
    return row


def stored_hash(eva: Script, name: str) -> list[str]:
    query = "query ($f: FileFilterInput) { files(filter: $f, first: 10) { nodes { data } } }"
    found = eva.ask(query, f={"search": name})["files"]["nodes"]
    return [one["data"]["sha256"] for one in found]


async def test_a_cut_line_stops_an_upload_where_it_is_and_it_goes_on_by_itself(
    cms: Restartable, eva: Script, open_page: OpenPage, film: Path, expect_faults: Callable[..., None]
) -> None:
    expect_faults(*BROKEN)
    page = await library(open_page, cms)
    line, sent = await line_of(page), parts_sent(page)
    await line.slow(upload=2 * MEGABYTE)
    await page.locator("input[type=file]").first.set_input_files(film)
    row = await on_its_way(page)

    await line.cut()
    await expect(row).to_contain_text("It goes on by itself where it was.")
    share = await row.get_by_role("progressbar").get_attribute("aria-valuenow")
    await assert_accessible(page)
    before = dict(sent)
    await line.mend()

    await expect(row.get_by_text("Uploaded")).to_be_visible(timeout=60_000)
    assert share and float(share) >= 20 and before
    assert sent == dict.fromkeys(map(str, range(PARTS)), 1)
    assert sha256_of(film) in stored_hash(eva, "harbour")


async def test_an_upload_goes_on_after_a_reload_when_the_same_file_is_chosen(
    cms: Restartable, eva: Script, open_page: OpenPage, film: Path, tmp_path: Path
) -> None:
    page = await library(open_page, cms)
    line = await line_of(page)
    await line.slow(upload=2 * MEGABYTE)
    await page.locator("input[type=file]").first.set_input_files(film)
    await on_its_way(page)
    page.on("dialog", lambda dialog: dialog.accept())  # the browser asks before it closes the page

    await page.reload()
    await line.mend()
    unfinished = page.get_by_role("region", name="Unfinished uploads")
    await expect(unfinished.get_by_text("Harbour.pdf")).to_be_visible()
    await expect(unfinished.get_by_text("have arrived")).to_be_visible()
    await assert_accessible(page)
    other = tmp_path / "Other.pdf"
    other.write_bytes(samples.pdf())
    again = unfinished.locator("input[type=file]")
    await again.set_input_files(other)
    await expect(unfinished.get_by_role("alert")).to_contain_text("This is another file.")

    sent = parts_sent(page)
    await again.set_input_files(film)

    row = page.get_by_role("region", name="Uploads", exact=True).get_by_role("listitem")
    await expect(row.get_by_text("Uploaded")).to_be_visible(timeout=60_000)
    await expect(unfinished).to_have_count(0)
    assert 0 < len(sent) < PARTS and set(sent.values()) == {1}
    assert sha256_of(film) in stored_hash(eva, "harbour")


async def test_an_unfinished_upload_is_discarded(
    cms: Restartable, eva: Script, open_page: OpenPage, film: Path
) -> None:
    page = await library(open_page, cms)
    line = await line_of(page)
    await line.slow(upload=2 * MEGABYTE)
    await page.locator("input[type=file]").first.set_input_files(film)
    await on_its_way(page)
    page.on("dialog", lambda dialog: dialog.accept())
    await page.reload()
    await line.mend()

    await page.get_by_role("button", name="Discard Harbour.pdf").click()

    unfinished = page.get_by_role("region", name="Unfinished uploads")
    await expect(unfinished).to_have_count(0)
    await page.reload()
    await expect(page.get_by_role("button", name="Upload files")).to_be_visible()
    await expect(unfinished).to_have_count(0)
    assert eva.ask("{ openUploads { id } }")["openUploads"] == []


async def test_what_is_typed_and_sent_while_the_cms_is_killed_is_there_when_it_is_back(
    cms: Restartable, eva: Script, open_page: OpenPage, film: Path, expect_faults: Callable[..., None]
) -> None:
    expect_faults(*BROKEN)
    data = {"kind": "news", "title": {"en": "Before"}, "published_at": "2026-05-01"}
    id = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    form = await opened(open_page, cms.process, EVA, f"/content/NewsItem/{id}?language=en")
    page = await library(open_page, cms)
    line, sent = await line_of(page), parts_sent(page)
    await line.slow(upload=2 * MEGABYTE)
    await page.locator("input[type=file]").first.set_input_files(film)
    row = await on_its_way(page)

    cms.process.kill()
    title = field(form, "title.en")
    await title.fill("Written while nobody was there")
    await expect(form.get_by_role("alert")).to_contain_text("The server does not answer")
    await title.press("End")
    await title.press_sequentially(", and on and on")
    await expect(row).to_contain_text("It goes on by itself where it was.")
    await assert_accessible(form)
    cms.start()
    await line.mend()

    await expect(form.get_by_text("Saved", exact=True)).to_be_visible(timeout=60_000)
    await stored(form)
    await expect(form.get_by_role("alert")).to_have_count(0)
    await expect(row.get_by_text("Uploaded")).to_be_visible(timeout=60_000)
    assert sent == dict.fromkeys(map(str, range(PARTS)), 1)
    words = eva.ask("query ($id: ID!) { item(id: $id) { data } }", id=id)["item"]["data"]["title"]["en"]
    assert words == "Written while nobody was there, and on and on"
    assert sha256_of(film) in stored_hash(eva, "harbour")
