"""How quick the form of an item is in a browser: opening it, and typing in it."""

from dataclasses import dataclass

from playwright.async_api import Page

PROGRAMME = "#field-days [data-programme-row=talk]"
WATCH = """() => {
  window.formSpeed = { keys: [], tasks: [] };
  new PerformanceObserver(list => window.formSpeed.tasks.push(...list.getEntries().map(one => one.duration)))
    .observe({ type: "longtask" });
  document.addEventListener("keydown", () => {
    const begin = performance.now();
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => window.formSpeed.keys.push(performance.now() - begin);
      painted.port2.postMessage(null);
    });
  }, { capture: true });
}"""
OPEN = """async ([link, programme]) => {
  const begin = performance.now();
  document.querySelector(link).click();
  while (![...document.querySelectorAll(programme)].some(one => one.textContent.length > 3))
    await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}"""
FIELDS = "#root main :is(input, textarea, [contenteditable=true]):not([type=file]):not([aria-hidden=true])"
WORDS = "Clusters and regions meet for three days, and what they say is written down here. "
PAUSE_MS = 60
AUTOSAVE_MS = 1400


@dataclass(frozen=True, slots=True)
class Typing:
    """`keys`: milliseconds from each key to the picture that shows it. `tasks`: whatever held the page up for more than
    50 ms meanwhile. `fields`: how many the form had."""

    keys: list[float]
    tasks: list[float]
    fields: int

    @property
    def p95(self) -> float:
        return sorted(self.keys)[int(len(self.keys) * 0.95)]

    @property
    def longest_task(self) -> float:
        return max(self.tasks, default=0)


async def opening_ms(page: Page, link: str) -> float:
    """From the click on `link`, which leads to the form of an edition, to its programme with names."""
    return await page.evaluate(OPEN, [link, PROGRAMME])


async def open_every_part(page: Page) -> int:
    """Opens all of the programme; answers how many fields the form has then."""
    await page.get_by_role("button", name="Open all").click()
    await page.locator("#field-days [aria-expanded=false][data-programme-row]").first.wait_for(state="detached")
    return await page.locator(FIELDS).count()


async def typing(page: Page, field: str, fields: int, rounds: int = 3, words: str = WORDS) -> Typing:
    """Types into the field with this id, so fast as people do and with pauses in which the form saves itself."""
    await page.evaluate(WATCH)
    await page.locator(f'[id="{field}"]').click()
    for _round in range(rounds):
        await page.keyboard.type(words, delay=PAUSE_MS)
        await page.wait_for_timeout(AUTOSAVE_MS)
    found = await page.evaluate("window.formSpeed")
    return Typing(found["keys"], found["tasks"], fields)
