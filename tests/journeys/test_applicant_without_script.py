"""The way from the call to the receipt in a browser that runs no scripts, and with the keyboard alone."""

from collections.abc import Callable
from pathlib import Path

from playwright.async_api import FilePayload, Page, expect

from tests.browser import OpenPage
from tests.cms.files.samples import pdf, program
from tests.journeys.applying_in_browser import address_of, answered, large_file, look
from tests.journeys.calls_site import CallsSite


async def test_the_form_works_without_a_script(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: Callable[..., None], tmp_path: Path
) -> None:
    expect_faults("422")
    page = await open_page(calls_site.in_locale("cs"), java_script_enabled=False)
    await page.get_by_label("Váš e-mail").fill("jana@klastr.example")
    await page.get_by_role("button", name="Poslat odkaz").click()
    await expect(page.locator("#problems")).to_contain_text("To bylo velmi rychlé")
    calls_site.clock.set("2024-04-02T12:00:05+00:00")
    await page.get_by_role("button", name="Poslat odkaz").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Podívejte se do své pošty")
    await page.goto(await calls_site.link_to("jana@klastr.example"))
    await page.get_by_role("button", name="Pokračovat").click()
    await page.get_by_role("button", name="Začít přihlášku").click()

    await page.get_by_label("Název organizace").fill("Klastr Zlín")
    await page.get_by_label("Jiný zprostředkovatel").check()
    await _go_on(page)
    await expect(page.get_by_role("status").first).to_contain_text("ještě něco")
    await page.get_by_label("Popište svou organizaci několika slovy").fill("Řemeslná škola")
    await _go_on(page)
    await page.get_by_label("E-mail", exact=True).fill("jana")
    await _go_on(page)
    await expect(page.locator("#problems").get_by_role("link")).to_have_count(1)
    await page.get_by_label("E-mail", exact=True).fill("jana@klastr.example")
    await _go_on(page)

    await page.get_by_role("button", name="Přidat Další partneři").click()
    await page.get_by_label("Název", exact=True).fill("Univerzita")
    await page.get_by_role("button", name="Přidat další Další partneři").click()
    await expect(page.get_by_label("Název", exact=True)).to_have_count(2)
    await page.get_by_role("button", name="Odebrat Položka 2, Další partneři").click()
    await expect(page.get_by_label("Název", exact=True)).to_have_value("Univerzita")
    letter = page.get_by_label("Podpůrný dopis")
    await letter.set_input_files(FilePayload(name="dopis.pdf", mimeType="application/pdf", buffer=program()))
    await page.get_by_role("button", name="Nahrát").click()
    await expect(page.locator("#problems")).to_contain_text("dopis.pdf")
    await letter.set_input_files(large_file(tmp_path))
    await page.get_by_role("button", name="Nahrát").click()
    await expect(page.locator("#problems")).to_contain_text("10 MB")
    await letter.set_input_files(FilePayload(name="dopis.pdf", mimeType="application/pdf", buffer=pdf()))
    await page.get_by_role("button", name="Nahrát").click()
    await expect(page.get_by_role("link", name="dopis.pdf")).to_be_visible()

    address = await answered(calls_site, page)
    await page.goto(f"{address}review")
    await page.get_by_role("button", name="Odeslat přihlášku").click()
    await expect(page.locator(".big")).to_have_text("CMR-2024-0001")
    await expect(page.get_by_text("Potvrzení je na cestě")).to_be_visible()
    await page.get_by_role("link", name="Vzít přihlášku zpět").click()
    await page.get_by_role("button", name="Vzít zpět").click()
    await expect(page.locator(".history li").first).to_contain_text("Staženo")


async def _go_on(page: Page) -> None:
    await page.get_by_role("button", name="Uložit a pokračovat", exact=True).click()


async def test_the_keyboard_alone_is_enough(calls_site: CallsSite, open_page: OpenPage) -> None:
    page = await open_page(calls_site.in_locale("bg"))
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Към съдържанието")).to_be_focused()
    await page.keyboard.press("Enter")
    await _tab_to(page, "#f-email")
    await page.keyboard.type("jana@klastr.example")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Проверете пощата си", timeout=60_000)
    await page.goto(await calls_site.link_to("jana@klastr.example"))
    await _tab_to(page, "main button")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/applications")
    await _tab_to(page, "main button")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/steps/applicant")

    await _tab_to(page, "#f-organisation")
    await page.keyboard.type("Клъстер Бургас")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await expect(page.locator("#f-type")).to_be_checked()
    await _tab_to(page, "#f-country")
    await page.keyboard.press("ArrowDown")
    await expect(page.locator("#f-country")).not_to_have_value("")
    await _tab_to(page, "main button.main[value=continue]")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/steps/contact")
    await look(page)

    await page.goto(f"{address_of(page)}steps/applicant")
    await expect(page.locator("#f-organisation")).to_have_value("Клъстер Бургас")


async def _tab_to(page: Page, selector: str) -> None:
    """Never further than a page has things to stop at; what has the focus can be seen."""
    for _press in range(60):
        if await page.locator(selector).first.evaluate("element => element === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not get to {selector}")
