"""An editor changes dates and nothing else: everything that visitors are told of them follows."""

from typing import Any

from tests.browser import OpenPage, assert_accessible
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, eva, field, opened, publish, stored_item, visited
from tests.journeys.test_management_editor_script import Script

__all__ = ["eva"]


def card(cards: list[dict[str, Any]], slug: str) -> dict[str, Any] | None:
    return next((one for one in cards if one["slug"] == slug), None)


def landing(eva: Script, slug: str) -> tuple[str, dict[str, Any]]:
    """In which list of the series' landing page the edition is, and its card there."""
    series = visited(eva, "SeriesLanding")["series"]
    [found] = [(name, one) for name in ("next", "past") if (one := card(series[name]["nodes"], slug))]
    return found


def archive(eva: Script, **filter: Any) -> list[str]:
    """Slugs of the first page of the archive."""
    return [one["slug"] for one in visited(eva, "EditionArchive", f=filter)["editions"]["nodes"]]


def page_of(eva: Script, slug: str) -> dict[str, Any]:
    return visited(eva, "EditionPage", slug=slug)["edition"]


async def test_other_dates_show_wherever_the_edition_does(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    slug, id = "chisinau-2024", eva.first("Edition", "chișinău")
    news = {"kind": "invitation", "title": {"en": "Come"}, "published_at": "2024-05", "edition": id}
    slugs = [{"locale": "en", "slug": "come-to-chisinau"}]
    invitation = eva.do("createItem", type="NewsItem", site="eccp", data=news, slugs=slugs)
    eva.do("publishItem", id=invitation["id"], locales=["en"])
    old, dates = page_of(eva, slug), stored_item(eva, id)["data"]
    assert old["status"] == "PAST" and landing(eva, slug)[0] == "past" and slug in archive(eva, status=["PAST"])
    assert old["ordinal"] == 17

    page = await opened(open_page, edited_cms, EVA, f"/content/Edition/{id}?language=en")
    await field(page, "start").fill("2031-03-30")
    await field(page, "end").fill("2031-04-01")
    await publish(page)
    await assert_accessible(page)

    label = "30 March – 1 April 2031"
    where, on_landing = landing(eva, slug)
    edition = page_of(eva, slug)
    invited = visited(eva, "NewsDetail", slug="come-to-chisinau")["newsItem"]["edition"]
    assert where == "next"
    assert [one["dateLabel"] for one in (on_landing, edition, invited)] == [label] * 3
    assert [one["status"] for one in (on_landing, edition, invited)] == ["UPCOMING"] * 3
    assert slug in archive(eva, status=["UPCOMING"]) and slug not in archive(eva, status=["PAST"])
    assert old["dateLabel"] != label and "2031" not in old["dateLabel"]
    assert edition["ordinal"] == invited["ordinal"] == 21 and page_of(eva, "vaasa-2025")["ordinal"] == 19

    # an end before the start is told beside the field, and visitors keep what they have
    await field(page, "end").fill("2031-03-29")
    await page.get_by_role("button", name="Publish changes").click()
    await field(page, "end").and_(page.locator("[aria-invalid=true]")).wait_for()
    await assert_accessible(page)
    assert page_of(eva, slug)["dateLabel"] == label

    # and back
    await field(page, "start").fill(dates["start"])
    await field(page, "end").fill(dates["end"])
    await publish(page)
    assert landing(eva, slug)[0] == "past" and page_of(eva, slug) == old


async def test_heilbronn_is_postponed_without_a_date_and_comes_back_as_the_twentieth(
    edited_cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    slug, id = "heilbronn-2025", eva.first("Edition", "heilbronn")
    planned = {"start": "2024-11-13", "end": "2024-11-14", "postponed_from": None, "number_override": None}
    version = stored_item(eva, id)["version"]
    eva.do("updateItem", id=id, baseVersion=version, changes=planned)
    eva.do("publishItem", id=id, locales=["en"])
    before = page_of(eva, slug)
    assert (before["dateLabel"], before["ordinal"]) == ("13–14 November 2024", 19)
    assert page_of(eva, "charleroi-2024")["ordinal"] == 20

    page = await opened(open_page, edited_cms, EVA, f"/content/Edition/{id}?language=en")
    await field(page, "postponed_from").fill("2024-11-13")
    await field(page, "start").fill("")
    await field(page, "end").fill("")
    await publish(page)

    where, shown = landing(eva, slug)
    assert (where, shown["status"], shown["dateLabel"]) == ("next", "UPCOMING", "Date to be announced")
    assert page_of(eva, slug)["ordinal"] is None and page_of(eva, "charleroi-2024")["ordinal"] == 19
    assert archive(eva, status=["UPCOMING"])[0] == slug

    await field(page, "start").fill("2025-04-09")
    await field(page, "end").fill("2025-04-10")
    await publish(page)

    where, shown = landing(eva, slug)
    assert (where, shown["status"], shown["dateLabel"]) == ("past", "PAST", "9–10 April 2025")
    numbers = {one: page_of(eva, one)["ordinal"] for one in ("charleroi-2024", slug, "vaasa-2025")}
    assert numbers == {"charleroi-2024": 19, slug: 20, "vaasa-2025": 21}
