"""What applicants do in a browser, as far as several journeys do the same."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.async_api import FilePayload, Page, expect

from cms.applications.actions.save_answers import save_answers
from cms.applications.applicant import ApplicantActor
from tests.applying import ANSWERS
from tests.browser import OpenPage, assert_accessible
from tests.journeys.calls_site import CallsSite

STEPS = ("applicant", "contact", "partners", "event", "region", "logistics", "commitment", "consent")


async def ask_for_link(page: Page, email: str) -> None:
    """On the page of the call."""
    await page.get_by_label("Your e-mail address").fill(email)
    await page.get_by_role("button", name="Send me the link").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Check your e-mail", timeout=60_000)


async def enter(site: CallsSite, open_page: OpenPage, email: str = "jana@klastr.example", **options: Any) -> Page:
    """Opens the call, asks for the link, opens it from the mail, and begins an application: its first step."""
    page = await open_page(site.url, **options)
    await ask_for_link(page, email)
    await page.goto(await site.link_to(email))
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("button", name="Begin an application").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Applicant")
    return page


def address_of(page: Page) -> str:
    """Of the application that is on the screen, with a slash at the end."""
    return address_within(page.url)


def address_within(url: str) -> str:
    """Of the application that a page belongs to, with a slash at the end."""
    before, _applications, after = url.partition("/applications/")
    return f"{before}/applications/{after.partition('/')[0]}/"


async def answered(site: CallsSite, page: Page, changes: Mapping[str, Any] | None = None) -> str:
    """Answers everything but the letter of support, as quickly as a program can; the address of the application."""
    await answer_all(site, address_of(page), changes)
    return address_of(page)


async def answer_all(site: CallsSite, address: str, changes: Mapping[str, Any] | None = None) -> None:
    """Everything but the letter of support, as quickly as a program can."""
    application = await site.services.repository.applications.get(address.split("/")[-2])
    assert application is not None
    call = await site.services.repository.published.by_id(application.call)
    assert call is not None
    applicant = ApplicantActor(application.applicant, application.email, application.locale)
    given = {**ANSWERS, "cutoff": call["data"]["cutoffs"][0]["id"], **(changes or {})}
    saved = await save_answers(site.services, applicant, application.id, given, revision=application.revision)
    assert saved.problems == []


async def upload_letter(page: Page, address: str, content: bytes | Path, filename: str = "letter.pdf") -> None:
    await page.goto(f"{address}steps/partners")
    letter = page.get_by_label("Letter of support")
    if isinstance(content, bytes):
        await letter.set_input_files(FilePayload(name=filename, mimeType="application/pdf", buffer=content))
    else:
        await letter.set_input_files(content)


def large_file(folder: Path) -> Path:
    """30 MB that begin as a PDF does."""
    file = folder / "large.pdf"
    file.write_bytes(b"%PDF-1.7" + bytes(30_000_000))
    return file


async def look(page: Page) -> None:
    """At a page as everybody may need it: no violation that axe can find, and nothing wider than the window."""
    await assert_accessible(page)
    wide, window = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= window
