"""Smoke journeys in Firefox and WebKit: an applicant's form, and an editor who writes, pastes, publishes and drags."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.cms.files.samples import pdf
from tests.engines.window import SHOW, WIDTH, Window, button, field, wait_until
from tests.journeys.applying_in_browser import address_within, answer_all
from tests.journeys.calls_site import CallsSite
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva
from tests.journeys.programme import new_edition, outline, part, session
from tests.journeys.test_applicant_leaves import wait_until_stored
from tests.journeys.test_editor_signs_in import password_of
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]

# Selenium's own way to start WebKit, of which it warns itself
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

JANA = "jana@klastr.example"
COPIED = 'data:text/html,<p>Some <b>bold</b> and <a href="https://example.org/">a link</a></p>'
NEWS = """query ($path: String!) { site(key: "nca", locale: "en") { route(path: $path) {
  ... on NewsItem { lead blocks { ... on TextBlock { body } } } } } }"""
TEXT = "return !!document.body?.innerText.includes(arguments[0])"  # no body while a page is being changed
GRABS = 6
FILTER = '//select[@aria-label="Sort"]'
HEIGHTS = "return [...document.querySelectorAll('main select')].map(one => one.getBoundingClientRect().top)"


async def sees(window: Window, words: str) -> None:
    await wait_until(lambda: window.run(TEXT, words), words)


async def write(window: Window, place: str, words: str) -> None:
    await window.click(place)
    await window.control("a")
    await window.type(words)


async def test_an_applicant_goes_back_writes_on_and_sends(
    window: Window, calls_site: CallsSite, tmp_path: Path
) -> None:
    await window.go(calls_site.url)
    await write(window, field("Your e-mail address"), JANA)
    await window.click(button("Send me the link"))
    await sees(window, "Check your e-mail")
    await window.go(await calls_site.link_to(JANA))
    await window.click(button("Go on"))
    await window.click(button("Begin an application"))
    await write(window, field("Name of the organisation"), "Klastr")
    await window.click('//label[starts-with(normalize-space(.), "Cluster organisation")]')
    await window.click(button("Save and continue"))
    await is_at(window, "Contact")

    await window.back()
    await is_at(window, "Applicant")
    await write(window, field("Name of the organisation"), "Klastr Zlín")
    await sees(window, "Everything is saved")
    address = address_within(await window.run("return location.href"))
    await wait_until_stored(calls_site, address, "organisation", "Klastr Zlín")
    assert not await window.run(TEXT, "another window")

    await answer_all(calls_site, address, {"organisation": "Klastr Zlín"})
    await window.go(f"{address}steps/partners")
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(pdf())
    await window.upload(field("Letter of support"), str(letter))
    await sees(window, "letter.pdf")
    await window.go(f"{address}review")
    await window.click(button("Send the application"))
    await sees(window, "We have received your application")


async def is_at(window: Window, heading: str) -> None:
    """On the step of this name."""
    read = "return document.querySelector('h1')?.textContent.trim() === arguments[0]"
    await wait_until(lambda: window.run(read, heading), heading)


async def test_an_editor_writes_pastes_and_publishes(window: Window, edited_cms: CmsProcess, eva: Script) -> None:
    slug = f"pasted-{uuid4().hex[:6]}"
    data = {"kind": "news", "title": {"en": "Written elsewhere"}, "published_at": "2026-05-01"}
    id = eva.do("createItem", type="NewsItem", site="nca", data=data, slugs=[{"locale": "en", "slug": slug}])["id"]
    await window.go(COPIED)
    await window.control("a")
    await window.control("c")

    await sign_in(window, edited_cms, f"/content/NewsItem/{id}?language=en")
    await write(window, field("Lead"), "Two days for regions.")
    await window.click(button("Write text"))
    await wait_until(
        lambda: window.run("return document.activeElement.matches('.ProseMirror')"), "the cursor in the text"
    )
    await window.control("v")
    await sees(window, "Some bold and a link")
    await window.type(" in Ostrava.")
    await stored(window)
    await window.click(button("Publish"))  # nothing has to be asked here
    await sees(window, "Published in English")

    seen = visited(eva, slug)
    assert seen["lead"] == "Two days for regions."
    assert [block["body"] for block in seen["blocks"]] == [
        '<p>Some <strong>bold</strong> and <a href="https://example.org/">a link</a> in Ostrava.</p>'
    ]


async def sign_in(window: Window, cms: CmsProcess, path: str) -> None:
    """At this path of the admin interface."""
    await window.go(f"{cms.url}/admin{path}")
    await write(window, field("E-mail"), EVA)
    await write(window, field("Password"), password_of(cms, EVA))
    await window.click(button("Sign in"))


async def stored(window: Window) -> None:
    is_saved = "return [...document.querySelectorAll('main *')].some(one => one.textContent === 'Saved')"
    await wait_until(lambda: window.run(is_saved), "Saved")


def visited(eva: Script, slug: str) -> dict[str, Any]:
    """What visitors see."""
    answer = eva.http.post("/graphql", json={"query": NEWS, "variables": {"path": f"/news/{slug}"}}).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["route"]


async def test_an_editor_drags_a_talk(window: Window, edited_cms: CmsProcess, eva: Script) -> None:
    days = part(session("First", "One", "Two"), session("Second", "Three"))
    id = new_edition(eva, f"dragged-{uuid4().hex[:6]}", days=days)
    await sign_in(window, edited_cms, f"/content/Edition/{id}?language=en")

    await drag(window, "Three", row("One"))

    await wait_until(
        lambda: is_stored(eva, id, {"Day 1": {"First": ["Three", "One", "Two"], "Second": []}}), "the move"
    )


def row(title: str) -> str:
    return f'//*[@id="field-days"]//*[@data-programme-row][contains(., "{title}")]'


async def drag(window: Window, title: str, target: str) -> None:
    """By its handle to the upper part of the target; taken hold of again where something moved away under the mouse."""
    for _grab in range(GRABS):
        await hold(window, f'//*[@aria-label="Move or change: {title}"]', target)
        is_held = await window.run("return document.querySelector('[data-side]') !== null")
        await window.mouse_up()
        if is_held:
            return
    raise AssertionError(f"{title} was not taken along")


async def hold(window: Window, handle: str, target: str) -> None:
    """Presses the mouse on the one and moves it over the other."""
    await window.box_of(target)
    await window.run(SHOW, target)
    start, end = await window.box_of(handle), await window.box_of(target)
    await window.mouse_to(*start.at(0.5, 0.5))
    await window.mouse_down()
    x, y = end.at(0.1, 0.2)
    for below in (40, 20, 8, 0):
        await window.mouse_to(x, y + below)


async def is_stored(eva: Script, id: str, expected: dict[str, Any]) -> bool:
    return await asyncio.to_thread(outline, eva, id) == expected


async def test_the_filters_of_a_list_share_one_row(window: Window, edited_cms: CmsProcess) -> None:
    await sign_in(window, edited_cms, "/content/NewsItem")
    await window.box_of(FILTER)

    heights = await window.run(HEIGHTS)
    assert await window.run("return innerWidth") == WIDTH
    assert len(heights) > 4 and len(set(heights)) == 1
