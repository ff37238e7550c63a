"""One's own account: name and language, a second factor at sign-in and in place, and what a session's end costs."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect
from pyotp.totp import TOTP

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import password_of, sign_in
from tests.journeys.test_management_editor_script import Script

CLARA, EVA = "calls@example.org", "editor@example.org"
BEGIN = "mutation ($p: String) { beginSecondFactor(input: {password: $p}) { enrolment { secret } } }"
CONFIRM = "mutation ($c: String!) { confirmSecondFactor(input: {code: $c}) { recoveryCodes } }"
END_OTHERS = "mutation { endSessions(input: {}) { ended } }"


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    process = CmsProcess(tmp_path_factory.mktemp("account") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture
def eva(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, EVA)
    yield script
    script.http.close()


async def part(page: Page, name: str) -> None:
    await page.get_by_role("tab", name=name).click()


async def turn_on_second_factor(page: Page, password: str) -> tuple[str, list[str]]:
    """(secret, recovery codes)"""
    await part(page, "Signing in")
    await page.get_by_role("button", name="Turn on the second factor").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Password").fill("not it")
    await dialog.get_by_role("button", name="Continue").click()
    await expect(dialog.get_by_text("This is not your current password.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Password").fill(password)
    await dialog.get_by_role("button", name="Continue").click()
    await expect(dialog.get_by_role("img", name="QR code")).to_be_visible()
    await assert_accessible(page)
    secret = (await dialog.get_by_test_id("secret").inner_text()).replace(" ", "")
    await dialog.get_by_role("textbox", name="Code").fill(TOTP(secret).at(datetime.now(UTC)))
    await dialog.get_by_role("button", name="Turn on").click()
    listed = dialog.get_by_role("list", name="Recovery codes").get_by_role("listitem")
    await expect(listed).to_have_count(10)
    codes = await listed.all_inner_texts()
    await assert_accessible(page)
    await dialog.get_by_role("button", name="I have kept them").click()
    await expect(page.get_by_text("10 recovery codes are left.")).to_be_visible()
    return secret, codes


async def test_a_person_changes_name_and_language_and_gets_in_with_a_second_factor(
    cms: CmsProcess, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("401")
    page = await open_page(f"{cms.url}/admin/account")
    await sign_in(page, cms, CLARA)
    await page.get_by_role("textbox", name="Name").fill("Clara Callova")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("button", name="Account of Clara Callova")).to_be_visible()
    await assert_accessible(page)

    secret, codes = await turn_on_second_factor(page, password_of(cms, CLARA))
    assert len(set(codes)) == 10
    other = await open_page(f"{cms.url}/admin/account/sessions")
    await sign_in(other, cms, CLARA)
    await other.get_by_role("textbox", name="Code").fill("000000")
    await other.get_by_role("button", name="Sign in").click()
    await expect(other.get_by_role("alert")).to_contain_text("This code is wrong")
    await assert_accessible(other)
    next_code = TOTP(secret).at(datetime.now(UTC) + timedelta(seconds=30))
    await other.get_by_role("textbox", name="Code").fill(next_code)
    await other.get_by_role("button", name="Sign in").click()
    await expect(other.get_by_text("This browser")).to_be_visible()
    await expect(other.get_by_text("by password and code")).to_be_visible()

    await other.get_by_role("button", name=re.compile("End the session of")).click()
    await expect(other.get_by_role("button", name=re.compile("End the session of"))).to_have_count(0)
    await part(page, "Where I am signed in")
    dialog = page.get_by_role("dialog", name="Sign in again to go on")
    await dialog.get_by_role("textbox", name="Password").fill(password_of(cms, CLARA))
    await dialog.get_by_role("button", name="Sign in", exact=True).click()
    await dialog.get_by_role("textbox", name="Code").fill(codes[0])
    await dialog.get_by_role("button", name="Sign in", exact=True).click()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_text("by recovery code")).to_be_visible()

    await part(page, "Profile")
    await page.get_by_role("combobox", name="Language").select_option("cs")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Můj účet")
    await part(page, "Přihlašování")
    await expect(page.get_by_text("Zbývá 9 záložních kódů.")).to_be_visible()


async def test_nothing_that_was_typed_is_lost_when_the_session_ends(
    cms: CmsProcess, eva: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("401")
    data = {"kind": "news", "title": {"cs": "Novinka"}, "published_at": "2026-05-01"}
    id = eva.do("createItem", type="NewsItem", site="nca", data=data)["id"]
    secret = eva.ask(BEGIN, p=eva.credentials["password"])["beginSecondFactor"]["enrolment"]["secret"]
    confirmed = eva.ask(CONFIRM, c=TOTP(secret).at(datetime.now(UTC)))
    codes = confirmed["confirmSecondFactor"]["recoveryCodes"]
    page = await open_page(f"{cms.url}/admin/content/NewsItem/{id}")
    await sign_in(page, cms, EVA)
    await page.get_by_role("textbox", name="Code").fill(codes[0])
    await page.get_by_role("button", name="Sign in").click()
    title = page.locator('[id="field-title.cs"]')
    await title.fill("Klastry se potkávají")

    assert eva.ask(END_OTHERS)["endSessions"]["ended"] == 1
    await title.press("Control+s")
    await title.press("End")
    await title.press_sequentially(" s regiony v Burgasu", delay=100)  # on and on, after the server has refused

    await expect(title).to_have_value("Klastry se potkávají s regiony v Burgasu")
    dialog = page.get_by_role("dialog", name="Sign in again to go on")
    await expect(dialog).to_be_visible()
    await assert_accessible(page)
    await dialog.get_by_role("textbox", name="Password").fill(password_of(cms, EVA))
    await dialog.get_by_role("button", name="Sign in", exact=True).click()
    await dialog.get_by_role("textbox", name="Code").fill(codes[1])
    await dialog.get_by_role("button", name="Sign in", exact=True).click()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    await page.reload()
    await expect(title).to_have_value("Klastry se potkávají s regiony v Burgasu")
