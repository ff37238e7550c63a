"""Applicant journey 1: the address is verified, the draft left, and resumed by link from another device."""

from collections.abc import Callable

from playwright.async_api import Page, expect

from tests.browser import OpenPage
from tests.journeys.applying_in_browser import ask_for_link, enter, look
from tests.journeys.calls_site import CallsSite

ExpectFaults = Callable[..., None]
SAVED = "Everything is saved"


async def saved(page: Page) -> None:
    await expect(page.locator("[data-save-state]")).to_have_text(SAVED)


async def test_a_draft_is_left_and_resumed_by_link_on_another_device(
    calls_site: CallsSite, open_page: OpenPage
) -> None:
    page = await open_page(calls_site.url)
    await look(page)
    await ask_for_link(page, "jana@klastr.example")
    await look(page)
    await page.goto(await calls_site.link_to("jana@klastr.example"))
    await look(page)
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("button", name="Begin an application").click()
    await look(page)
    await page.get_by_label("Name of the organisation").fill("Klastr Zlín")
    await page.get_by_label("Cluster organisation").check()
    await saved(page)
    await page.get_by_role("button", name="Save and continue").click()
    await page.get_by_label("Name", exact=True).fill("Jana Nováková")
    await saved(page)
    await page.close()

    phone = await open_page(calls_site.url, width=390, height=844)
    await ask_for_link(phone, "Jana@Klastr.example")
    await phone.goto(await calls_site.link_to("jana@klastr.example", nth=2))
    await phone.get_by_role("button", name="Go on").click()
    await look(phone)
    await phone.get_by_role("link", name="Continue Klastr Zlín").click()

    await expect(phone.get_by_label("Name of the organisation")).to_have_value("Klastr Zlín")
    await expect(phone.get_by_label("Cluster organisation")).to_be_checked()
    await look(phone)


async def test_an_older_link_works_until_a_newer_one_is_used_and_then_says_what_to_do(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    page = await open_page(calls_site.url)
    await ask_for_link(page, "jana@klastr.example")
    old = await calls_site.link_to("jana@klastr.example")
    calls_site.clock.set("2024-04-02T13:00:00+00:00")
    await page.get_by_role("link", name="Ask for another link").click()
    await ask_for_link(page, "jana@klastr.example")
    new = await calls_site.link_to("jana@klastr.example", nth=2)
    expect_faults("410")

    for link in (old, new):
        await page.goto(link)
        await page.get_by_role("button", name="Go on").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Your applications")
    await page.goto(old)
    await page.get_by_role("button", name="Go on").click()

    await expect(page.get_by_role("heading", level=1)).to_have_text("This link does not work any more")
    await look(page)


async def test_questions_that_hang_on_an_answer_come_and_go_with_it(calls_site: CallsSite, open_page: OpenPage) -> None:
    page = await enter(calls_site, open_page)
    which = page.get_by_label("Describe your organisation in a few words")
    await expect(which).to_be_hidden()

    await page.get_by_label("Other intermediary").check()
    await expect(which).to_be_visible()
    await which.fill("A school of crafts")
    await saved(page)
    await page.get_by_label("Cluster organisation").check()

    await expect(which).to_be_hidden()
    await saved(page)
    await page.reload()
    await expect(which).to_be_hidden()


async def test_the_list_of_steps_follows_what_is_typed(calls_site: CallsSite, open_page: OpenPage) -> None:
    page = await enter(calls_site, open_page)
    step = page.get_by_role("navigation", name="Steps").get_by_role("link").first
    await expect(step).to_contain_text("5 answers missing")

    await page.get_by_label("Name of the organisation").fill("Klastr Zlín")
    await expect(step).to_contain_text("4 answers missing")

    await page.get_by_label("Name of the organisation").fill("")
    await expect(step).to_contain_text("5 answers missing")


async def test_characters_are_counted_while_they_are_typed_and_too_many_are_kept(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    page = await enter(calls_site, open_page)
    expect_faults("422")
    long = page.get_by_label("What does your organisation do?")

    await long.fill("🏭" * 1495)
    await expect(page.get_by_text("5 characters left")).to_be_visible()
    await long.fill("مرحبا " * 3300)
    await expect(page.get_by_text("18,299 characters too many")).to_be_visible()
    await page.get_by_role("button", name="Save and continue").click()

    summary = page.locator("#problems")
    await expect(summary).to_be_focused()
    await expect(summary.get_by_role("link")).to_contain_text(["Shorten this by 18299 characters"])
    await look(page)
    await summary.get_by_role("link").click()
    await expect(long).to_be_focused()
    assert len(await long.input_value()) > 19_000


async def test_a_lost_connection_is_told_and_what_was_written_is_saved_once_it_is_back(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    page = await enter(calls_site, open_page)
    expect_faults("ERR_INTERNET_DISCONNECTED")
    await page.context.set_offline(True)
    await page.get_by_label("Name of the organisation").fill("Klastr Zlín")
    await expect(page.locator("[data-save-state]")).to_contain_text("no connection")

    await page.context.set_offline(False)

    await saved(page)
    await page.reload()
    await expect(page.get_by_label("Name of the organisation")).to_have_value("Klastr Zlín")


async def test_two_windows_show_both_answers_and_the_person_decides(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    page = await enter(calls_site, open_page)
    expect_faults("409")
    other = await page.context.new_page()
    await other.goto(page.url)
    await other.get_by_label("Region", exact=True).fill("Zlínský kraj")
    await saved(other)
    await page.get_by_label("Name of the organisation").fill("Klastr Zlín")
    await saved(page)

    await page.get_by_label("Region", exact=True).fill("Moravia")

    await expect(page.get_by_text("In the other window it says:")).to_be_visible()
    await expect(page.locator("#q-region .note")).to_contain_text("Zlínský kraj")
    await expect(page.get_by_label("Region", exact=True)).to_have_value("Moravia")
    await page.get_by_role("button", name="Save and continue").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Contact")
    await other.reload()
    await expect(other.get_by_label("Region", exact=True)).to_have_value("Moravia")


async def test_entries_are_added_and_removed_in_place(calls_site: CallsSite, open_page: OpenPage) -> None:
    page = await enter(calls_site, open_page)
    await page.goto(page.url.replace("/applicant", "/partners"))

    await page.get_by_role("button", name="Add one Other partners").click()
    await expect(page.get_by_label("Name", exact=True)).to_be_focused()
    await page.keyboard.type("Krajský úřad")
    await page.get_by_label("Confirmed").check()
    await page.get_by_role("button", name="Add another Other partners").click()
    await expect(page.get_by_label("Name", exact=True).nth(1)).to_be_focused()
    await page.keyboard.type("University")
    await look(page)
    await page.get_by_role("button", name="Remove Entry 1, Other partners").click()

    await expect(page.get_by_label("Name", exact=True)).to_have_count(1)
    await expect(page.get_by_label("Name", exact=True)).to_have_value("University")
    await expect(page.get_by_label("Confirmed")).not_to_be_checked()


async def test_none_of_these_goes_with_no_other_choice(calls_site: CallsSite, open_page: OpenPage) -> None:
    page = await enter(calls_site, open_page)
    await page.goto(page.url.replace("/applicant", "/logistics"))
    lift, none = page.get_by_label("Lift"), page.get_by_label("None of these")

    await lift.check()
    await none.check()
    await expect(lift).not_to_be_checked()
    await lift.check()
    await expect(none).not_to_be_checked()
    await saved(page)

    await page.reload()
    await expect(lift).to_be_checked()
    await expect(none).not_to_be_checked()
