"""The form of an edition with a long programme opens and keeps up with typing, in an editor's browser."""

import re
from typing import Any

from playwright.async_api import expect

from benchmarks.editor import IASI
from benchmarks.form_speed import open_every_part, opening_ms, typing
from benchmarks.machine import load_average
from tests.browser import OpenPage
from tests.journeys.cms_process import CmsProcess
from tests.journeys.editing import EVA, field, stored
from tests.journeys.programme import cms, eva, session
from tests.journeys.test_editor_signs_in import login
from tests.journeys.test_management_editor_script import Script

__all__ = ["cms", "eva"]

FEW_WORDS = "Clusters and regions meet. "
"""A key in so long a form takes a fifth of a second of a busy machine."""


async def test_a_form_of_300_fields_opens_and_takes_every_key_that_is_typed(
    cms: CmsProcess, eva: Script, open_page: OpenPage
) -> None:
    """The figures are printed; `python -m benchmarks.editor` holds them against the targets on a quiet machine."""
    page = await open_page(f"{cms.url}/admin/content/Edition?search=Ia%C8%99i", person=login(cms, EVA))
    await expect(page.locator(IASI).first).to_be_visible()
    first = await opening_ms(page, IASI)
    await page.go_back()
    await expect(page.locator(IASI).first).to_be_visible()
    again = await opening_ms(page, IASI)
    lengthen(eva, eva.first("Edition", "iasi"))
    await page.reload()
    await expect(page.get_by_role("button", name="Open all")).to_be_visible()
    fields = await open_every_part(page)

    keys = await typing(page, "field-theme.en", fields, rounds=2, words=FEW_WORDS)

    print(
        f"\nform of Iași: opens in {first:.0f} ms the first time, {again:.0f} ms again; with {fields} fields a "
        f"key takes {keys.p95:.0f} ms (95th percentile), longest task {keys.longest_task:.0f} ms; load {load_average()}"
    )
    assert fields >= 300
    await expect(field(page, "theme.en")).to_have_value(re.compile(re.escape(FEW_WORDS * 2)))
    await stored(page)


def lengthen(eva: Script, id: str) -> None:
    """A second day with more talks of somebody of the first one."""
    item = eva.ask("query ($id: ID!) { item(id: $id) { version data } }", id=id)["item"]
    days: list[dict[str, Any]] = item["data"]["days"]
    person = days[0]["sessions"][0]["talks"][0]["speakers"][0]["person"]
    speaker = {"person": person, "capacity": "speaker"}
    talks = [{"title": {"en": f"Talk {number}"}, "speakers": [speaker]} for number in range(22)]
    days.append(
        {"label": {"en": "Day 2"}, "date": "2023-11-23", "sessions": [session("Many talks") | {"talks": talks}]}
    )
    eva.do("updateItem", id=id, baseVersion=item["version"], changes={"days": days})
