"""Firefox as its maker builds it, without a driver beside it: it speaks WebDriver BiDi itself."""

import asyncio
import json
import re
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

from selenium.webdriver.common.bidi.browser import Browser
from selenium.webdriver.common.bidi.browsing_context import BrowsingContext
from selenium.webdriver.common.bidi.input import Input
from selenium.webdriver.common.bidi.script import Script
from selenium.webdriver.common.bidi.session import Session
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from tests.engines.programs import firefox
from tests.engines.window import HEIGHT, LOOK_SECONDS, PATIENCE_SECONDS, WIDTH, Actions, Window

LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class FirefoxDriven:
    """`context`: what BiDi calls a tab."""

    def __init__(self, connection: WebSocketConnection, context: str) -> None:
        self._tabs, self._input, self._script = BrowsingContext(connection), Input(connection), Script(connection)
        self._context = context

    def go(self, address: str) -> None:
        self._tabs.navigate(self._context, address, wait="complete")

    def back(self) -> None:
        self._tabs.traverse_history(self._context, -1)

    def run(self, script: str, *values: Any) -> Any:
        function = f"values => JSON.stringify((function () {{ {script} }}).apply(null, JSON.parse(values)) ?? null)"
        given = [{"type": "string", "value": json.dumps(values)}]
        answer = self._script.call_function(function, False, {"context": self._context}, given)
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def act(self, actions: Actions) -> None:
        self._input.perform_actions(self._context, actions)

    def upload(self, place: str, file: str) -> None:
        [node] = self._tabs.locate_nodes(self._context, {"type": "xpath", "value": place})
        self._input.set_files(self._context, {"sharedId": node["sharedId"]}, [file])


class Firefox:
    def __init__(self, connection: WebSocketConnection) -> None:
        self._connection = connection

    @asynccontextmanager
    async def window(self) -> AsyncIterator[Window]:
        """With no cookies of another's."""
        browser = Browser(self._connection)
        person = await asyncio.to_thread(browser.create_user_context)
        yield Window(await asyncio.to_thread(self._open, person))
        await asyncio.to_thread(browser.remove_user_context, person)

    def _open(self, person: str) -> FirefoxDriven:
        tabs = BrowsingContext(self._connection)
        context = tabs.create("tab", user_context=person)
        tabs.set_viewport(context, {"width": WIDTH, "height": HEIGHT})
        return FirefoxDriven(self._connection, context)


@asynccontextmanager
async def running_firefox() -> AsyncIterator[Firefox]:
    with _process() as address:
        connection = await asyncio.to_thread(WebSocketConnection, f"{address}/session", PATIENCE_SECONDS, LOOK_SECONDS)
        try:
            await asyncio.to_thread(Session(connection).new, {"alwaysMatch": {}})
            yield Firefox(connection)
        finally:
            await asyncio.to_thread(connection.close)


@contextmanager
def _process() -> Iterator[str]:
    """Where it listens."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [firefox() or "", "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile]
        with Popen(command, stdout=DEVNULL, stderr=PIPE, text=True) as process:
            try:
                yield _address(process)
            finally:
                process.terminate()


def _address(process: Popen[str]) -> str:
    said: list[str] = []
    for line in process.stderr or ():
        said.append(line)
        if found := LISTENING.search(line):
            return found[1]
    raise RuntimeError("".join(said))
