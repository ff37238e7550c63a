"""A real browser for journeys: the first Chromium that opens a page, with every fault of a page failing its test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest
from axe_playwright_python.async_playwright import Axe
from filelock import FileLock
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, async_playwright, expect

from bootstrap.admin_ui import build_admin_ui
from tests.chromium import find_chromium

expect.set_options(timeout=30_000)  # of somebody who waits at a slow machine
OpenPage = Callable[..., Awaitable[Page]]
OPEN_DIALOG = '[role="dialog"][aria-modal="true"]'


@dataclass(frozen=True, slots=True)
class Login:
    """What is sent to begin a session, and where to."""

    url: str
    data: dict[str, str]


@pytest.fixture(scope="session")
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browser]:
    """With the admin interface built as it is in the checkout."""
    with FileLock(tmp_path_factory.getbasetemp().parent / "browser.lock"):  # one worker installs, the others wait
        build_admin_ui()
        chromium = find_chromium()
    async with async_playwright() as playwright:
        running = await chromium.launch(playwright)
        yield running
        await running.close()


@pytest.fixture
async def open_page(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[OpenPage]:
    """Opens a page of somebody's own browser: `open_page(url, width=1440, height=900, person=None, **context)`, of
    `person` where somebody is signed in.

    What a page writes to its console as an error, or throws, fails the test, unless `expect_faults` named a part of it.
    It is somebody's who wants no motion, which spares each step its transitions; `reduced_motion="no-preference"` else.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    async def make(
        url: str, *, width: int = 1440, height: int = 900, person: Login | None = None, **options: object
    ) -> Page:
        chosen = {"reduced_motion": "reduce", **options}
        context = await browser.new_context(viewport={"width": width, "height": height}, **chosen)  # pyright: ignore[reportArgumentType]
        context.set_default_timeout(30_000)
        contexts.append(context)
        if person:
            assert (await context.request.post(person.url, data=person.data)).ok
        page = await context.new_page()
        page.on("console", lambda message: _note(message, faults))
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(url)
        return page

    yield make
    for context in contexts:
        await context.close()
    expected = getattr(request.node, "expected_faults", [])
    assert [fault for fault in faults if not any(part in fault for part in expected)] == []


def _note(message: ConsoleMessage, faults: list[str]) -> None:
    if message.type == "error":
        faults.append(message.text)


@pytest.fixture
def expect_faults(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Says which errors of the console belong to the test, such as the answer 401 that it provokes."""

    def expect(*parts: str) -> None:
        request.node.expected_faults = [*getattr(request.node, "expected_faults", []), *parts]

    return expect


async def assert_accessible(page: Page) -> None:
    """No violation that axe can find: in the open dialog where there is one, as what lies behind it cannot be reached
    and takes axe twice as long, or else on the whole page."""
    dialog = await page.locator(OPEN_DIALOG).filter(visible=True).count() > 0
    found = (await Axe().run(page, context=OPEN_DIALOG if dialog else None)).response["violations"]
    lines = [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}" for one in found for node in one["nodes"]
    ]
    assert lines == [], "\n".join(lines)
