"""What the editors' interface is told of content types, as browsers get it."""

import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from cms.http.admin import AdminInterface
from tests.cms.content_types.tenders import tender_declared

PAGE = "<!doctype html><html><head><title>Cluster CMS</title></head></html>"


@pytest.fixture
def client(tmp_path: Path) -> httpx.AsyncClient:
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    app = Starlette(routes=AdminInterface([], tmp_path).routes())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test")


async def test_the_page_names_a_version_that_browsers_keep(client: httpx.AsyncClient) -> None:
    page = await client.get("/admin/")
    [version] = re.findall(r'<meta name="content-types" content="(\w+)">', page.text)
    named = await client.get(f"/admin/content-types/cs.json?v={version}")

    assert "immutable" in named.headers["cache-control"] and named.headers["content-encoding"] == "gzip"
    assert named.json()["texts"]["plural"]["Person"] == "Osoby"
    assert page.headers["cache-control"] == "no-cache"


async def test_another_version_is_asked_for_again(client: httpx.AsyncClient) -> None:
    first = await client.get("/admin/content-types/en.json?v=older")
    again = await client.get("/admin/content-types/en.json", headers={"if-none-match": first.headers["etag"]})

    assert first.headers["cache-control"] == "no-cache" and again.status_code == 304


async def test_a_language_that_the_interface_has_not_is_not_there(client: httpx.AsyncClient) -> None:
    assert (await client.get("/admin/content-types/de.json")).status_code == 404


@pytest.mark.parametrize(
    ("language", "plural", "label"),
    [("en", "Tenders", "Deadline"), ("cs", "Zakázky", "Lhůta"), ("bg", "Търгове", "Срок")],
)
async def test_a_type_of_another_package_is_told_with_everything(
    client: httpx.AsyncClient, tmp_path: Path, language: str, plural: str, label: str
) -> None:
    with tender_declared(tmp_path / "tenders"):
        told = (await client.get(f"/admin/content-types/{language}.json")).json()

    [tender] = [one for one in told["types"] if one["name"] == "Tender"]
    assert (tender["group"], tender["icon"], tender["filters"]) == ("library", "briefcase", ["procedure"])
    assert [(one["name"], one["shows"], one["isDay"]) for one in tender["columns"]] == [
        ("procedure", "choice", False),
        ("deadline", "day", True),
    ]
    assert told["texts"]["plural"]["Tender"] == plural
    assert told["texts"]["fields"]["deadline"] == label
    assert told["texts"]["fields"]["title"] != told["texts"]["of"]["Tender"]["fields"]["title"]
    assert told["texts"]["parts"]["Lot"]
