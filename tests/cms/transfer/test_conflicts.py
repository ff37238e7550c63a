"""What becomes of an item that is here already, and of an import that was stopped."""

from pathlib import Path
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import delete_item, publish_item, update_item
from cms.kernel.errors import Invalid, NotPermitted
from cms.kernel.services import Services
from cms.transfer import import_site as importing
from cms.transfer.export_site import export_site
from cms.transfer.import_site import import_site
from cms.transfer.report import ImportReport, Verdict
from storage.documents import Item, Version
from storage.mongo import Mongo
from tests.services import person
from tests.whole_sites import Empty, Export

ADMIN = person("admin", nca=["administrator"], eccp=["administrator"])


@pytest.fixture
async def archive(site: str, export: Export, tmp_path: Path) -> Path:
    path = tmp_path / "site.zip"
    path.write_bytes(await export())
    return path


async def everything(mongo: Mongo) -> dict[str, Any]:
    names = sorted(await mongo.db.list_collection_names())
    return {name: await mongo.db[name].find().sort("_id", 1).to_list(None) for name in names}


def problems(report: ImportReport) -> set[tuple[str, str]]:
    return {(entry.id, problem.code) for entry in report.entries for problem in entry.problems}


@pytest.fixture
async def edited(services: Services, archive: Path, news: Item) -> Item:
    """Changed and published here, after the archive was made."""
    item = await services.repository.items.get(news.id)
    assert item
    changes = {"lead": {"cs": "Zcela jinak.", "en": "Quite different."}, "tags": ["else"]}
    changed = await update_item(services, SYSTEM, news.id, item.version, changes)
    return await publish_item(services, SYSTEM, changed.id, ["cs"])


async def test_another_content_is_refused_and_nothing_is_written(
    services: Services, archive: Path, edited: Item, mongo: Mongo
) -> None:
    before = await everything(mongo)

    report = await import_site(services, SYSTEM, archive, on_conflict="fail")

    assert problems(report) == {(edited.id, "OTHER_CONTENT")}
    assert set(report.entries[0].fields) >= {"lead", "tags", "live"}
    assert not report.is_done
    assert await everything(mongo) == before


async def test_another_content_stays_where_it_is_to_be_skipped(
    services: Services, archive: Path, edited: Item, mongo: Mongo
) -> None:
    report = await import_site(services, SYSTEM, archive, on_conflict="skip")

    found = await services.repository.items.get(edited.id)
    assert report.is_done and report.counts[Verdict.KEPT] == 1
    assert found and found.data["tags"] == ["else"]


async def test_another_content_becomes_a_new_version_where_it_is_to_be_updated(
    services: Services, archive: Path, edited: Item, export: Export, mongo: Mongo
) -> None:
    report = await import_site(services, SYSTEM, archive, on_conflict="update")
    again = await import_site(services, SYSTEM, archive, on_conflict="update")

    found = await services.repository.items.get(edited.id)
    live = await mongo.db["published"].find_one({"_id": edited.id})
    assert (report.counts[Verdict.CHANGED], report.counts[Verdict.SAME]) == (1, 8)
    assert again.counts == {Verdict.SAME: 9}
    assert found and live
    assert (found.data["tags"], live["data"]["tags"]) == (["Burgas", "invitation"], ["Burgas"])
    assert live["data"]["lead"] == {"cs": "Přijďte."}
    assert found.version > edited.version and found.created_by == "system"
    assert found.states["cs"].version == live["locales"]["cs"]["version"]
    versions = await Version.find({"item": edited.id}, sort="version").to_list()
    texts = {one.version: one.data["tags"] for one in versions}
    assert texts[edited.version] == ["else"]
    assert texts[live["locales"]["cs"]["version"]] == ["Burgas"]
    scheduled = found.states["en"].scheduled_version
    assert scheduled and texts[scheduled] == ["Burgas"]


async def test_a_dry_run_of_an_update_says_which_fields_differ(
    services: Services, archive: Path, edited: Item, mongo: Mongo
) -> None:
    before = await everything(mongo)

    report = await import_site(services, SYSTEM, archive, on_conflict="update", dry_run=True)

    [entry] = report.entries
    assert (entry.verdict, entry.title) == (Verdict.CHANGED, "Pozvánka")
    assert set(entry.fields) == {"lead", "tags", "live"}
    assert await everything(mongo) == before


@pytest.mark.parametrize("mode", ["fail", "skip", "update"])
async def test_an_id_of_another_item_is_refused(services: Services, archive: Path, news: Item, mode: Any) -> None:
    await Item.get_motor_collection().update_one({"_id": news.id}, {"$set": {"type": "Page"}})

    report = await import_site(services, SYSTEM, archive, on_conflict=mode)

    assert (news.id, "OTHER_ITEM") in problems(report)


async def test_an_item_in_the_recycle_bin_is_refused(services: Services, archive: Path, news: Item) -> None:
    await delete_item(services, SYSTEM, news.id, even_if_used=True)

    report = await import_site(services, SYSTEM, archive, on_conflict="update")

    assert (news.id, "IN_RECYCLE_BIN") in problems(report)


async def test_an_address_that_is_taken_here_is_refused(
    services: Services, archive: Path, empty: Empty, sites: None, news: Item
) -> None:
    await Item.get_motor_collection().update_one({"_id": news.id}, {"$set": {"_id_was": 1}})
    document = await Item.get_motor_collection().find_one_and_delete({"_id": news.id})
    assert document
    await Item.get_motor_collection().insert_one({**document, "_id": "f" * 24})

    report = await import_site(services, SYSTEM, archive)

    assert (news.id, "TAKEN") in problems(report)


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("after", range(9))
async def test_an_import_that_was_killed_goes_on(
    archive: Path, empty: Empty, export: Export, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    fresh, left, write = await empty(), after, importing.import_item
    whole = archive.read_bytes()  # noqa: ASYNC240

    async def dying(*args: Any) -> Any:
        nonlocal left
        if left == 0:
            raise Killed
        left -= 1
        return await write(*args)

    monkeypatch.setattr(importing, "import_item", dying)
    with pytest.raises(Killed):
        await import_site(fresh, SYSTEM, archive)
    assert await Item.find_all().count() == after
    monkeypatch.undo()

    report = await import_site(fresh, SYSTEM, archive)

    assert (report.counts[Verdict.SAME], report.counts[Verdict.NEW]) == (after, 9 - after)
    assert await export(services=fresh) == whole


async def test_progress_is_told(archive: Path, empty: Empty) -> None:
    told: list[tuple[str, int, int]] = []

    async def tell(stage: str, done: int, total: int) -> None:
        told.append((stage, done, total))

    await import_site(await empty(), SYSTEM, archive, tell=tell)

    assert list(dict.fromkeys(stage for stage, _, _ in told)) == [
        "looking at files",
        "checking items",
        "files",
        "items",
    ]
    assert told[-1] == ("items", 9, 9)


# -- rights ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "actor",
    [
        person("editor", nca=["editor"]),
        person("other", eccp=["administrator"]),
        Actor("token", "Token", {"*": frozenset({"administrator"})}, only=frozenset({"read", "publish"})),
    ],
)
async def test_the_right_to_transfer_is_asked_for(
    services: Services, archive: Path, actor: Actor, mongo: Mongo, tmp_path: Path
) -> None:
    before = await everything(mongo)

    with pytest.raises(NotPermitted):
        await import_site(services, actor, archive)
    with pytest.raises(NotPermitted):
        await export_site(services, actor, "nca", tmp_path / "out.zip")

    assert await everything(mongo) == before
    assert not (tmp_path / "out.zip").exists()


async def test_items_of_other_sites_need_the_right_there(archive: Path, empty: Empty, edition: Item) -> None:
    report = await import_site(await empty(), person("admin", nca=["administrator"]), archive)

    assert not report.is_done
    assert (edition.id, "NOT_PERMITTED") in problems(report)
    assert await Item.find_all().count() == 0


async def test_who_may_transfer_both_sites_takes_them_over_in_their_own_name(archive: Path, empty: Empty) -> None:
    report = await import_site(await empty(), ADMIN, archive)

    assert report.is_done
    assert {item.created_by async for item in Item.find_all()} == {"admin"}


async def test_what_the_exporter_may_not_read_stays_out(
    services: Services, site: str, tmp_path: Path, edition: Item, mongo: Mongo
) -> None:
    """The edition is of another site and no longer shared."""
    for world in ("items", "published"):
        await mongo.db[world].update_one({"_id": edition.id}, {"$set": {"shared": []}})
    path = tmp_path / "out.zip"

    await export_site(services, person("admin", nca=["administrator"]), "nca", path)

    report = await import_site(services, SYSTEM, path, dry_run=True)
    assert edition.id not in {entry.id for entry in report.entries}
    assert not report.is_refused


async def test_lost_bytes_are_told(services: Services, site: str, tmp_path: Path, picture: Item) -> None:
    from cms.files.store_bytes import original_key

    await services.store.delete(original_key(picture.data["sha256"]))

    with pytest.raises(Invalid) as refused:
        await export_site(services, SYSTEM, "nca", tmp_path / "out.zip")

    assert refused.value.problems[0].code == "BYTES_LOST"
    assert not (tmp_path / "out.zip").exists()
