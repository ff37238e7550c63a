"""An editor publishes a summary, closes registration: what visitors see of the edition follows by itself."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from playwright.async_api import Page, expect

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, choose, eva, field, opened, publish, refer, stored_item, visited
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]

PREVIEWED = """query ($token: String!) { site(key: "eccp", locale: "en", preview: $token) {
  edition(slug: "graz-2031") { registration { state url } } } }"""
MAKE_PREVIEW = """mutation ($input: CreatePreviewInput!) {
  createPreview(input: $input) { preview { token } refusal { message } } }"""
SLUG = "graz-2031"
BRUSSELS = ZoneInfo("Europe/Brussels")


def summary_on_card(eva: Script, slug: str) -> str | None:
    """The link on the card of the landing page."""
    cards = visited(eva, "SeriesLanding")["series"]["past"]["nodes"]
    summary = next(one for one in cards if one["slug"] == slug)["summary"]
    return summary and summary["url"]


async def test_katowice_gains_the_link_to_its_summary_and_loses_it(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    assert summary_on_card(eva, "katowice-2022") is None
    data = {"kind": "news", "title": {"en": "What Katowice brought"}, "published_at": "2022-12-01"}
    id = eva.do("createItem", type="NewsItem", site="eccp", data=data)["id"]
    page = await opened(open_page, edited_cms, EVA, f"/content/NewsItem/{id}?language=en")

    # refused without the edition whose summary it is, told beside the field
    await choose(page, "kind", "Event summary")
    await page.get_by_role("button", name="Publish", exact=True).click()
    await expect(page.get_by_role("alert").filter(has_text="before publishing").first).to_be_visible()
    await assert_accessible(page)
    assert summary_on_card(eva, "katowice-2022") is None

    await refer(page, "edition", "Katowice")
    await publish(page)
    assert summary_on_card(eva, "katowice-2022") == "/news/what-katowice-brought"
    assert visited(eva, "EditionPage", slug="katowice-2022")["edition"]["summary"]["url"]

    await more(page, "Unpublish…")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Visitors will no longer see it")
    await dialog.get_by_role("button", name="Unpublish", exact=True).click()
    await expect(page.get_by_text("Visitors no longer see it in English.")).to_be_visible()
    assert summary_on_card(eva, "katowice-2022") is None


async def more(page: Page, step: str) -> None:
    region = page.get_by_role("region", name="Publication")
    await region.get_by_role("button", name="More").click()
    await page.get_by_role("menuitem", name=step).click()


def second_time_in_graz(eva: Script) -> str:
    """An edition to come, with the pictures and partners of the one that was; not confirmed, so that it counts for no
    number."""
    told = stored_item(eva, eva.first("Edition", "graz"))["data"]
    coming = {"start": "2031-05-13", "end": "2031-05-14", "tentative": True}
    data = {**told, **coming, "registration": {"url": "https://example.org/graz"}, "days": []}
    slugs = [{"locale": "en", "slug": SLUG}]
    id = eva.do("createItem", type="Edition", site="eccp", data=data, slugs=slugs)["id"]
    eva.do("publishItem", id=id, locales=["en"])
    return id


def registration(eva: Script) -> dict[str, Any]:
    return visited(eva, "EditionPage", slug=SLUG)["edition"]["registration"]


def registration_at(eva: Script, moment: dt.datetime) -> str:
    """What it will be by the clock at that moment."""
    wanted = {"site": "eccp", "asOf": moment.astimezone(BRUSSELS).strftime("%Y-%m-%dT%H:%M")}
    token = eva.ask(MAKE_PREVIEW, input=wanted)["createPreview"]["preview"]["token"]
    body = {"query": PREVIEWED, "variables": {"token": token}}
    answer = eva.http.post("/graphql", json=body).json()
    return answer["data"]["site"]["edition"]["registration"]["state"]


async def test_registration_is_closed_by_hand_and_by_the_clock(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    id = second_time_in_graz(eva)
    now = dt.datetime.now(ZoneInfo("Europe/Vienna")).replace(second=0, microsecond=0)
    assert registration(eva)["state"] == "OPEN"
    page = await opened(open_page, edited_cms, EVA, f"/content/Edition/{id}?language=en")

    # by hand, with a word for visitors; and given back to the clock
    await choose(page, "registration.manual_state", "Registration is closed")
    await field(page, "registration.message.en").fill("All places are taken.")
    await publish(page)
    assert registration(eva) == {"state": "CLOSED", "url": None, "message": "All places are taken."}
    await choose(page, "registration.manual_state", "Registration is closed")  # once more: taken back
    await expect(field(page, "registration.manual_state")).to_have_value("")
    await publish(page)
    assert registration(eva)["state"] == "OPEN"

    # by the clock, which is that of Graz: it closes in two hours, and nobody has to do anything
    closes = now + dt.timedelta(hours=2)
    await field(page, "registration.closes").fill(closes.strftime("%Y-%m-%dT%H:%M"))
    await publish(page)
    assert registration(eva)["state"] == "OPEN"
    assert registration_at(eva, closes - dt.timedelta(minutes=1)) == "OPEN"
    assert registration_at(eva, closes) == "CLOSED"

    # the moment has passed
    await field(page, "registration.closes").fill((now - dt.timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M"))
    await publish(page)
    assert registration(eva)["state"] == "CLOSED" and registration(eva)["url"] is None

    # it opens tomorrow
    await field(page, "registration.closes").fill("2031-05-01T18:00")
    opens = now + dt.timedelta(days=1)
    await field(page, "registration.opens").fill(opens.strftime("%Y-%m-%dT%H:%M"))
    await publish(page)
    assert registration(eva)["state"] == "NOT_YET_OPEN" and registration_at(eva, opens) == "OPEN"
