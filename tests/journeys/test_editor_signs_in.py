"""An editor finds the way in, in any language, on any screen."""

import re
from collections.abc import Callable

import pytest
from playwright.async_api import Page, expect

from tests.browser import Login, OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess

SIZES = [(1440, 900), (1024, 768), (390, 844)]


def password_of(cms: CmsProcess, email: str) -> str:
    return next(line.split()[-1] for line in cms.said.splitlines() if email in line)


async def sign_in(page: Page, cms: CmsProcess, email: str) -> None:
    await page.get_by_label("E-mail").fill(email)
    await page.get_by_role("textbox", name="Password").fill(password_of(cms, email))
    await page.get_by_role("button", name="Sign in").click()


def login(cms: CmsProcess, email: str) -> Login:
    """For those whose way in is no part of the journey."""
    return Login(f"{cms.url}/session", {"email": email, "password": password_of(cms, email)})


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("light", ["light", "dark"])
async def test_the_first_screens_work_for_everybody(
    demo_cms: CmsProcess, open_page: OpenPage, width: int, height: int, light: str
) -> None:
    page = await open_page(f"{demo_cms.url}/admin/", width=width, height=height, color_scheme=light)
    await expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    await assert_accessible(page)

    await sign_in(page, demo_cms, "editor@example.org")

    await expect(page.get_by_role("heading", level=1)).to_contain_text("Welcome")
    await assert_accessible(page)


async def test_a_wrong_password_is_told_in_the_language_of_the_person(
    demo_cms: CmsProcess, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("401")
    page = await open_page(f"{demo_cms.url}/admin/", locale="cs-CZ")
    await page.get_by_label("E-mail").fill("editor@example.org")
    await page.get_by_role("textbox", name="Heslo").fill("not the password")

    await page.get_by_role("button", name="Přihlásit se").click()

    await expect(page.get_by_role("alert")).to_have_text("E-mail nebo heslo není správně.")
    await expect(page.locator("html")).to_have_attribute("lang", re.compile("cs"))
