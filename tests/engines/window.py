"""A window of a browser, as somebody with a mouse and a keyboard uses it; places are XPaths."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, Protocol

WIDTH, HEIGHT = 1280, 900
PATIENCE_SECONDS = 60.0
LOOK_SECONDS = 0.05
CONTROL = "\ue009"
NODES = """const found = document.evaluate(arguments[0], document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
const nodes = Array.from({length: found.snapshotLength}, (_, at) => found.snapshotItem(at));
const boxOf = (node) => { const {x, y, width, height} = node.getBoundingClientRect(); return [x, y, width, height]; };
"""
BOX = f"{NODES} return nodes.length ? boxOf(nodes[0]) : null;"
SHOW = f"{NODES} nodes[0]?.scrollIntoView({{block: 'center', behavior: 'instant'}});"
CLICKABLE = f"""{NODES}
const node = nodes.find((one) => one.checkVisibility({{visibilityProperty: true}}) && !one.disabled);
node?.scrollIntoView({{block: 'center', behavior: 'instant'}});
const [x, y, width, height] = node ? boxOf(node) : [];
const top = node && document.elementFromPoint(x + width / 2, y + height / 2);
return top && (node.contains(top) || top.control === node) ? [x, y, width, height] : null;"""
"""Of the first that is seen, unless something lies above it."""
Actions = list[dict[str, Any]]


class Driven(Protocol):
    """A window by the client of its browser."""

    def go(self, address: str) -> None: ...
    def back(self) -> None: ...
    def run(self, script: str, *values: Any) -> Any: ...
    def act(self, actions: Actions) -> None:
        """As WebDriver's "perform actions" has them."""
        ...

    def upload(self, place: str, file: str) -> None: ...


class Box(NamedTuple):
    """In pixels of the window."""

    left: float
    top: float
    width: float
    height: float

    def at(self, across: float, down: float) -> tuple[int, int]:
        """A point by its parts of width and height."""
        return round(self.left + self.width * across), round(self.top + self.height * down)


class Window:
    def __init__(self, driven: Driven) -> None:
        self._driven = driven

    async def go(self, address: str) -> None:
        await asyncio.to_thread(self._driven.go, address)

    async def back(self) -> None:
        await asyncio.to_thread(self._driven.back)

    async def run(self, script: str, *values: Any) -> Any:
        """What the body of a function returns, which sees `values` as `arguments`."""
        return await asyncio.to_thread(self._driven.run, script, *values)

    async def upload(self, place: str, file: str) -> None:
        await asyncio.to_thread(self._driven.upload, place, file)

    async def click(self, place: str) -> None:
        """Waits until the first that is seen there stands still and takes a click."""
        box = await self.box_of(place, CLICKABLE)
        await self.mouse_to(*box.at(0.5, 0.5))
        await self.mouse_down()
        await self.mouse_up()

    async def box_of(self, place: str, script: str = BOX) -> Box:
        """Waits until it is there and stands still."""
        seen: list[Any] = [None]

        async def stands_still() -> bool:
            seen.append(await self.run(script, place))
            return seen[-1] is not None and seen[-1] == seen[-2]

        await wait_until(stands_still, place)
        return Box(*seen[-1])

    async def type(self, words: str) -> None:
        """To whatever has the focus."""
        await self._keys([{"type": way, "value": key} for key in words for way in ("keyDown", "keyUp")])

    async def control(self, key: str) -> None:
        """This key while Control is held."""
        ways = (("keyDown", CONTROL), ("keyDown", key), ("keyUp", key), ("keyUp", CONTROL))
        await self._keys([{"type": way, "value": value} for way, value in ways])

    async def mouse_to(self, x: int, y: int) -> None:
        await self._mouse({"type": "pointerMove", "x": x, "y": y, "duration": 50})

    async def mouse_down(self) -> None:
        await self._mouse({"type": "pointerDown", "button": 0})

    async def mouse_up(self) -> None:
        await self._mouse({"type": "pointerUp", "button": 0})

    async def _keys(self, actions: Actions) -> None:
        await asyncio.to_thread(self._driven.act, [{"type": "key", "id": "keyboard", "actions": actions}])

    async def _mouse(self, action: dict[str, Any]) -> None:
        kind = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}}
        await asyncio.to_thread(self._driven.act, [{**kind, "actions": [action]}])


async def wait_until(asked: Callable[[], Awaitable[Any]], expected: str, seconds: float = PATIENCE_SECONDS) -> Any:
    """The first answer that is true; AssertionError with what was `expected` after so many seconds."""
    end = time.monotonic() + seconds
    while not (answer := await asked()):
        assert time.monotonic() < end, f"{expected} did not come"
        await asyncio.sleep(LOOK_SECONDS)
    return answer


def button(name: str) -> str:
    return f'//button[normalize-space(.)="{name}" or @aria-label="{name}"][not(@aria-hidden="true")]'


def field(label: str) -> str:
    """The field whose label begins so."""
    return f'//*[@id=//label[starts-with(normalize-space(.), "{label}")]/@for]'
