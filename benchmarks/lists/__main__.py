"""`python -m benchmarks.lists`: the list of news in a browser, with 100,000 items behind it."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from playwright.async_api import async_playwright
from rich.console import Console

from benchmarks.lists.filling import fill
from benchmarks.lists.watching import Watched, told, watch
from benchmarks.machine import load_average
from cms.kernel.engines import engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import load_settings
from cms.opening import open_services
from tests.chromium import find_chromium
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import sign_in

EDITOR = "editor@example.org"
app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(items: Annotated[int, typer.Option(min=1, help="News items beside those of the demo.")] = 100_000) -> None:
    """Measure opening, scrolling, walking by keyboard and searching."""
    configure_logs("console", "warning")
    out, err = Console(highlight=False), Console(stderr=True)
    before = load_average()
    with (
        tempfile.TemporaryDirectory(prefix="cms-lists-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        process = CmsProcess(Path(folder) / "data", "--demo")
        try:
            seen = runner.run(_run(process, items, err))
        finally:
            process.stop()
    out.print(f"{items:,} items", *told(seen), sep="\n")
    out.print(f"Load of the machine before and after: {before}, {load_average()}.")


async def _run(process: CmsProcess, items: int, err: Console) -> Watched:
    settings = load_settings(data_dir=process.data_dir)
    err.print("Filling …", style="dim")
    async with (
        engines_for(settings, attach=True) as engines,
        open_services(settings, engines, prepare=False) as services,
    ):
        await fill(services, items)
    err.print("Watching …", style="dim")
    async with async_playwright() as playwright:
        browser = await find_chromium().launch(playwright)
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        await page.goto(f"{process.url}/admin/")
        await sign_in(page, process, EDITOR)
        await page.get_by_role("heading", level=1).filter(has_text="Welcome").wait_for()
        try:
            return await watch(page, process.url)
        finally:
            await browser.close()


if __name__ == "__main__":
    app()
