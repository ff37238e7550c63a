"""Applicants who leave a step of the form while they write: every letter is stored, or the person is asked."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Dialog, Page, Route, expect

from storage.documents import HostApplication
from tests.browser import OpenPage
from tests.journeys.applying_in_browser import address_of, enter
from tests.journeys.calls_site import CallsSite
from tests.journeys.network import line_of

ExpectFaults = Callable[..., None]
Leave = Callable[[Page], Awaitable[Any]]
LETTERS = " ".join(f"{number:03}" for number in range(50))
"""199 characters."""
LABEL = "What does your organisation do?"
KEY = "description"


async def stored(site: CallsSite, address: str) -> HostApplication:
    application = await site.services.repository.applications.get(address.split("/")[-2])
    assert application is not None
    return application


async def wait_until_stored(site: CallsSite, address: str, key: str, value: object, seconds: float = 20) -> None:
    answer = None
    try:
        async with asyncio.timeout(seconds):
            while (answer := (await stored(site, address)).answers.get(key)) != value:
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"{key} is {answer!r}, not {value!r}") from None


@asynccontextmanager
async def asked(page: Page, *, leaves: bool) -> AsyncIterator[list[str]]:
    """The kinds of dialogs that open; the person leaves, or stays."""
    kinds: list[str] = []

    async def answer(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        await (dialog.accept() if leaves else dialog.dismiss())

    page.on("dialog", answer)
    yield kinds
    page.remove_listener("dialog", answer)


async def choose_step(page: Page) -> None:
    await page.get_by_role("navigation", name="Steps").get_by_role("link", name="Contact").click()


WAYS: dict[str, Leave] = {
    "a step in the list": choose_step,
    "another language": lambda page: page.get_by_role("link", name="Čeština").click(),
    "the header": lambda page: page.get_by_role("banner").get_by_role("link").first.click(),
    "the footer": lambda page: page.get_by_role("link", name="Your data").click(),
    "the button": lambda page: page.get_by_role("button", name="Save and continue").click(),
    "signing out": lambda page: page.get_by_role("button", name="Sign out").click(),
    "an address": lambda page: page.goto("about:blank"),
    "loading again": lambda page: page.reload(),
    "history": lambda page: page.go_back(),
    "closing the tab": lambda page: page.close(run_before_unload=True),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("latency", [0, 0.8])
async def test_each_way_of_leaving_keeps_every_letter(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults, way: str, latency: float
) -> None:
    expect_faults("ERR_ABORTED", "ERR_FAILED", "never had a user gesture")
    page = await enter(calls_site, open_page)
    address, step = address_of(page), page.url
    if latency:
        await (await line_of(page)).slow(seconds=latency, upload=20_000)
    await page.get_by_label(LABEL).press_sequentially(LETTERS)

    async with asked(page, leaves=True):
        await WAYS[way](page)
        await wait_until_stored(calls_site, address, KEY, LETTERS)

    if way == "signing out":
        return
    later = await page.context.new_page()
    await later.goto(step)
    await expect(later.get_by_label(LABEL)).to_have_value(LETTERS)


async def test_what_is_written_without_a_pause_is_saved_meanwhile(calls_site: CallsSite, open_page: OpenPage) -> None:
    page = await enter(calls_site, open_page)
    await page.clock.install()
    await page.clock.pause_at(await page.evaluate("Date.now() + 1000"))
    field = page.get_by_label(LABEL)

    for _second in range(4):
        await field.press_sequentially("more ")
        await page.clock.run_for(1000)

    await wait_until_stored(calls_site, address_of(page), KEY, "more more more")


def pick(name: str) -> Leave:
    return lambda page: page.locator(f"[name='{name}']").first.check()


def write(name: str, text: str) -> Leave:
    return lambda page: page.locator(f"[name='{name}']").fill(text)


DAY = {"start": "2024-10-01"}
KINDS: dict[str, tuple[str, Leave, str, object]] = {
    "country": ("applicant", lambda page: page.get_by_label("Country").select_option("CZ"), "country", "CZ"),
    "choice": ("applicant", pick("a.type"), "type", "cluster"),
    "choices": ("logistics", pick("a.accessibility"), "accessibility", ["step_free"]),
    "yes or no": ("event", pick("a.larger_event"), "larger_event", True),
    "consent": ("consent", pick("a.privacy"), "privacy", True),
    "number": ("logistics", write("a.participants", "150"), "participants", 150),
    "days": ("event", write("a.preferred_dates.0.start", "2024-10-01"), "preferred_dates", [DAY]),
    "texts": ("event", write("a.objectives.0", "Meet"), "objectives", ["Meet"]),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_of_answer_is_stored_when_the_person_leaves_at_once(
    calls_site: CallsSite, open_page: OpenPage, kind: str
) -> None:
    page = await enter(calls_site, open_page)
    address, (step, answer, key, value) = address_of(page), KINDS[kind]
    await page.goto(f"{address}steps/{step}")

    await answer(page)
    await page.get_by_role("banner").get_by_role("link").first.click()

    await wait_until_stored(calls_site, address, key, value)


async def refuse(route: Route) -> None:
    await (route.fulfill(status=503, body="") if route.request.method == "POST" else route.continue_())


@pytest.mark.parametrize("trouble", ["503", "no connection"])
async def test_what_cannot_be_saved_is_asked_about_and_comes_back_in_the_same_tab(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults, trouble: str
) -> None:
    expect_faults("503", "ERR_INTERNET_DISCONNECTED", "ERR_FAILED")
    page = await enter(calls_site, open_page)
    address, field = address_of(page), page.get_by_label(LABEL)
    await (page.route("**/steps/*", refuse) if trouble == "503" else page.context.set_offline(True))
    await field.press_sequentially(LETTERS)

    async with asked(page, leaves=False) as kinds:
        await choose_step(page)
        await expect(page.locator("[data-save-state]")).to_contain_text("Not saved")
        async with asyncio.timeout(30):
            while not kinds:
                await asyncio.sleep(0.02)
        await page.get_by_role("button", name="Save and continue").click()
    assert set(kinds) == {"beforeunload"}
    await expect(field).to_have_value(LETTERS)

    if trouble == "503":
        async with asked(page, leaves=True) as kinds:
            await page.reload()
        assert kinds == ["beforeunload"]
        await expect(field).to_have_value(LETTERS)
        await page.unroute("**/steps/*")
    else:
        await page.context.set_offline(False)
    await wait_until_stored(calls_site, address, KEY, LETTERS)


async def test_more_than_a_browser_sends_after_a_page_is_asked_about_and_comes_back(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    expect_faults("ERR_ABORTED", "ERR_FAILED")
    page = await enter(calls_site, open_page)
    address, text = address_of(page), "Písmena " * 2000 + "Кластер" * 2000
    await page.get_by_label(LABEL).fill(text)

    async with asked(page, leaves=True) as kinds:
        await page.reload()

    assert kinds == ["beforeunload"]
    await wait_until_stored(calls_site, address, KEY, text)


async def test_a_page_that_comes_back_from_the_memory_of_the_browser_shows_what_is_stored_now(
    calls_site: CallsSite, open_page: OpenPage
) -> None:
    page = await enter(calls_site, open_page)
    other = await page.context.new_page()
    await other.goto(page.url)
    await other.get_by_label("Name of the organisation").fill("Klastr Zlín")
    await wait_until_stored(calls_site, address_of(page), "organisation", "Klastr Zlín")

    await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    await expect(page.get_by_label("Name of the organisation")).to_have_value("Klastr Zlín")
    await page.get_by_label("Name of the organisation").fill("Klastr Brno")

    await wait_until_stored(calls_site, address_of(page), "organisation", "Klastr Brno")
    await expect(page.locator("[data-save-state]")).to_have_text("Everything is saved")


async def test_letters_typed_while_a_slow_save_is_under_way_are_no_other_window(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: ExpectFaults
) -> None:
    expect_faults("ERR_ABORTED", "ERR_FAILED")
    page = await enter(calls_site, open_page)
    address, field = address_of(page), page.get_by_label(LABEL)
    await (await line_of(page)).slow(seconds=2)
    async with page.expect_request(lambda one: one.method == "POST"):
        await field.press_sequentially("Three ")
    await field.press_sequentially("clusters")

    async with asked(page, leaves=True):
        await page.reload()

    await wait_until_stored(calls_site, address, KEY, "Three clusters")
    await expect(page.get_by_label(LABEL)).to_have_value("Three clusters")
    await expect(page.get_by_text("another window")).to_have_count(0)
