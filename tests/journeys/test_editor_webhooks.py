"""Programs are told of changes: added with a secret shown once, tested, looked after when they fail, and told again."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Page, expect
from standardwebhooks.webhooks import Webhook

from tests.browser import OpenPage, assert_accessible
from tests.cms.webhooks.receiver import Receiver, receiving, status
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

ALEX, EVA = "admin@example.org", "editor@example.org"
LOOPBACK = "127.0.0.0/8"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    """One whose webhooks may reach this machine."""
    data = tmp_path_factory.mktemp("webhooks") / "data"
    process = CmsProcess(data, "--demo", webhook_allowed_networks=LOOPBACK)
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as one:
        yield one


@pytest.fixture
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


async def opened(open_page: OpenPage, cms: CmsProcess, path: str, email: str = ALEX, **options: object) -> Page:
    page = await open_page(f"{cms.url}/admin{path}", **options, person=login(cms, email))
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


async def added(page: Page, url: str, name: str) -> str:
    """The secret."""
    await page.get_by_role("combobox", name="Site").click()
    await page.get_by_role("option", name="European Cluster").click()
    await page.get_by_role("textbox", name="URL").fill(url)
    await page.get_by_role("textbox", name="Name").fill(name)
    await page.get_by_role("button", name="Add and show the secret").click()
    dialog = page.get_by_role("dialog", name="Secret of the webhook")
    secret = await dialog.get_by_role("textbox").inner_text()
    await assert_accessible(page)
    await dialog.get_by_role("button", name="I have kept it").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return secret


def ids(receiver: Receiver) -> list[str]:
    return [one.headers["webhook-id"] for one in receiver.received]


async def received(receiver: Receiver, count: int) -> None:
    async with asyncio.timeout(30):
        while len(receiver.received) < count:
            await asyncio.sleep(0.05)


def publish_news(eva: Script, title: str) -> None:
    data = {"kind": "news", "title": {"en": title}, "published_at": "2026-01-01"}
    id = eva.do("createItem", type="NewsItem", site="eccp", data=data)["id"]
    eva.do("publishItem", id=id, locales=["en"])


async def test_a_webhook_is_added_tested_and_told_again(
    cms: CmsProcess, eva: Script, receiver: Receiver, open_page: OpenPage
) -> None:
    page = await opened(open_page, cms, "/webhooks/new")
    await assert_accessible(page)
    secret = await added(page, receiver.url, "Website builder")
    await expect(page.get_by_text("Nothing was sent yet")).to_be_visible()
    await page.get_by_role("button", name="Send a test").click()

    log = page.get_by_role("region", name="Delivery log")
    await expect(log.get_by_role("listitem")).to_have_count(1)
    await expect(log.get_by_role("listitem")).to_contain_text("Delivered")
    first = receiver.received[0]
    assert json.loads(first.body)["type"] == "webhook.ping"
    Webhook(secret).verify(first.body, first.headers)

    publish_news(eva, "Told to programs")
    await received(receiver, 2)
    await page.reload()
    told = log.get_by_role("listitem").filter(has_text="Published")
    await expect(told).to_contain_text("answered 204")
    await told.get_by_role("button", name=re.compile("Details of")).click()
    await expect(told.get_by_role("group", name="Request")).to_contain_text("/news/told-to-programs")
    await expect(told.get_by_role("group", name="Request")).to_contain_text(receiver.received[1].headers["webhook-id"])
    await assert_accessible(page)
    await told.get_by_role("button", name="Send again").click()
    await received(receiver, 3)
    await page.get_by_role("button", name="Tell again").click()
    dialog = page.get_by_role("dialog", name="Tell again of a period")
    await dialog.get_by_role("button", name="An hour ago").click()
    await assert_accessible(page)
    await dialog.get_by_role("button", name="Tell again").click()
    await expect(dialog).to_be_hidden()
    async with asyncio.timeout(30):
        while ids(receiver).count(ids(receiver)[1]) < 3:
            await asyncio.sleep(0.05)


async def test_a_failing_receiver_is_seen_and_told_once_it_is_mended(
    cms: CmsProcess, receiver: Receiver, open_page: OpenPage
) -> None:
    receiver.will(status(500, b"no space left on device"))
    page = await opened(open_page, cms, "/webhooks/new", width=390, height=844)
    await added(page, receiver.url, "Cache")
    await page.get_by_role("button", name="Send a test").click()
    row = page.get_by_role("region", name="Delivery log").get_by_role("listitem")
    await expect(row).to_contain_text("answered 500")
    await row.get_by_role("button", name=re.compile("Details of")).click()
    await expect(row).to_contain_text("no space left on device")
    await assert_accessible(page)

    receiver.will(status(204))
    await row.get_by_role("button", name="Send again").click()
    await expect(row).to_contain_text("Delivered")
    await expect(row).to_contain_text("2 tries")


async def test_one_that_says_it_is_gone_is_switched_off_and_on_again(
    cms: CmsProcess, eva: Script, receiver: Receiver, open_page: OpenPage
) -> None:
    receiver.will(status(410))
    page = await opened(open_page, cms, "/webhooks/new", color_scheme="dark")
    await added(page, receiver.url, "Gone")
    publish_news(eva, "Nobody listens")
    await received(receiver, 1)

    async with asyncio.timeout(30):
        while not await page.get_by_text("the receiver says that it is gone").is_visible():
            await page.reload()
            await expect(page.get_by_role("button", name="Send a test")).to_be_visible()
    await assert_accessible(page)
    await page.get_by_role("button", name="Switch it on again").click()
    await expect(page.get_by_text("The webhook is on again.")).to_be_visible()
    await expect(page.get_by_text("the receiver says that it is gone")).to_be_hidden()

    await page.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="New secret").click()
    await page.get_by_role("dialog").get_by_role("button", name="Make a new secret").click()
    shown = page.get_by_role("dialog", name="Secret of the webhook")
    secret = await shown.get_by_role("textbox").inner_text()
    await shown.get_by_role("button", name="I have kept it").click()
    await expect(page.get_by_text("messages are signed with the secret before, too")).to_be_visible()
    receiver.will(status(200))
    await page.get_by_role("button", name="Send a test").click()
    await received(receiver, 2)
    Webhook(secret).verify(receiver.received[1].body, receiver.received[1].headers)

    await page.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name="Delete").click()
    await page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Webhooks")
    await expect(page.get_by_role("link", name="Gone")).to_have_count(0)


async def test_what_cannot_be_a_webhook_is_said_at_its_field(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, "/webhooks/new")
    await page.get_by_role("combobox", name="Site").click()
    await page.get_by_role("option", name="European Cluster").click()
    await page.get_by_role("textbox", name="URL").fill("http://10.0.0.7/hook")
    await page.get_by_role("checkbox", name="Published").uncheck()
    await page.get_by_role("checkbox", name="Taken away").uncheck()
    await page.get_by_role("button", name="Add and show the secret").click()

    await expect(page.get_by_text("This address is not on the public internet.")).to_be_visible()
    await expect(page.get_by_text("Choose at least one.")).to_be_visible()
    await assert_accessible(page)


async def test_an_editor_is_told_that_webhooks_are_not_hers(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await opened(open_page, cms, "/webhooks", EVA)
    await expect(page.get_by_text("This is not for you to administer")).to_be_visible()
    await expect(page.get_by_role("link", name="Webhooks")).to_have_count(0)
    await assert_accessible(page)
