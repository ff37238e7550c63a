"""A site goes out and comes in again as it was."""

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from cms.access.actor import SYSTEM
from cms.files.store_bytes import original_key
from cms.kernel.services import Services
from cms.transfer.import_site import import_site
from cms.transfer.report import Verdict
from cms.worker import Worker
from storage.documents import Item
from storage.mongo import Mongo
from tests.services import Clock
from tests.whole_sites import Empty, Export


def contents(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def items_of(archive: bytes, type: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in contents(archive)[f"items/{type}.jsonl"].splitlines()]


async def imported(services: Services, archive: bytes, tmp_path: Path, **options: Any) -> Any:
    path = tmp_path / "archive.zip"
    path.write_bytes(archive)
    return await import_site(services, SYSTEM, path, **options)


async def live(mongo: Mongo) -> dict[str, Any]:
    """What visitors read."""
    left_out = {"published_at": 0, "version": 0}
    return {one["_id"]: one for one in await mongo.db["published"].find({}, left_out).to_list(None)}


async def test_an_export_is_the_same_each_time(site: str, export: Export) -> None:
    assert await export() == await export()


async def test_an_archive_has_all_that_the_site_shows_and_leans_on(site: str, export: Export, edition: Item) -> None:
    archive = await export()

    manifest = json.loads(contents(archive)["manifest.json"])
    assert manifest["site"] == "nca"
    assert manifest["items"] == {
        "Edition": 1, "FileAsset": 1, "Menu": 1, "NewsItem": 2, "Organisation": 1, "Series": 1, "Site": 2,
    }  # fmt: skip
    assert manifest["missing"] == []
    [carried] = items_of(archive, "Edition")
    assert carried["id"] == edition.id


async def test_people_and_comments_stay_out(site: str, export: Export) -> None:
    archive = b"".join(contents(await export()).values())

    assert b"system" not in archive and b"created_by" not in archive and b"submitted_by" not in archive


async def test_texts_go_out_as_they_were_written(site: str, export: Export, mongo: Mongo) -> None:
    archive = b"".join(contents(await export()).values())

    assert "prepared" in str(await live(mongo))
    assert b"programu" in archive and b"prepared" not in archive


async def test_import_into_an_empty_cms_and_export_give_the_same_bytes(
    site: str, export: Export, empty: Empty, tmp_path: Path, mongo: Mongo
) -> None:
    before, visitors = await export(), await live(mongo)
    fresh = await empty()

    report = await imported(fresh, before, tmp_path)

    assert report.is_done and report.counts[Verdict.NEW] == 9
    assert await export(services=fresh) == before
    assert await live(mongo) == visitors


async def test_files_come_with_their_bytes(
    site: str, export: Export, empty: Empty, tmp_path: Path, picture: Item
) -> None:
    archive = await export()
    fresh = await empty()

    await imported(fresh, archive, tmp_path)

    stat = await fresh.store.stat(original_key(picture.data["sha256"]))
    assert stat.bytes == picture.data["byte_size"]


async def test_what_was_scheduled_happens_there_too(
    site: str, export: Export, empty: Empty, tmp_path: Path, news: Item, clock: Clock, mongo: Mongo
) -> None:
    archive = await export()
    fresh = await empty()
    await imported(fresh, archive, tmp_path)

    clock.set("2024-06-01T07:00:01+00:00")
    worker = Worker(fresh)
    while await worker.step():
        pass

    document = (await live(mongo))[news.id]
    assert set(document["locales"]) == {"cs", "en"}
    assert document["data"]["lead"]["en"] == "Come."
    assert document["data"]["lead"]["cs"] == "Přijďte."
    assert document["data"]["tags"] == ["Burgas"]


async def test_a_second_import_changes_nothing(
    site: str, export: Export, tmp_path: Path, mongo: Mongo, services: Services
) -> None:
    archive = await export()
    before = await mongo.db["audit"].count_documents({})

    report = await imported(services, archive, tmp_path)

    assert report.is_done and dict(report.counts) == {Verdict.SAME: 9}
    assert await mongo.db["audit"].count_documents({}) == before


async def test_a_dry_run_says_what_would_be_and_writes_nothing(
    site: str, export: Export, empty: Empty, tmp_path: Path, mongo: Mongo
) -> None:
    archive = await export()
    fresh = await empty()

    report = await imported(fresh, archive, tmp_path, dry_run=True)

    assert report.counts[Verdict.NEW] == 9 and not report.is_done
    assert [await mongo.db[name].count_documents({}) for name in ("items", "versions", "audit", "published")] == [0] * 4
    assert [key async for key in fresh.store.list_objects("files/")] == []
