"""Applicant journeys 2 to 4: the letter of support, what a file really is, and the second after the cut-off."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from playwright.async_api import expect

from tests.browser import OpenPage
from tests.cms.files.samples import pdf, program
from tests.journeys.applying_in_browser import address_of, answered, enter, large_file, look, upload_letter
from tests.journeys.calls_site import CallsSite

ExpectFaults = Callable[..., None]


async def test_a_cluster_without_the_letter_is_led_to_the_upload_and_an_authority_needs_none(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    page = await enter(calls_site, open_page)
    expect_faults("422")
    address = await answered(calls_site, page)

    await page.goto(f"{address}review")
    await page.get_by_role("button", name="Send the application").click()
    summary = page.locator("#problems")
    await expect(summary).to_be_focused()
    await expect(summary.get_by_role("link")).to_have_count(1)
    await look(page)
    await summary.get_by_role("link", name="Letter of support").click()
    await expect(page.get_by_label("Letter of support")).to_be_in_viewport()
    assert page.url.endswith("steps/partners#f-support_letter")

    await answered(calls_site, page, {"type": "regional_authority"})
    await page.goto(f"{address}review")
    await expect(page.get_by_text("Nothing is missing.")).to_be_visible()
    await look(page)
    await page.get_by_role("button", name="Send the application").click()

    await expect(page.get_by_role("heading", level=1)).to_have_text("We have received your application")


async def test_a_renamed_program_is_refused_a_real_pdf_works_and_the_receipt_arrives(
    calls_site: CallsSite, open_page: OpenPage, tmp_path: Path
) -> None:
    page = await enter(calls_site, open_page)
    address = await answered(calls_site, page)

    await upload_letter(page, address, program())
    await expect(page.locator("#e-support_letter")).to_contain_text("By its content this is not a file of the kind")
    await look(page)
    await upload_letter(page, address, pdf(password="secret"))
    await expect(page.locator("#e-support_letter")).to_contain_text("asks for a password")
    await upload_letter(page, address, b"")
    await expect(page.locator("#e-support_letter")).to_contain_text("empty")
    await upload_letter(page, address, large_file(tmp_path))
    await expect(page.locator("[data-upload-state]")).to_contain_text("too big: it may have up to 10 MB")
    await expect(page.locator("#e-support_letter")).to_have_count(0)  # which was about another file
    await upload_letter(page, address, pdf())
    await expect(page.get_by_role("link", name="letter.pdf")).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="letter.pdf").click()
    assert (await download.value).suggested_filename == "letter.pdf"

    await page.goto(f"{address}review")
    await page.get_by_role("button", name="Send the application").dblclick()

    await expect(page.locator(".big")).to_have_text("CMR-2024-0001")
    await look(page)
    async with page.expect_download() as receipt:
        await page.get_by_role("link", name="Download the receipt (PDF)").click()
    assert (await (await receipt.value).path()).read_bytes().startswith(b"%PDF")
    assert "CMR-2024-0001" in await calls_site.mail_to("jana@klastr.example", nth=2)
    mails = [one for one in calls_site.mails.received if "jana@klastr.example" in str(one["To"])]
    assert [one.get_content_type() for one in mails[-1].iter_attachments()] == ["application/pdf"]


async def test_one_second_late_is_refused_the_draft_is_kept_and_the_next_cutoff_is_offered(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    calls_site.clock.set("2024-05-20T12:00:00+00:00")
    page = await enter(calls_site, open_page)
    expect_faults("422", "404")
    address = await answered(
        calls_site,
        page,
        {"type": "regional_authority", "preferred_dates": [{"start": "2025-02-03", "end": "2025-02-04"}]},
    )
    calls_site.clock.set("2024-05-31T15:59:59+00:00")
    await page.goto(f"{address}review")
    await expect(page.get_by_text("We must receive it by 31 May 2024, 18:00 CEST.")).to_be_visible()

    calls_site.clock.set("2024-05-31T16:00:00+00:00")
    await page.get_by_role("button", name="Send the application").click()

    await expect(page.get_by_role("heading", name="The cut-off has passed")).to_be_visible()
    await expect(page.get_by_text("You can choose the next cut-off, 30 September 2024, 18:00 CEST")).to_be_visible()
    await look(page)
    await page.get_by_role("link", name="Cut-off date you apply for").click()
    await page.get_by_label("30 September 2024, 18:00 CEST").check()
    await page.get_by_role("button", name="Save and continue").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("The region")
    await page.goto(f"{address}review")
    await page.get_by_role("button", name="Send the application").click()
    await expect(page.locator(".big")).to_have_text("CMR-2024-0001")

    stranger = await enter(calls_site, open_page, "karl@other.example")
    for below in ("", "steps/event", "review", "receipt.pdf", "withdraw"):
        answer = await stranger.goto(f"{address}{below}")
        assert answer is not None and answer.status == 404
    assert address_of(stranger) == address
    await look(stranger)


async def test_it_is_withdrawn_and_all_is_copied_and_erased(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    page = await enter(calls_site, open_page)
    expect_faults("422", "401")
    address = await answered(calls_site, page, {"type": "regional_authority"})
    await page.goto(f"{address}review")
    await page.get_by_role("button", name="Send the application").click()

    await page.get_by_role("link", name="Withdraw the application").click()
    await look(page)
    await page.get_by_role("button", name="Withdraw it").click()
    await expect(page.locator(".history li").first).to_contain_text("Withdrawn")
    await page.get_by_role("link", name="Your data").click()
    await look(page)
    async with page.expect_download() as copy:
        await page.get_by_role("link", name="Download the copy").click()
    with ZipFile(await (await copy.value).path()) as archive:
        assert "Klastr Ostrava" in archive.read("index.html").decode()
    await page.get_by_role("button", name="Erase my data").click()
    await expect(page.locator("#problems")).to_be_focused()
    await page.get_by_label("Yes, I want everything to be erased.").check()
    await page.get_by_role("button", name="Erase my data").click()

    await expect(page.get_by_role("heading", level=1)).to_have_text("Your data are erased")
    answer = await page.goto(address)
    assert answer is not None and answer.status == 401
    await look(page)
