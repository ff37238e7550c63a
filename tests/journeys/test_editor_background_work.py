"""What went wrong unseen: mails that a server refused, work that is stuck, a release that cannot go live."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, expect
from pymongo import AsyncMongoClient

from cms.kernel.engines import engines_for
from cms.kernel.settings import Settings
from storage.documents import OutboxEvent
from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script
from tests.mail_server import MailServer, serving

ALEX, EVA, EMA = "admin@example.org", "editor@example.org", "editor-nca@example.org"


@pytest.fixture(scope="module")
async def mails() -> AsyncIterator[MailServer]:
    async with serving() as server:
        yield server


@pytest.fixture(scope="module")
async def cms(mails: MailServer, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[CmsProcess]:
    """One that sends its mails to the test's own server."""
    data = tmp_path_factory.mktemp("background") / "data"
    process = await asyncio.to_thread(CmsProcess, data, "--demo", smtp_url=mails.url())
    yield process
    assert await asyncio.to_thread(process.stop) == 0, process.said


@pytest.fixture
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


async def opened(open_page: OpenPage, cms: CmsProcess, path: str, email: str = ALEX, **options: object) -> Page:
    page = await open_page(f"{cms.url}/admin{path}", **options, person=login(cms, email))
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


async def park(cms: CmsProcess, name: str, count: int) -> None:
    """As workers leave what has failed eight times."""
    now = datetime.now(UTC)
    wrong = {"state": "parked", "tries": 8, "error": "the index is not there"}
    events = [OutboxEvent.model_construct(name=name, at=now, due_at=now, site="eccp", **wrong) for _ in range(count)]
    settings = Settings(data_dir=cms.data_dir)
    async with engines_for(settings, attach=True) as engines, AsyncMongoClient(engines.mongodb_url) as client:
        outbox = client[settings.mongodb_database]["outbox"]
        template = await outbox.find_one({"state": "done"})
        assert template
        documents = [{**template, **one.model_dump(include={"name", "at", "due_at", "site", *wrong})} for one in events]
        await outbox.insert_many([{**one, "_id": f"parked-{name}-{at}"} for at, one in enumerate(documents)])


async def test_a_mail_that_the_server_refused_is_read_and_sent_again(
    cms: CmsProcess, mails: MailServer, open_page: OpenPage
) -> None:
    mails.recipient_answer = "550 there is nobody of that name"
    email = f"nora-{uuid4().hex}@example.org"  # a second try finds nothing of the first
    script = Script(cms, ALEX)
    invite = """mutation ($i: CreatePersonInput!) { createPerson(input: $i) { refusal { message } } }"""
    person = {"email": email, "name": "Nora", "locale": "cs", "roles": []}
    await asyncio.to_thread(script.ask, invite, i=person)
    script.http.close()
    page = await opened(open_page, cms, "/mails")
    row = page.get_by_role("list", name="Mails").get_by_role("listitem").filter(has_text=email)
    await expect(row).to_contain_text("Failed")
    await expect(row).to_contain_text("there is nobody of that name")
    await row.get_by_role("button", name=re.compile("^Read")).click()
    await expect(row).to_contain_text("Invitation")
    await expect(row.locator("[lang=cs]").last).to_contain_text("Nora")
    await assert_accessible(page)

    mails.recipient_answer = None
    await row.get_by_role("button", name="Send again").click()
    await expect(row).to_contain_text("Sent")
    assert [str(one["To"]) for one in mails.received if email in str(one["To"])] == [f"Nora <{email}>"]

    await page.get_by_role("radiogroup", name="State").get_by_text("Failed").click()
    await expect(page.get_by_text("No such mail")).to_be_visible()
    await page.get_by_role("radiogroup", name="State").get_by_text("All").click()
    await page.get_by_role("searchbox", name="Whole address").fill(email)
    await expect(page.get_by_role("list", name="Mails").get_by_role("listitem")).to_have_count(1)


async def test_stuck_work_is_tried_again_or_given_up(cms: CmsProcess, open_page: OpenPage) -> None:
    await park(cms, "ItemShared", 3)
    await park(cms, "ItemWithdrawn", 2)
    page = await opened(open_page, cms, "/outbox", width=390, height=844)
    events = page.get_by_role("list", name="Pieces of work").get_by_role("listitem")
    await expect(events).to_have_count(5)
    await expect(events.first).to_contain_text("the index is not there")
    await assert_accessible(page)

    await page.get_by_role("button", name="Try all again: After sharing").click()
    await expect(page.get_by_text("3 are being tried again.")).to_be_visible()
    await expect(events).to_have_count(2)
    await events.first.get_by_role("button", name="Give up").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("This cannot be taken back.")
    await dialog.get_by_role("button", name="Give up").click()
    await expect(events).to_have_count(1)
    await events.first.get_by_role("button", name="Try again").click()
    await expect(page.get_by_role("heading", name="Nothing is stuck")).to_be_visible()

    await page.get_by_role("radiogroup", name="State").get_by_text("Given up").click()
    await expect(events).to_have_count(1)
    await expect(events.first).to_contain_text("given up")


async def test_a_release_is_made_mended_scheduled_and_goes_live(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    news = {"kind": "news", "title": {"en": "Zebra opens the season"}, "published_at": "2026-02-01"}
    edition = {
        "series": eva.first("Series", "clusters meet regions"),
        "city": {"en": "Zagreb"},
        "country": "HR",
        "start": "2027-06-01",
        "end": "2027-06-02",
        "time_zone": "Europe/Zagreb",
    }
    eva.do("createItem", type="NewsItem", site="eccp", data=news)
    id = eva.do("createItem", type="Edition", site="eccp", data=edition)["id"]
    page = await opened(open_page, cms, "/releases", EVA)
    await page.get_by_role("button", name="New release").click()
    await page.get_by_role("textbox", name="Name").fill("Zagreb goes live")
    await assert_accessible(page)
    await page.get_by_role("button", name="Make the release").click()
    await expect(page.get_by_role("heading", name="Nothing is in it yet")).to_be_visible()
    await added(page, "zebra")
    await added(page, "zagreb")
    items = page.get_by_role("list", name="What is in it").get_by_role("listitem")
    await expect(items).to_have_count(2)
    await expect(items.filter(has_text="Zagreb")).to_contain_text("Theme, English: is missing")
    await expect(page.get_by_role("button", name="Publish now")).to_be_disabled()
    await assert_accessible(page)

    changes = {"theme": {"en": "Food"}, "lead_before": {"en": "Meet us."}}
    version = eva.ask("query ($id: ID!) { item(id: $id) { version } }", id=id)["item"]["version"]
    eva.do("updateItem", id=id, baseVersion=version, changes=changes)
    await page.reload()
    await expect(page.get_by_text("Everything in it can go live.")).to_be_visible()
    await page.get_by_role("button", name="Schedule").click()
    moment = datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(minutes=2)
    await page.get_by_label("Day and time").fill(moment.strftime("%Y-%m-%dT%H:%M"))
    await expect(page.get_by_text(re.compile("Time of Europe/Brussels"))).to_be_visible()
    await assert_accessible(page)
    await page.get_by_role("dialog").get_by_role("button", name="Schedule").click()
    await expect(page.get_by_text(re.compile("goes live .* scheduled by Eva"))).to_be_visible()
    await expect(items.first).to_contain_text("version")

    await page.get_by_role("button", name="Cancel the schedule").click()
    await page.get_by_role("button", name="Publish now").click()
    await page.get_by_role("dialog").get_by_role("button", name="Publish now").click()
    await expect(page.get_by_text("Zagreb goes live is published.")).to_be_visible()
    await expect(page.get_by_role("button", name="Publish now")).to_have_count(0)
    query = '{ site(key: "eccp") { newsItem(slug: "zebra-opens-the-season") { title } } }'
    shown = eva.http.post("/graphql", json={"query": query}).json()
    assert shown["data"]["site"]["newsItem"] == {"title": "Zebra opens the season"}


async def added(page: Page, search: str) -> None:
    await page.get_by_role("combobox", name="Item").fill(search)
    await page.get_by_role("listbox").get_by_role("option", name=re.compile(search, re.IGNORECASE)).first.click()
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_role("combobox", name="Item")).to_have_value("")


async def test_a_release_that_failed_says_why(cms: CmsProcess, eva: Script, open_page: OpenPage) -> None:
    data = {"kind": "news", "title": {"en": "Gone before its time"}, "published_at": "2026-02-01"}
    id = eva.do("createItem", type="NewsItem", site="eccp", data=data)["id"]
    make = "mutation ($i: CreateReleaseInput!) { createRelease(input: $i) { release { id } } }"
    release = eva.ask(make, i={"site": "eccp", "name": "Too late"})["createRelease"]["release"]["id"]
    add = "mutation ($i: AddToReleaseInput!) { addToRelease(input: $i) { refusal { message } } }"
    eva.ask(add, i={"id": release, "entries": [{"id": id, "locales": ["en"]}]})
    at = (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(seconds=4)).replace(tzinfo=None)
    plan = "mutation ($i: ScheduleReleaseInput!) { scheduleRelease(input: $i) { refusal { message } } }"
    assert (
        eva.ask(plan, i={"id": release, "at": at.isoformat(timespec="seconds")})["scheduleRelease"]["refusal"] is None
    )
    eva.do("deleteItem", id=id)

    page = await opened(open_page, cms, f"/releases/{release}", EVA, color_scheme="dark")
    alert = page.get_by_role("alert").filter(has_text="It failed on")
    await expect(alert).to_contain_text("It was deleted; take it out of the release.", timeout=30_000)
    await assert_accessible(page)
    await page.get_by_role("button", name=re.compile("out of the release")).click()
    await expect(page.get_by_role("heading", name="Nothing is in it yet")).to_be_visible()


async def test_somebody_of_another_site_reads_a_release_and_changes_nothing(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    make = "mutation ($i: CreateReleaseInput!) { createRelease(input: $i) { release { id } } }"
    release = eva.ask(make, i={"site": "eccp", "name": "Not yours"})["createRelease"]["release"]["id"]
    page = await opened(open_page, cms, f"/releases/{release}", EMA)
    await expect(page.get_by_text(re.compile("There is no such release|Nothing is in it yet"))).to_be_visible()
    await expect(page.get_by_role("button", name="Publish now")).to_have_count(0)
    await page.goto(f"{cms.url}/admin/mails")
    await expect(page.get_by_text("This is not for you to administer")).to_be_visible()
    await page.goto(f"{cms.url}/admin/outbox")
    await expect(page.get_by_text("This is not for you to administer")).to_be_visible()
    await assert_accessible(page)
