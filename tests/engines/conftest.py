"""A window of each of the engines that this machine has or can get; where there is none, the run says so at its end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Any, Protocol

import pytest
from filelock import FileLock

from bootstrap.admin_ui import build_admin_ui
from tests.engines.firefox import running_firefox
from tests.engines.programs import find
from tests.engines.webkit import running_webkit
from tests.engines.window import Window
from tests.last_lines import SayAtTheEnd

NOT_HERE = "it is not on this machine and could not be installed (as root, from Debian's packages)"


class Engine(Protocol):
    def window(self) -> AbstractAsyncContextManager[Window]: ...


ENGINES: dict[str, Callable[[], AbstractAsyncContextManager[Any]]] = {
    "Firefox": running_firefox,
    "WebKit": running_webkit,
}


@pytest.fixture(scope="module", params=ENGINES)
async def started(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Engine, str] | str]:
    """The engine with what it calls itself, or why it is not to be had."""
    with FileLock(tmp_path_factory.getbasetemp().parent / "browser.lock"):  # one worker installs, the others wait
        build_admin_ui()
        is_there = await asyncio.to_thread(find, request.param)
    async with AsyncExitStack() as running:
        yield await _start(request.param, running) if is_there else NOT_HERE


async def _start(name: str, running: AsyncExitStack) -> tuple[Engine, str] | str:
    """A machine on which an engine does not even start says nothing of the product."""
    try:
        engine: Engine = await running.enter_async_context(ENGINES[name]())
        async with engine.window() as window:
            return engine, await window.run("return navigator.userAgent")
    except Exception as fault:  # noqa: BLE001 (each client has its own)
        return f"it does not start: {' '.join(str(fault).split())[:300]}"


@pytest.fixture
async def window(
    started: tuple[Engine, str] | str, request: pytest.FixtureRequest, say_at_the_end: SayAtTheEnd
) -> AsyncIterator[Window]:
    """Of somebody who has never been here."""
    name = request.node.callspec.params["started"]
    if isinstance(started, str):
        say_at_the_end(f"NOT tried in {name}: {started}")
        pytest.skip(f"{name}: {started}")
    engine, agent = started
    say_at_the_end(f"Smoke journeys ran in {name}: {agent}")
    async with engine.window() as opened:
        yield opened
