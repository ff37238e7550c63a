"""One person at the list: opens it, scrolls, walks by keyboard, types. All times in ms, as the browser has them."""

import time
from dataclasses import dataclass, field
from statistics import median, quantiles

from playwright.async_api import Page, expect

WATCH = """() => {
  window.seen = { keys: [], tasks: [], frames: [] }
  const watch = (type, note, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, ...more })
  watch('event', (one) => one.name === 'keydown' && seen.keys.push(one.duration), { durationThreshold: 16 })
  watch('longtask', (one) => seen.tasks.push(one.duration))
  let last = performance.now()
  const frame = (now) => { seen.frames.push(now - last); last = now; requestAnimationFrame(frame) }
  requestAnimationFrame(frame)
}"""
FORGET = "() => { seen.keys.length = seen.tasks.length = seen.frames.length = 0 }"
SCROLLS, STEP = 240, 1200
KEYS = 120
TYPED = "cluster region"
ROWS = "document.querySelector('[role=grid]').ariaRowCount"
LAST_ROW = "() => Number([...document.querySelectorAll('[data-place]')].at(-1)?.dataset.place ?? 0)"


@dataclass(slots=True)
class Watched:
    """`tasks`: what kept the page busy for more than 50 ms at once."""

    opened: float = 0.0
    found: float = 0.0
    rows: int = 0
    frames: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    tasks: dict[str, list[float]] = field(default_factory=dict)


async def watch(page: Page, url: str) -> Watched:
    seen = Watched()
    await page.goto(f"{url}/admin/content/NewsItem")
    await _first_row(page)
    started = time.perf_counter()
    await page.reload()
    await _first_row(page)
    seen.opened = _since(started)
    await page.evaluate(WATCH)
    await _scroll(page, seen)
    await _walk(page, seen)
    await _type(page, seen)
    return seen


async def _first_row(page: Page) -> None:
    await expect(page.locator("[data-row-link]").first).to_be_visible(timeout=60_000)


async def _scroll(page: Page, seen: Watched) -> None:
    await page.mouse.move(700, 500)
    await page.evaluate(FORGET)
    for _ in range(SCROLLS):
        await page.mouse.wheel(0, STEP)
        await page.wait_for_timeout(20)
    seen.rows = await page.evaluate(LAST_ROW)
    seen.frames, seen.tasks["scrolling"] = await page.evaluate("() => [seen.frames.slice(), seen.tasks.slice()]")


async def _walk(page: Page, seen: Watched) -> None:
    await page.evaluate(FORGET)
    for _ in range(KEYS):
        await page.keyboard.press("j")
    await page.wait_for_timeout(300)
    seen.steps, seen.tasks["walking"] = await page.evaluate("() => [seen.keys.slice(), seen.tasks.slice()]")


async def _type(page: Page, seen: Watched) -> None:
    await page.keyboard.press("/")
    await page.evaluate(FORGET)
    for letter in TYPED:
        await page.keyboard.press("Space" if letter == " " else letter)
    started = time.perf_counter()
    wanted = "() => { const links = [...document.querySelectorAll('[data-row-link]')]; return links.length > 0 && "
    wanted += "links.every((one) => /cluster/i.test(one.title) && /region/i.test(one.title)) }"
    await page.wait_for_function(wanted)
    seen.found = _since(started)
    await page.wait_for_timeout(300)
    seen.keys, seen.tasks["typing"] = await page.evaluate("() => [seen.keys.slice(), seen.tasks.slice()]")


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def p95(values: list[float]) -> float:
    """What is under 16 ms the browser does not tell: an empty list is less than that."""
    return quantiles(values, n=20)[-1] if len(values) > 1 else max(values, default=16.0)


def told(seen: Watched) -> list[str]:
    longest = {name: max(tasks, default=0.0) for name, tasks in seen.tasks.items()}
    return [
        f"opened again {seen.opened:.0f} ms until the first row",
        f"scrolled to row {seen.rows}: frames {median(seen.frames):.0f} ms median, {p95(seen.frames):.0f} ms p95",
        f"next row by key {p95(seen.steps):.0f} ms p95",
        f"typing {p95(seen.keys):.0f} ms per key p95, found {seen.found:.0f} ms after the last key",
        "longest task: " + ", ".join(f"{name} {longest[name]:.0f} ms" for name in longest),
    ]
