"""An administrator lets somebody in: invited by mail, with a role that works, taken away again, and shut out."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import sign_in
from tests.journeys.test_management_editor_script import Script

ALEX, EMA, NINA = "admin@example.org", "editor-nca@example.org", "nina@example.org"
PASSWORD = "seven quiet boats at noon"
MAILS = "{ mails(first: 5) { nodes { to text } } }"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("people") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture(scope="module")
def alex(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, ALEX)
    yield script
    script.http.close()


async def choose(page: Page, name: str, option: str) -> None:
    await page.get_by_role("combobox", name=name, exact=True).click()
    await page.get_by_role("option", name=option).click()


def link_to(alex: Script, email: str) -> str:
    """What the mail says that was kept, as no mail server is set."""
    text = next(mail["text"] for mail in alex.ask(MAILS)["mails"]["nodes"] if mail["to"] == email)
    address = urlsplit(re.findall(r"https?://\S+", text)[0])
    return f"{address.path}?{address.query}"


async def enter(page: Page, email: str) -> None:
    await page.get_by_label("E-mail").fill(email)
    await page.get_by_role("textbox", name="Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()


async def test_somebody_is_invited_and_works_until_the_account_is_closed(
    cms: CmsProcess, alex: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("400", "401")
    page = await open_page(f"{cms.url}/admin/")
    await sign_in(page, cms, ALEX)
    await page.get_by_role("link", name="People and rights").click()
    await expect(page.get_by_role("link", name="Eva Editor")).to_be_visible()
    await assert_accessible(page)
    await page.get_by_role("link", name="Invite somebody").click()
    await page.get_by_role("textbox", name="Name").fill("Nina Nová")
    await page.get_by_role("textbox", name="E-mail").fill(EMA)
    await choose(page, "Where", "National Cluster Association")
    await choose(page, "Role", "Contributor")
    await assert_accessible(page)
    await page.get_by_role("button", name="Send the invitation").click()
    await expect(page.get_by_text("Somebody has an account with this address already.")).to_be_visible()
    await page.get_by_role("textbox", name="E-mail").fill(NINA)
    await page.get_by_role("button", name="Send the invitation").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Nina Nová")
    await expect(page.get_by_text("has not chosen a password yet")).to_be_visible()
    await assert_accessible(page)

    link = link_to(alex, NINA)
    nina = await open_page(cms.url + link)
    await nina.get_by_role("textbox", name="New password").fill("short")
    await nina.get_by_role("button", name="Set the password").click()
    await expect(nina.get_by_text("Use at least 12 characters.")).to_be_visible()
    await assert_accessible(nina)
    await nina.get_by_role("textbox", name="New password").fill(PASSWORD)
    await nina.get_by_role("button", name="Set the password").click()
    await nina.get_by_role("link", name="Sign in").click()
    await enter(nina, NINA)
    await expect(nina.get_by_role("heading", level=1)).to_contain_text("Nina Nová")
    await expect(nina.get_by_role("navigation").get_by_role("link", name="Audit trail")).to_be_visible()
    await expect(nina.get_by_role("navigation").get_by_role("link", name="People and rights")).to_have_count(0)
    made = await nina.evaluate(CREATE)
    assert made["data"]["createItem"]["item"]["site"] == "nca", made

    await choose(page, "Where", "All sites")
    await choose(page, "Role", "Editor")
    await page.get_by_role("button", name="Give").first.click()
    await page.get_by_role("button", name="Take away: Contributor, National Cluster Association").click()
    await expect(page.get_by_role("button", name=re.compile("Take away: Contributor"))).to_have_count(0)
    await expect(page.get_by_role("button", name="Take away: Editor, All sites")).to_be_visible()
    await page.get_by_role("button", name="Close the account").click()
    await page.get_by_role("dialog").get_by_role("button", name="Close the account").click()
    await expect(page.get_by_role("button", name="Open the account again")).to_be_visible()
    await nina.reload()
    await enter(nina, NINA)
    await expect(nina.get_by_role("alert")).to_have_text("The e-mail or the password is wrong.")

    used = await open_page(cms.url + link)
    await used.get_by_role("textbox", name="New password").fill(PASSWORD)
    await used.get_by_role("button", name="Set the password").click()
    await expect(used.get_by_role("alert")).to_contain_text("This link has expired, or one of your links was used")
    await used.get_by_label("E-mail").fill(EMA)
    await used.get_by_role("button", name="Send the link").click()
    await expect(used.get_by_role("status")).to_contain_text("a mail with a link is on its way")
    await assert_accessible(used)


async def test_whoever_manages_nobody_sees_nobody(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await open_page(f"{cms.url}/admin/people")
    await sign_in(page, cms, EMA)

    await expect(page.get_by_role("heading", name="People are managed by administrators")).to_be_visible()
    await expect(page.get_by_role("navigation").get_by_role("link", name="Releases")).to_be_visible()
    await expect(page.get_by_role("navigation").get_by_role("link", name="People and rights")).to_have_count(0)
    await assert_accessible(page)


async def test_account_and_people_fit_a_phone_in_the_dark(cms: CmsProcess, open_page: OpenPage) -> None:
    page = await open_page(f"{cms.url}/admin/people", width=390, height=844, color_scheme="dark")
    await sign_in(page, cms, ALEX)
    await page.get_by_role("link", name="Ema Redaktorka").click()
    await expect(page.get_by_role("button", name="Close the account")).to_be_visible()
    await assert_accessible(page)
    assert await page.evaluate(TOO_WIDE) == 0

    for part in ("profile", "sign-in", "sessions", "tokens"):
        await page.goto(f"{cms.url}/admin/account/{part}")
        await expect(page.get_by_role("tabpanel").get_by_role("heading").first).to_be_visible()
        await assert_accessible(page)
        assert await page.evaluate(TOO_WIDE) == 0


TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CREATE = """async () => (await fetch('/management/graphql', {
  method: 'POST', headers: {'content-type': 'application/json', accept: 'application/json'},
  body: JSON.stringify({query: `mutation { createItem(input: {type: "NewsItem", site: "nca", data: {}}) {
    item { site } refusal { code } } }`}) })).json()"""
