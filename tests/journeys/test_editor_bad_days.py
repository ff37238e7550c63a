"""Bad days of an editor: a fault of the server, a right taken away, a file too large, a slow line, two tabs."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, Request, Route, expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.files import samples
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EMA, EVA, eva, field, opened, stored, stored_item
from tests.journeys.network import line_of
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]

ALEX = "admin@example.org"
REQUEST_ID = "4d1f0c8a9b7e4c55a1d2"
PEOPLE = "query ($f: PeopleFilterInput) { people(filter: $f, first: 1) { nodes { id } } }"
ROLE = "refusal { code message } problems { message } }"


@pytest.fixture(scope="module")
def alex(edited_cms: CmsProcess) -> Iterator[Script]:
    """A program of an administrator."""
    script = Script(edited_cms, ALEX)
    yield script
    script.http.close()


def news_of(script: Script, title: str, **more: Any) -> str:
    data = {"kind": "news", "title": {"en": title}, "published_at": "2026-05-01", **more}
    return script.do("createItem", type="NewsItem", site="nca", data=data)["id"]


def title_of(script: Script, id: str) -> str:
    return stored_item(script, id)["data"]["title"]["en"]


async def fail(route: Route) -> None:
    """As the CMS answers when it meets a fault of its own."""
    text = f"Something went wrong on our side. If you tell us about it, mention the request {REQUEST_ID}.\n"
    await route.fulfill(status=500, body=text, headers={"x-request-id": REQUEST_ID, "content-type": "text/plain"})


async def test_a_fault_of_the_server_is_told_with_the_id_of_the_request(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("500")
    id = news_of(eva, "Before the fault")
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")

    # while saving: the text stays, it is saved once the server works again
    await page.route("**/management/graphql", fail)
    await field(page, "title.en").fill("Written during the fault")
    alert = page.get_by_role("alert")
    await expect(alert).to_contain_text("The server could not save this")
    await expect(alert).to_contain_text(f"report the request {REQUEST_ID}")
    await assert_accessible(page)
    await page.unroute("**/management/graphql")
    await alert.get_by_role("button", name="Try again").click()
    await stored(page)
    assert title_of(eva, id) == "Written during the fault"

    # while publishing: nothing is said to be live
    await page.route("**/management/graphql", fail)
    await page.get_by_role("button", name="Publish", exact=True).click()
    panel = page.get_by_role("region", name="Publication")
    await expect(panel.get_by_role("alert")).to_contain_text(f"report the request {REQUEST_ID}")
    await expect(panel).to_contain_text("Visitors do not see it.")
    await page.unroute("**/management/graphql")
    await page.get_by_role("button", name="Publish", exact=True).click()
    await expect(panel).to_contain_text("Visitors see it since")
    await expect(panel.get_by_role("alert")).to_have_count(0)

    # while reading: instead of the form, with a way to go on
    await page.route("**/management/graphql", fail)
    await page.reload()
    await expect(page.get_by_role("alert").first).to_contain_text(f"report the request {REQUEST_ID}")
    await page.unroute("**/management/graphql")
    await page.get_by_role("button", name="Try again").first.click()
    await expect(page.get_by_role("region", name="Publication")).to_be_visible(timeout=60_000)
    await expect(field(page, "title.en")).to_have_value("Written during the fault")


def change_role(alex: Script, verb: str, person: str) -> None:
    kind = verb[0].upper() + verb[1:]
    query = f"mutation ($input: {kind}Input!) {{ {verb}(input: $input) {{ {ROLE} }}"
    result = alex.ask(query, input={"role": "editor", "person": person, "site": "nca"})[verb]
    assert result["refusal"] is None, result


async def test_a_right_that_is_taken_away_meanwhile_leaves_the_text_and_says_whom_to_ask(
    edited_cms: CmsProcess, eva: Script, alex: Script, open_page: OpenPage
) -> None:
    id = news_of(eva, "Hers until noon")
    page = await opened(open_page, edited_cms, EMA, f"/content/NewsItem/{id}?language=en")
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person = alex.ask(PEOPLE, f={"search": "Ema"})["people"]["nodes"][0]["id"]

    change_role(alex, "revokeRole", person)
    try:
        await field(page, "title.en").fill("Written at one o'clock")
        alert = page.get_by_role("alert")
        await expect(alert).to_contain_text("You may not change this any more")
        await expect(alert).not_to_contain_text("deleted this meanwhile")
        await assert_accessible(page)
        await alert.get_by_role("button", name="Copy my text").click()
        await expect(alert.get_by_role("button", name="Copied")).to_be_visible()
        assert "Written at one o'clock" in await page.evaluate("navigator.clipboard.readText()")
        assert title_of(eva, id) == "Hers until noon"
    finally:
        change_role(alex, "grantRole", person)

    await alert.get_by_role("button", name="Try again").click()
    await stored(page)
    assert title_of(eva, id) == "Written at one o'clock"


async def test_what_happens_to_an_item_that_is_only_looked_at_is_shown(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva, "Only looked at")
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    eva.do("deleteItem", id=id)

    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # back at the tab

    await expect(page.get_by_text("In the recycle bin since")).to_be_visible()
    await expect(field(page, "title.en")).not_to_be_editable()
    await assert_accessible(page)
    eva.do("restoreItem", id=id)
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(field(page, "title.en")).to_be_editable()


async def test_a_file_that_is_too_large_is_refused_before_a_byte_is_sent(
    edited_cms: CmsProcess, open_page: OpenPage, tmp_path: Path
) -> None:
    large, small, empty = tmp_path / "Poster.png", tmp_path / "Logo.png", tmp_path / "Nothing.pdf"
    large.write_bytes(bytes(31 * 1024 * 1024))
    small.write_bytes(samples.image("PNG", 123, 77))
    empty.write_bytes(b"")
    page = await open_page(f"{edited_cms.url}/admin/files", person=login(edited_cms, EVA))
    await expect(page.get_by_role("button", name="Upload files")).to_be_visible(timeout=60_000)
    sent = requests(page, re.compile(r"/uploads/"))

    await page.locator("input[type=file]").first.set_input_files([large, small, empty])

    rows = page.get_by_role("region", name="Uploads", exact=True).get_by_role("listitem")
    await expect(rows.filter(has_text="Poster.png").get_by_role("alert")).to_contain_text("pictures may have 30 MB")
    await expect(rows.filter(has_text="Nothing.pdf").get_by_role("alert")).to_contain_text("The file is empty")
    await expect(rows.filter(has_text="Logo.png").get_by_text("Uploaded")).to_be_visible()
    assert len(sent) == 1
    await assert_accessible(page)


def requests(page: Page, address: re.Pattern[str], part: str = "") -> list[Request]:
    """Those to such an address, whose body has `part` in it, from now on."""
    seen: list[Request] = []

    def note(request: Request) -> None:
        if address.search(request.url) and part in (request.post_data or ""):
            seen.append(request)

    page.on("request", lambda request: note(request) if not part or request.method == "POST" else None)
    return seen


async def test_on_a_slow_line_saving_is_seen_and_nothing_is_done_twice(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = news_of(eva, "On a slow line")
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    graphql = re.compile("/management/graphql")
    saves, publications = requests(page, graphql, "updateItem"), requests(page, graphql, "publishItem")
    line = await line_of(page)
    await line.slow(seconds=6)

    await field(page, "title.en").fill("Slowly")
    await page.keyboard.press("Control+s")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Saving…")).to_be_visible()
    await expect(page.get_by_text("Still saving, the connection is slow.")).to_be_visible()
    await field(page, "title.en").press("End")
    await field(page, "title.en").press_sequentially(" but surely")
    await line.slow(seconds=1)
    await stored(page)
    assert title_of(eva, id) == "Slowly but surely"
    bodies = [json.loads(save.post_data or "") for save in saves]
    sent = [body["variables"]["input"]["changes"]["title"]["en"] for body in bodies]
    assert sent[0] == "Slowly" and sent[-1] == "Slowly but surely"
    assert len(set(sent)) == len(sent)

    publish = page.get_by_role("button", name="Publish", exact=True)
    await publish.dblclick()
    await expect(page.get_by_role("region", name="Publication")).to_contain_text("Visitors see it since")
    assert len(publications) == 1


async def test_two_tabs_of_one_person_keep_what_was_typed_in_both(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("ERR_INTERNET_DISCONNECTED")
    id = news_of(eva, "In two tabs", lead={"en": "A lead"})
    first = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")
    second = await first.context.new_page()
    await second.goto(first.url)
    await expect(field(second, "title.en")).to_have_value("In two tabs")

    # something else in each: both stay
    await asyncio.gather(
        field(first, "title.en").fill("In two tabs at once"), field(second, "lead.en").fill("Two leads")
    )
    await stored(first)
    await stored(second)
    data = stored_item(eva, id)["data"]
    assert (data["title"]["en"], data["lead"]["en"]) == ("In two tabs at once", "Two leads")

    # the same in both: neither is lost, and the person chooses
    line = await line_of(second)
    await line.cut()
    await field(second, "title.en").fill("From the second tab")
    await expect(second.get_by_role("alert")).to_contain_text("The server does not answer")
    await field(first, "title.en").fill("From the first tab")
    await stored(first)
    await line.mend()
    await second.get_by_role("button", name="Compare and choose").click()
    dialog = second.get_by_role("dialog")
    await expect(dialog).to_contain_text("first")
    await assert_accessible(second)
    await dialog.get_by_role("radio", name="Keep mine").check()
    await dialog.get_by_role("button", name="Save what I chose").click()
    await expect(dialog).to_be_hidden()
    await stored(second)
    await first.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(field(first, "title.en")).to_have_value("From the second tab")

    # signed out in one of them: the other asks, in place
    await second.get_by_role("button", name="Eva Editor").click()
    expect_faults("401")
    await second.get_by_role("menuitem", name="Sign out").click()
    await expect(second.get_by_role("textbox", name="Password")).to_be_visible()
    await field(first, "title.en").fill("After signing out elsewhere")
    again = first.get_by_role("dialog", name="Sign in again to go on")
    await expect(again).to_be_visible()
    await again.get_by_role("textbox", name="Password").fill(eva.credentials["password"])
    await again.get_by_role("button", name="Sign in", exact=True).click()
    await stored(first)
    assert title_of(eva, id) == "After signing out elsewhere"
