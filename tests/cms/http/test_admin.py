"""The editors' interface as browsers get it."""

import gzip
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from cms.http.admin import AdminInterface

SCRIPT = "console.log('cluster')\n" * 200


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><head><title>Cluster CMS</title></head>", "utf-8")
    (tmp_path / "assets" / "index-a1b2.js").write_text(SCRIPT, "utf-8")
    (tmp_path / ".source").write_text("a digest", "utf-8")
    return tmp_path


def browser(folder: Path) -> httpx.AsyncClient:
    app = Starlette(routes=AdminInterface(["https://s3.example.org"], folder).routes())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test")


@pytest.mark.parametrize("path", ["/admin/", "/admin/content/Edition", "/admin/content/Edition/65f0"])
async def test_every_screen_has_an_address_of_its_own(built: Path, path: str) -> None:
    async with browser(built) as client:
        page = await client.get(path)

    assert page.status_code == 200 and "Cluster CMS" in page.text
    assert page.headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert "script-src 'self';" in page.headers["content-security-policy"]
    assert "img-src 'self' data: blob: https://s3.example.org;" in page.headers["content-security-policy"]


async def test_programs_are_sent_compressed_and_kept_for_ever(built: Path) -> None:
    async with browser(built) as client:
        plain = await client.get("/admin/assets/index-a1b2.js", headers={"accept-encoding": "identity"})
        async with client.stream("GET", "/admin/assets/index-a1b2.js", headers={"accept-encoding": "gzip"}) as packed:
            raw = b"".join([chunk async for chunk in packed.aiter_raw()])

    assert plain.text == SCRIPT == gzip.decompress(raw).decode()
    assert "immutable" in packed.headers["cache-control"] and len(raw) < len(SCRIPT) / 10


@pytest.mark.parametrize("refusal", ["gzip;q=0", "gzip;q=0.1, identity", "br"])
async def test_programs_are_sent_as_they_are_to_who_would_rather_have_that(built: Path, refusal: str) -> None:
    async with browser(built) as client:
        answer = await client.get("/admin/assets/index-a1b2.js", headers={"accept-encoding": refusal})

    assert "content-encoding" not in answer.headers and answer.text == SCRIPT


async def test_what_is_known_is_not_sent_again(built: Path) -> None:
    async with browser(built) as client:
        first = await client.get("/admin/")
        again = await client.get("/admin/", headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/admin/assets/gone.js", "/admin/.source", "/admin/..%2f__init__.py"])
async def test_nothing_else_can_be_fetched(built: Path, path: str) -> None:
    async with browser(built) as client:
        assert (await client.get(path)).status_code == 404


async def test_an_interface_that_was_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    async with browser(tmp_path) as client:
        answer = await client.get("/admin/")

    assert answer.status_code == 503 and "run.py" in answer.text
