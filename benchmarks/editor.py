"""`python -m benchmarks.editor`: the form of Iași with its programme in a browser, held against the targets."""

import asyncio
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.form_speed import open_every_part, opening_ms, typing
from benchmarks.machine import load_average
from tests.chromium import find_chromium

START_SECONDS = 240
EMAIL = "editor@example.org"
TARGETS = {"opening": 1000.0, "typing, p95": 50.0, "longest task": 200.0}
IASI = "main a[href*='/content/Edition/']"


@contextmanager
def demo() -> Iterator[tuple[str, str]]:
    """Address of a CMS with the demo, and the editor's password."""
    with tempfile.TemporaryDirectory(prefix="cms-editor-") as folder:
        log = Path(folder) / "log"
        command = [
            sys.executable,
            "-m",
            "cms.cli",
            "serve",
            "--port",
            "0",
            "--demo",
            "--processes",
            "1",
            "--data-dir",
            f"{folder}/data",
        ]
        with log.open("wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=out)
        try:
            yield _said(log, process)
        finally:
            process.terminate()
            process.wait(60)


def _said(log: Path, process: subprocess.Popen[bytes]) -> tuple[str, str]:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        text = log.read_text("utf-8", "replace")
        ready, login = re.search(r"(http://\S+)/readyz", text), re.search(rf"{EMAIL}\s+(\S+)", text)
        if ready and login:
            return ready[1], login[1]
        time.sleep(0.2)
    raise SystemExit(f"The CMS did not start:\n{log.read_text('utf-8', 'replace')}")


async def measured(browser: Browser, url: str, password: str) -> tuple[dict[str, float], int]:
    """{what: milliseconds}, and how many fields the form had while typing."""
    page = await signed_in(browser, url, password)
    first = await opening_ms(page, IASI)
    await page.go_back()
    await page.wait_for_selector(IASI)
    again = await opening_ms(page, IASI)
    fields = await open_every_part(page)
    keys = await typing(page, "field-theme.en", fields)
    figures = {"opening, first time": first, "opening": again, "typing, p95": keys.p95}
    return {**figures, "longest task": keys.longest_task}, fields


async def signed_in(browser: Browser, url: str, password: str) -> Page:
    """At the list of editions, with Iași in it."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900})
    await context.request.post(f"{url}/session", data={"email": EMAIL, "password": password})
    page = await context.new_page()
    await page.goto(f"{url}/admin/content/Edition?search=Ia%C8%99i")
    await page.wait_for_selector(IASI)
    return page


async def main() -> None:
    before = load_average()
    with demo() as (url, password):
        async with async_playwright() as playwright:
            browser = await find_chromium().launch(playwright)
            figures, fields = await measured(browser, url, password)
            await browser.close()
    table = Table("What", "ms", "target", title=f"Form of Iași with {fields} fields")
    for name, value in figures.items():
        target = TARGETS.get(name)
        table.add_row(name, f"{value:.0f}", f"≤ {target:.0f}" if target else "")
    Console().print(table, f"Load of the machine before and after: {before}, {load_average()}.")


if __name__ == "__main__":
    asyncio.run(main())
