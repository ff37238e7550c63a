"""WebKit as Debian builds it for GTK, in a window on a display that nobody sees, by its own driver."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from subprocess import DEVNULL, Popen
from typing import Any

from selenium.webdriver import WebKitGTK
from selenium.webdriver.remote.command import Command
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.engines.programs import mini_browser
from tests.engines.window import HEIGHT, WIDTH, Actions, Window


class WebKitDriven:
    def __init__(self, driver: WebKitGTK) -> None:
        self._driver = driver

    def go(self, address: str) -> None:
        self._driver.get(address)

    def back(self) -> None:
        self._driver.back()

    def run(self, script: str, *values: Any) -> Any:
        return self._driver.execute_script(script, *values)

    def act(self, actions: Actions) -> None:
        self._driver.execute(Command.W3C_ACTIONS, {"actions": actions})

    def upload(self, place: str, file: str) -> None:
        self._driver.find_element("xpath", place).send_keys(file)


class WebKit:
    def __init__(self, display: str) -> None:
        self._display = display

    @asynccontextmanager
    async def window(self) -> AsyncIterator[Window]:
        """Of a browser of its own, with no cookies of another's."""
        driver = await asyncio.to_thread(self._start)
        try:
            yield Window(WebKitDriven(driver))
        finally:
            await asyncio.to_thread(driver.quit)

    def _start(self) -> WebKitGTK:
        options = Options()
        options.binary_location = mini_browser() or ""
        options.add_argument("--automation")
        program = shutil.which("WebKitWebDriver")  # Selenium itself looked for it before it was installed
        driver = WebKitGTK(options, Service(program, env=os.environ | {"DISPLAY": self._display}))
        width, height = driver.execute_script("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        driver.set_window_size(WIDTH + width, HEIGHT + height)
        return driver


@asynccontextmanager
async def running_webkit() -> AsyncIterator[WebKit]:
    with _display() as display:
        yield WebKit(display)


@contextmanager
def _display() -> Iterator[str]:
    """Xvfb chooses a number that is free."""
    reading, writing = os.pipe()
    size = f"{WIDTH + 200}x{HEIGHT + 200}x24"  # with room for what the browser has around a page
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with Popen(command, pass_fds=[writing], stderr=DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as chosen:
                yield f":{chosen.readline().strip()}"
        finally:
            server.terminate()
