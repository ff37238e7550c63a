"""How an editor drags a part of the programme with the mouse."""

from playwright.async_api import Locator, Page, expect
from playwright.async_api import TimeoutError as PlaywrightTimeout

from tests.journeys.editing import stored
from tests.journeys.programme import programme

GRABS = 4


async def drag(page: Page, what: str, target: Locator, at: float) -> None:
    """By the handle, to a height of the target from 0 to 1; what is there moves while the form is still being saved.
    Where something moved away under the mouse, it is taken hold of again."""
    await stored(page)
    await expect(page.get_by_role("alert")).to_have_count(0)
    held = [await is_dragged(page, what, target, at)]
    while not held[-1] and len(held) < GRABS:
        await page.mouse.up()
        held.append(await is_dragged(page, what, target, at))
    await page.mouse.up()
    assert held[-1], "the part was not taken along"


async def expect_card(page: Page, what: str) -> None:
    """What is dragged is a card that holds its title; let go by Escape, it stays where it was."""
    await programme(page).get_by_role("button", name=f"Move or change: {what}", exact=True).hover()
    await page.mouse.down()
    x, y = await page.evaluate("() => [innerWidth / 2, innerHeight / 2]")
    await page.mouse.move(x, y, steps=4)
    card = page.locator("[data-dragged]")
    await expect(card).to_have_text(what)
    assert await card.evaluate("one => one.scrollWidth <= one.clientWidth"), "its title breaks out of the card"
    await page.keyboard.press("Escape")
    await expect(card).to_have_count(0)
    await page.mouse.up()


async def is_dragged(page: Page, what: str, target: Locator, at: float) -> bool:
    """Whether the mouse, which is still pressed, holds it over the target."""
    handle = programme(page).get_by_role("button", name=f"Move or change: {what}", exact=True)
    await target.scroll_into_view_if_needed()
    await handle.hover()
    await page.mouse.down()
    box = await target.bounding_box()
    assert box
    x, y = box["x"] + 60, box["y"] + box["height"] * at
    await page.mouse.move(x, y - 12, steps=4)
    await page.mouse.move(x, y, steps=4)
    try:
        await page.locator("[data-side]").wait_for(state="attached", timeout=5_000)
    except PlaywrightTimeout:
        return False
    return True
