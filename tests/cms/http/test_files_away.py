"""Files while the S3 server is away."""

import asyncio
from collections.abc import Iterator

import pytest

from cms.files import presence
from tests.cms.files import samples
from tests.cms.http.file_site import ID, FileSite
from tests.killable_s3 import KillableS3, store_of

PROMISED = 2.0 + 3.0  # seconds, with what a busy machine may add
PATHS = [f"/files/{ID}/banner.png", f"/files/{ID}/banner.png?width=320"]


@pytest.fixture
def site(killable_s3: KillableS3) -> Iterator[FileSite]:
    store = store_of(killable_s3.address)
    yield FileSite(store)
    store.close()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("delivery", ["stream", "redirect"])
async def test_a_visitor_is_told_to_come_back(
    site: FileSite, killable_s3: KillableS3, path: str, delivery: str
) -> None:
    await site.publish(samples.image(), "banner.png")
    killable_s3.kill()

    async with site.visited("redirect" if delivery == "redirect" else "stream") as browser:
        answer = await browser.get(path)

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.text == "Files cannot be served right now: try again.\n"


@pytest.mark.parametrize("path", PATHS)
async def test_a_store_that_hangs_is_not_waited_for(site: FileSite, killable_s3: KillableS3, path: str) -> None:
    await site.publish(samples.image(), "banner.png")
    killable_s3.freeze()

    async with site.visited() as browser:
        async with asyncio.timeout(PROMISED):
            answer = await browser.get(path)
        killable_s3.thaw()

    assert answer.status_code == 503


@pytest.mark.parametrize("path", PATHS)
async def test_files_are_back_when_the_store_is(
    site: FileSite, killable_s3: KillableS3, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "SECONDS", 0.0)
    await site.publish(samples.image(), "banner.png")

    async with site.visited() as browser:
        before = await browser.get(path)
        killable_s3.kill()
        meanwhile = await browser.get(path)
        killable_s3.start()
        after = await browser.get(path)

    assert [answer.status_code for answer in (before, meanwhile, after)] == [200, 503, 200]
    assert after.content == before.content


async def test_who_has_a_file_needs_no_store(site: FileSite, killable_s3: KillableS3) -> None:
    record = await site.publish(samples.image(), "banner.png")
    killable_s3.kill()

    async with site.visited() as browser:
        answer = await browser.get(f"/files/{ID}/banner.png", headers={"if-none-match": f'"{record.sha256}"'})

    assert answer.status_code == 304
