"""An application that lacks something is given back once, completed by the applicant and submitted again."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.files.samples import pdf
from tests.journeys.applying import ByApi, answers_for, text_of
from tests.journeys.applying_in_browser import address_of, upload_letter
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login
from tests.mail_server import MailServer, serving

CLARA, ORGANISATION, MISSING = "calls@example.org", "Ostrava Forge Cluster", "The letter names another region."


@pytest.fixture
async def mails() -> AsyncIterator[MailServer]:
    async with serving() as server:
        yield server


@pytest.fixture
async def cms(mails: MailServer, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[CmsProcess]:
    data = tmp_path_factory.mktemp("given-back") / "data"
    process = await asyncio.to_thread(CmsProcess, data, "--demo", smtp_url=mails.url())
    yield process
    assert await asyncio.to_thread(process.stop) == 0, process.said


@pytest.fixture
async def jana(cms: CmsProcess, mails: MailServer) -> ByApi:
    """Her application is submitted."""
    jana = ByApi(cms.url, mails, "jana@applicants.example")
    await jana.arrive()
    draft = await jana.save(await jana.start(), await answers_for(jana, organisation=ORGANISATION))
    draft = (await jana.upload(draft["id"], pdf(), "letter.pdf"))["application"]
    assert (await jana.submit(draft))["application"]["status"] == "SUBMITTED"
    return jana


async def opened_by_clara(open_page: OpenPage, cms: CmsProcess) -> Page:
    page = await open_page(f"{cms.url}/admin/applications", person=login(cms, CLARA))
    await page.get_by_role("link", name=ORGANISATION).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(ORGANISATION)
    return page


async def give_back(page: Page) -> None:
    await page.get_by_role("button", name="Give back").click()
    await page.get_by_label("Reasons").fill(MISSING)
    await expect(page.get_by_label("The mail that goes out")).to_contain_text(MISSING)
    await assert_accessible(page)
    await page.get_by_role("button", name="Give back and send").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def go_on(open_page: OpenPage, mail: str) -> Page:
    """With the link in the mail, on a device that does not know the applicant."""
    link = re.search(r"http://\S+", mail)
    assert link is not None
    page = await open_page(link[0])
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("link", name=re.compile("Continue")).click()
    await expect(page.get_by_text("was returned to you for completion")).to_be_visible()
    await expect(page.get_by_text(MISSING)).to_be_visible()
    await assert_accessible(page)
    return page


async def complete(page: Page) -> None:
    address = address_of(page)
    await upload_letter(page, address, pdf(pages=3), "right-letter.pdf")
    await expect(page.get_by_role("link", name="right-letter.pdf")).to_be_visible()
    await page.goto(f"{address}review")
    await page.get_by_role("button", name="Send the application").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("We have received your application")


async def test_it_is_given_back_completed_submitted_again_and_not_given_back_twice(
    cms: CmsProcess, jana: ByApi, open_page: OpenPage
) -> None:
    await give_back(await opened_by_clara(open_page, cms))

    mail = text_of(await jana.mail(said="Please complete"))
    assert MISSING in mail and re.search(r"18:00\u00a0CES?T", mail)
    applicant = await go_on(open_page, mail)
    before = len(jana.received())
    await complete(applicant)

    history = applicant.get_by_role("list").last
    await expect(history.get_by_role("listitem")).to_contain_text(
        ["Submitted", re.compile(f"Given back to be completed.*{MISSING}"), "Submitted", "Draft"]
    )
    receipt = await jana.mail(before, said="CMR-")
    assert [one.get_content_type() for one in receipt.iter_attachments()] == ["application/pdf"]

    clara = await opened_by_clara(open_page, cms)
    await expect(clara.get_by_role("button", name="Check admissibility")).to_be_visible()
    await expect(clara.get_by_role("button", name="Give back")).to_have_count(0)
    await expect(clara.get_by_text("right-letter.pdf")).to_be_visible()
