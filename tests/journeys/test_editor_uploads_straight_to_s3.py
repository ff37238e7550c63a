"""An editor's browser sends a file straight to an S3 server, which lets pages of the CMS do so (CORS)."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx
from minio.credentials.credentials import Credentials
from minio.signer import presign_v4
from playwright.async_api import FilePayload, expect

from storage.embedded import S3Address
from tests.browser import OpenPage
from tests.journeys.cms_process import CmsProcess
from tests.journeys.test_editor_files_and_text import EVA, new_paper
from tests.journeys.test_editor_signs_in import login

RULES = """<CORSConfiguration><CORSRule><AllowedOrigin>{origin}</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
<AllowedHeader>content-type</AllowedHeader><MaxAgeSeconds>600</MaxAgeSeconds></CORSRule></CORSConfiguration>"""


async def let_pages_put(s3: S3Address, origin: str) -> None:
    """What `aws s3api put-bucket-cors` does."""
    bucket = urlsplit(f"{s3.endpoint}/{s3.bucket}?cors=")
    login = Credentials(s3.access_key, s3.secret_key)
    now = datetime.now(UTC)
    signed = presign_v4(method="PUT", url=bucket, region=s3.region, credentials=login, date=now, expires=60)
    address = urlunsplit(signed)
    async with httpx.AsyncClient() as client:
        answer = await client.put(address, content=RULES.format(origin=origin))
    assert answer.status_code == 200, answer.text


async def preflight(s3: S3Address, origin: str) -> str | None:
    """The origin whose pages may put bytes."""
    asked = {"origin": origin, "access-control-request-method": "PUT", "access-control-request-headers": "content-type"}
    async with httpx.AsyncClient() as client:
        answer = await client.options(f"{s3.endpoint}/{s3.bucket}/upload-parts/x", headers=asked)
    return answer.headers.get("access-control-allow-origin")


async def test_the_library_sends_parts_straight_to_s3_where_it_lets_pages_of_the_cms(
    new_seaweedfs_bucket: Callable[[], Awaitable[S3Address]],
    open_page: OpenPage,
    expect_faults: Callable[..., None],
    tmp_path: Path,
) -> None:
    s3 = await new_seaweedfs_bucket()
    where = {"s3_endpoint": s3.endpoint, "s3_access_key": s3.access_key, "s3_secret_key": s3.secret_key}
    options = {**where, "s3_bucket": s3.bucket, "s3_public_url": s3.endpoint}
    cms = await asyncio.to_thread(CmsProcess, tmp_path / "data", "--demo", **options)
    try:
        await let_pages_put(s3, cms.url)
        expect_faults("Failed to load resource")  # pictures of the demo lie where it was loaded
        page = await open_page(f"{cms.url}/admin/files", person=login(cms, EVA))
        put: list[str] = []
        page.on("request", lambda request: put.append(request.url) if request.method == "PUT" else None)
        paper = FilePayload(
            name="Paper.pdf", mimeType="application/pdf", buffer=new_paper() + b"\n%" + b" " * 3_000_000
        )

        await page.locator("input[type=file]").first.set_input_files(paper)

        uploads = page.get_by_role("region", name="Uploads")
        await expect(uploads.get_by_text("Uploaded")).to_have_count(1, timeout=60_000)
        assert len(put) > 1 and all(url.startswith(f"{s3.endpoint}/{s3.bucket}/") for url in put)
        assert await preflight(s3, cms.url) == cms.url
        assert await preflight(s3, "https://elsewhere.example") is None
    finally:
        assert cms.stop() == 0, cms.said
