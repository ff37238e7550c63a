"""A content type of an installation's own, one Python file and its words: an editor creates, publishes and finds such
an item in Czech, in an interface that was built without it, and visitors read it."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import expect

from tests.browser import OpenPage, assert_accessible
from tests.cms.content_types.tenders import written
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_signs_in import login

TENDERS = """{ site(key: "nca", locale: "cs") { tenders(filter: {procedure: OPEN}) { nodes {
  title deadline procedureLabel slug } } } }"""


async def test_a_tender_in_czech(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage) -> None:
    written(tmp_path / "own" / "tender_types")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "own"))
    cms = CmsProcess(tmp_path / "data", "--demo", content_types="tender_types")
    person = login(cms, "editor-nca@example.org")
    page = await open_page(f"{cms.url}/admin/", person=person, locale="cs")

    await page.get_by_role("navigation").get_by_role("link", name="Zakázky").click()
    await page.get_by_role("button", name="Nová zakázka").first.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Název zakázky").fill("Most přes Odru")
    await dialog.get_by_role("button", name="Vytvořit").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Most přes Odru")
    await page.get_by_role("combobox", name="Řízení").click()
    await page.get_by_role("option", name="Otevřené").click()
    await page.get_by_label("Lhůta").fill("2027-01-31")
    await expect(page.get_by_text("Poslední den.")).to_be_visible()
    await assert_accessible(page)
    await expect(page.get_by_text("Uloženo", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Zveřejnit", exact=True).click()
    await expect(page.get_by_text("Zveřejněno (čeština).")).to_be_visible()

    await page.get_by_role("navigation").get_by_role("link", name="Zakázky").click()
    await page.get_by_label("Hledat v názvech").fill("odru")
    await page.get_by_role("combobox", name="Řízení").select_option("Otevřené")
    row = page.get_by_role("row").filter(has_text="Most přes Odru")
    await expect(row).to_contain_text("Otevřené")
    await expect(row).to_contain_text("31. 1. 2027")

    found = {"title": "Most přes Odru", "deadline": "2027-01-31", "procedureLabel": "Otevřené"}
    assert read_by_visitors(cms) == [{**found, "slug": "most-pres-odru"}]
    await page.close()  # it asks again and again for what others do
    assert cms.stop() == 0, cms.said


def read_by_visitors(cms: CmsProcess) -> list[dict[str, Any]]:
    answer = httpx.post(f"{cms.url}/graphql", json={"query": TENDERS}, timeout=30).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["tenders"]["nodes"]
