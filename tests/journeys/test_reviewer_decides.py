"""Two reviewers score an application, the manager shortlists it, the decision maker accepts it: one draft edition."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from email.message import EmailMessage

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script
from tests.mail_server import MailServer, serving

CLARA, DANA, ALEX = "calls@example.org", "decisions@example.org", "admin@example.org"
KAREL, RADKA = "reviewer-1@example.org", "reviewer-2@example.org"
BRNO, APPLICANT = "Jihomoravské inovace (demo)", "brno@example.org"
CRITERIA = 6
EDITIONS = """{ items(filter: {type: "Edition", search: "Brno"}, first: 10) {
  nodes { id data states { state liveVersion } } } }"""
PUBLIC = '{ site(key: "eccp", locale: "en") { editions(first: 50) { nodes { listLabel } } } }'


@pytest.fixture(scope="module")
async def mails() -> AsyncIterator[MailServer]:
    async with serving() as server:
        yield server


@pytest.fixture(scope="module")
async def cms(mails: MailServer, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[CmsProcess]:
    data = tmp_path_factory.mktemp("reviewing") / "data"
    process = await asyncio.to_thread(CmsProcess, data, "--demo", smtp_url=mails.url())
    yield process
    assert await asyncio.to_thread(process.stop) == 0, process.said


@pytest.fixture
def alex(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, ALEX)
    yield script
    script.http.close()


async def at(open_page: OpenPage, cms: CmsProcess, email: str, organisation: str, **options: object) -> Page:
    """At an application, found in the list."""
    page = await open_page(f"{cms.url}/admin/applications", **options, person=login(cms, email))
    await expect(page.get_by_role("heading", level=1)).to_have_text("Applications")
    await page.get_by_role("link", name=organisation).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(organisation)
    await expect(page.get_by_role("heading", name="At a glance")).to_be_visible()
    return page


async def score(page: Page, digit: str) -> None:
    """By keyboard: one digit for each criterion."""
    groups = page.get_by_role("radiogroup")
    await expect(groups).to_have_count(CRITERIA)
    for place in range(CRITERIA):
        await groups.nth(place).get_by_role("radio").first.focus()
        await page.keyboard.press(digit)
    await expect(page.get_by_text(f"{int(digit) * 20} points of 100")).to_be_visible()
    await page.get_by_label("Reasons").fill("A theme that the region works on.")
    await page.get_by_role("button", name="Hand in").click()
    await expect(page.get_by_text("Your review is in.")).to_be_visible()


async def mail_to(mails: MailServer, email: str, subject: str) -> EmailMessage:
    for _try in range(300):
        for one in mails.received:
            if email in str(one["To"]) and subject in str(one["Subject"]):
                return one
        await asyncio.sleep(0.1)
    raise AssertionError([str(one["Subject"]) for one in mails.received])


async def test_from_two_blind_reviews_to_one_draft_edition(
    cms: CmsProcess, mails: MailServer, alex: Script, open_page: OpenPage
) -> None:
    karel = await at(open_page, cms, KAREL, BRNO, width=390, height=844)
    await expect(karel.get_by_text("You can read it once you have said")).to_be_visible()
    await assert_accessible(karel)
    await karel.get_by_role("button", name="I have none").click()
    await expect(karel.get_by_role("heading", name="Logistics")).to_be_visible()
    await expect(karel.get_by_text(APPLICANT)).to_have_count(0)
    await assert_accessible(karel)
    await score(karel, "4")
    await expect(karel.get_by_role("heading", name="Reviews")).to_be_visible()
    await expect(karel.get_by_role("columnheader", name="Radka")).to_have_count(0)

    radka = await at(open_page, cms, RADKA, BRNO, color_scheme="dark")
    await radka.get_by_role("button", name="I have none").click()
    await expect(radka.get_by_text("A theme that the region works on.")).to_have_count(0)
    await score(radka, "5")
    await expect(radka.get_by_role("columnheader", name="Karel Kritik (demo)")).to_be_visible()
    await assert_accessible(radka)

    clara = await at(open_page, cms, CLARA, BRNO)
    await expect(clara.get_by_text("90 points of 100")).to_be_visible()
    await clara.get_by_role("button", name="Shortlist").click()
    await clara.get_by_label("Message to the applicant").fill("Děkujeme za pečlivou přípravu.")
    await expect(clara.get_by_label("The mail that goes out")).to_contain_text("Děkujeme za pečlivou přípravu.")
    await assert_accessible(clara)
    await clara.get_by_role("button", name="Shortlist and send").click()
    await expect(clara.get_by_text("Shortlisted").first).to_be_visible()
    await expect(clara.get_by_role("button", name="Accept")).to_have_count(0)
    shortlisted = await mail_to(mails, APPLICANT, "CMR-")
    assert "Děkujeme za pečlivou přípravu." in str(shortlisted.get_body(("plain",)).get_content())  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]

    dana = await at(open_page, cms, DANA, BRNO)
    await dana.get_by_role("button", name="Accept").click()
    await expect(dana.get_by_label("The mail that goes out")).to_contain_text(APPLICANT)
    await dana.get_by_role("button", name="Accept and send").click()
    await expect(dana.get_by_role("link", name="Open the draft edition")).to_be_visible()
    await expect(dana.get_by_role("button", name=re.compile("Accept|Reject"))).to_have_count(0)
    await mail_to(mails, APPLICANT, "Přijato")
    invitation = await mail_to(mails, APPLICANT, "")
    assert invitation

    (edition,) = alex.ask(EDITIONS)["items"]["nodes"]
    assert edition["states"] == [] or all(one["liveVersion"] is None for one in edition["states"])
    assert edition["data"]["tentative"] is True and len(edition["data"]["partners"]) == 3
    async with httpx.AsyncClient(base_url=cms.url) as visitor:
        answer = (await visitor.post("/graphql", json={"query": PUBLIC})).json()
    public = answer["data"]["site"]["editions"]["nodes"]
    assert public and not [one for one in public if "Brno" in one["listLabel"]]


async def test_the_ranking_shows_who_disagrees_and_two_are_read_side_by_side(
    cms: CmsProcess, open_page: OpenPage
) -> None:
    page = await open_page(f"{cms.url}/admin/ranking", person=login(cms, DANA))
    await expect(page.get_by_role("heading", level=1)).to_have_text("Ranking")
    row = page.get_by_role("row", name=re.compile("Minho Business Network"))
    await expect(row.get_by_text("2.2")).to_be_visible()
    await expect(page.get_by_role("table", name="Countries")).to_contain_text("Portugal")
    await assert_accessible(page)

    for name in ("Minho Business Network (demo)", "Клъстер Тракия (демо)"):
        await page.get_by_role("checkbox", name=f"Choose {name}").check()
    await page.get_by_role("link", name="Read side by side").click()

    await expect(page.get_by_role("heading", level=1)).to_have_text("Side by side")
    await expect(page.get_by_text("Textiles that come back")).to_be_visible()
    await expect(page.get_by_text("Хранителни системи на бъдещето")).to_be_visible()
    await assert_accessible(page)


async def test_the_manager_checks_shares_out_and_takes_the_tables_away(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await at(open_page, cms, CLARA, "Prešov Region (demo)")
    await page.get_by_role("button", name="Check admissibility").click()
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Found admissible by Clara Calls")).to_be_visible()
    await page.get_by_role("button", name="Assign reviewers").click()
    for name in ("Karel Kritik (demo)", "Radka Rozvážná (demo)"):
        await page.get_by_role("checkbox", name=re.compile(re.escape(name))).check()
    await assert_accessible(page)
    await page.get_by_role("dialog").get_by_role("button", name="Assign reviewers").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.get_by_role("button", name="Begin the review").click()
    await page.get_by_role("dialog").get_by_role("button", name="Begin the review").click()
    await expect(page.get_by_text("Under review").first).to_be_visible()

    await page.get_by_role("link", name="All applications").click()
    await page.get_by_role("button", name="Export").click()
    for name, start in (("Workbook", b"PK"), ("Ranking to be printed", b"%PDF")):
        item = page.get_by_role("menuitem", name=re.compile(name))
        await expect(item).to_be_visible()
        address = await item.get_attribute("href")
        answer = await page.request.get(f"{cms.url}{address}")
        assert answer.status == 200 and (await answer.body()).startswith(start)
