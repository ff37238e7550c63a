"""The immutable addresses of public bytes: kept for ever, given out only while the file is public."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cms.files.public_address import public_path
from cms.files.record import FileRecord
from tests.cms.files import samples
from tests.cms.http.file_site import ID, FileSite

GONE = "There is no file at this address.\n"


def at(record: FileRecord, width: int | None = None) -> str:
    return f"/public/{public_path(record, width)}"


async def test_public_bytes_are_kept_for_ever(site: FileSite) -> None:
    content = samples.pdf(2)
    record = await site.publish(content, "Příloha č. 1.pdf")

    async with site.visited("redirect", "anywhere") as browser:
        answer = await browser.get(f"/public/{ID}/{record.sha256}/priloha-c-1.pdf")

    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["etag"] == f'"{record.sha256}"'
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-tag"] == f"item:{ID},public:{ID}/{record.sha256}"
    assert "vary" not in answer.headers and "set-cookie" not in answer.headers


async def test_a_rendition_has_its_width_and_kind_in_its_address(site: FileSite) -> None:
    record = await site.publish(samples.image(width=800, height=600), "640.webp.png")

    async with site.visited() as browser:
        answer = await browser.get(f"/public/{ID}/{record.sha256}/v2/640.webp")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.content[8:12] == b"WEBP"


async def test_ranges_heads_and_conditions_hold_here_too(site: FileSite) -> None:
    content = samples.pdf(2)
    address = at(await site.publish(content, "a.pdf"))

    async with site.visited() as browser:
        part = await browser.get(address, headers={"range": "bytes=5-9"})
        head = await browser.head(address)
        again = await browser.get(address, headers={"if-none-match": head.headers["etag"]})

    assert (part.status_code, part.content) == (206, content[5:10])
    assert (head.status_code, head.headers["content-length"]) == (200, str(len(content)))
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == head.headers["cache-control"]


async def test_nothing_runs_in_our_origin(site: FileSite) -> None:
    picture = at(await site.publish(samples.image(), "a.png"))
    archive = at(await site.publish(samples.pptx(), "a.pptx", file_id="b" * 24))

    async with site.visited() as browser:
        shown, saved = await browser.get(picture), await browser.get(archive)

    assert "sandbox" in shown.headers["content-security-policy"]
    assert saved.headers["content-disposition"].startswith("attachment")
    assert {shown.headers["x-content-type-options"], saved.headers["x-content-type-options"]} == {"nosniff"}


def withdrawn(site: FileSite) -> None:
    site.drafts[ID] = site.published.pop(ID)


def protected(site: FileSite) -> None:
    site.published[ID] = replace(site.published[ID], visibility="protected")


@pytest.mark.parametrize("end", [withdrawn, protected])
@pytest.mark.parametrize("width", [None, 320])
async def test_what_is_not_public_any_more_is_gone_at_once(
    site: FileSite, end: Callable[[FileSite], None], width: int | None
) -> None:
    address = at(await site.publish(samples.image(), "a.png"), width)
    async with site.visited() as browser:
        etag = (await browser.get(address)).headers["etag"]
        end(site)

        answer = await browser.get(address, headers={"x-reader": "entitled", "if-none-match": etag})

    assert (answer.status_code, answer.text) == (404, GONE)
    assert answer.headers["cache-control"] == "no-store"


async def test_an_address_of_replaced_bytes_leads_to_the_present_ones(site: FileSite) -> None:
    old = at(await site.publish(samples.image(width=400, height=300), "a.png"), 320)
    new = at(await site.publish(samples.image(width=500, height=300), "b.png"), 320)

    async with site.visited() as browser:
        answer = await browser.get(old)

    assert (answer.status_code, answer.headers["location"]) == (302, new)
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "{id}/{sha256}",
        "{id}/{sha256}/v2/300.webp",
        "{id}/{sha256}/v2/640.png",
        "{id}/{sha256}/v2/640.webp/more",
        "{other}/{sha256}/a.png",
        "NONSENSE/{sha256}/a.png",
        "{id}/{sha256}/v2/320.webp?width=640&draft=1",
    ],
)
async def test_other_addresses_find_nothing_more(site: FileSite, path: str) -> None:
    """What is asked behind "?" changes nothing."""
    record = await site.publish(samples.image(), "a.png")

    async with site.visited() as browser:
        answer = await browser.get("/public/" + path.format(id=ID, other="c" * 24, sha256=record.sha256))

    assert answer.status_code == (200 if "?" in path else 404)
    assert site.asked in ([], [ID], ["c" * 24])


async def test_documents_have_no_renditions(site: FileSite) -> None:
    address = at(await site.publish(samples.pdf(), "a.pdf"), 640)

    async with site.visited() as browser:
        assert (await browser.get(address)).status_code == 404
