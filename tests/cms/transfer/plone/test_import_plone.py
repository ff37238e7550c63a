"""A Plone export is taken over: once, again, and in part."""

import base64
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.content.richtext import to_text
from cms.items.actions import update_item
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from cms.transfer.plone.import_plone import import_plone
from cms.transfer.plone.read_json import read_objects
from cms.transfer.report import ImportReport, Verdict
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.services import person

IMAGE, PDF = "a1b2c3d4e5f60718293a4b5c6d7e8f90", "b1b2c3d4e5f60718293a4b5c6d7e8f90"
CZECH, ENGLISH, DRAFT = "c" * 32, "d" * 32, "e" * 32
EXPORT: list[dict[str, Any]] = [
    {
        "@id": "https://old.example.org/cs/novinky",
        "@type": "Folder",
        "UID": "f" * 32,
        "title": "Novinky",
    },
    {
        "@id": "https://old.example.org/cs/novinky/jarni-setkani",
        "@type": "News Item",
        "UID": CZECH,
        "id": "jarni-setkani",
        "title": "Jarní setkání klastrů",
        "description": "Sejdeme se v Brně.",
        "text": {
            "content-type": "text/html",
            "encoding": "utf-8",
            "data": '<h2>Program</h2><p onclick="evil()">Viz <a href="resolveuid/' + PDF + '">pozvánku</a> a '
            '<a href="../resolveuid/' + DRAFT + '">zápis</a>.</p><script>alert(1)</script>'
            '<p><img src="resolveuid/' + IMAGE + '/@@images/image/preview" alt="Sál"></p>',
        },
        "image": {
            "filename": "sal.png",
            "content-type": "image/png",
            "encoding": "base64",
            "data": base64.b64encode(samples.image(width=70)).decode(),
        },
        "image_caption": "Sál před zahájením",
        "effective": "2023-04-30T22:30:00+00:00",
        "review_state": "published",
        "language": {"token": "cs", "title": "Čeština"},
        "subjects": ["Brno", "Setkání"],
        "translation_group": CZECH,
    },
    {
        "@id": "https://old.example.org/en/news/spring-meeting",
        "@type": "News Item",
        "UID": ENGLISH,
        "id": "spring-meeting",
        "title": "Spring meeting of clusters",
        "description": "We meet in Brno.",
        "text": {"content-type": "text/html", "data": "<p>Come and see.</p>"},
        "effective": "2023-05-02T08:00:00+00:00",
        "review_state": "published",
        "language": "en",
        "subjects": ["Brno"],
        "translation_group": CZECH,
    },
    {
        "@type": "News Item",
        "UID": DRAFT,
        "id": "Zápis ze setkání",
        "title": "Zápis ze setkání",
        "text": None,
        "effective": "1969-12-30T00:00:00+00:00",
        "created": "2023-05-10T09:00:00+02:00",
        "review_state": "private",
        "language": "",
        "subjects": [],
    },
    {
        "@type": "Image",
        "UID": IMAGE,
        "id": "sal.png",
        "title": "Jednací sál",
        "image": {"filename": "sal-2.png", "data": base64.b64encode(samples.image()).decode()},
        "review_state": None,
        "language": "cs",
    },
    {
        "@type": "File",
        "UID": PDF,
        "id": "pozvanka.pdf",
        "title": "Pozvánka",
        "file": {"filename": "pozvánka.pdf", "data": base64.b64encode(samples.pdf()).decode()},
        "subjects": ["Setkání"],
    },
]

Run = Callable[..., Awaitable[ImportReport]]


@pytest.fixture
def run(services: Services, sites: None, tmp_path: Path) -> Run:
    async def imported(export: Any = EXPORT, actor: Actor = SYSTEM, **options: Any) -> ImportReport:
        path = tmp_path / "plone.json"
        path.write_text(export if isinstance(export, str) else json.dumps(export, indent=4), encoding="utf-8")
        return await import_plone(services, actor, path, options.pop("site", "nca"), **options)

    return imported


async def by_origin(uid: str) -> Item:
    found = await Item.find_one({"origin": f"plone:nca:{uid}"})
    assert found
    return found


async def everything(mongo: Mongo) -> dict[str, Any]:
    names = sorted(await mongo.db.list_collection_names())
    return {name: await mongo.db[name].find().sort("_id", 1).to_list(None) for name in names}


def codes(report: ImportReport) -> set[str]:
    return {problem.code for entry in report.entries for problem in entry.problems}


async def test_news_come_with_their_translations_pictures_and_links(run: Run, mongo: Mongo) -> None:
    report = await run()

    news, image, pdf = await by_origin(CZECH), await by_origin(IMAGE), await by_origin(PDF)
    lead, draft = await by_origin(f"{CZECH}#image"), await by_origin(DRAFT)
    assert report.is_done and not report.is_refused, report.entries
    assert await Item.find({"type": "NewsItem"}).count() == 2
    assert news.data["title"] == {"cs": "Jarní setkání klastrů", "en": "Spring meeting of clusters"}
    assert news.data["lead"]["en"] == "We meet in Brno."
    assert news.slugs == {"cs": "jarni-setkani", "en": "spring-meeting"}
    assert (news.data["published_at"], news.data["tags"]) == ("2023-05-01", ["Brno", "Setkání"])
    assert news.data["image"] == lead.id
    assert lead.data["alt"] == {"cs": "Sál před zahájením", "en": "Spring meeting of clusters"}
    text = json.dumps(news.data["body"]["cs"])
    assert all(one.id in text for one in (image, pdf, draft))
    assert "evil" not in text and "alert(1)" not in text and "resolveuid" not in text
    assert "Program" in to_text(news.data["body"]["cs"][0]["body"])
    live = await mongo.db["published"].find_one({"_id": news.id})
    assert live and set(live["locales"]) == {"cs", "en"}, report.entries


async def test_what_is_private_there_is_a_draft_here(run: Run, mongo: Mongo) -> None:
    await run()

    draft = await by_origin(DRAFT)
    assert draft.data["published_at"] == "2023-05-10"
    assert draft.slugs == {"cs": "zapis-ze-setkani"}
    assert await mongo.db["published"].find_one({"_id": draft.id}) is None


async def test_a_second_run_changes_nothing(run: Run, mongo: Mongo) -> None:
    await run()
    before = await everything(mongo)

    report = await run()

    assert +report.counts == {Verdict.SAME: 5, Verdict.LEFT_OUT: 1}
    assert await everything(mongo) == before


async def test_a_second_run_updates_what_has_changed_there(run: Run, mongo: Mongo) -> None:
    await run()
    changed = json.loads(json.dumps(EXPORT))
    changed[2]["title"] = "Spring meeting, moved"
    changed[5]["file"]["data"] = base64.b64encode(samples.pdf(pages=3)).decode()

    report = await run(changed)

    news, pdf = await by_origin(CZECH), await by_origin(PDF)
    live = await mongo.db["published"].find_one({"_id": news.id})
    assert report.counts[Verdict.CHANGED] == 2
    assert news.data["title"] == {"cs": "Jarní setkání klastrů", "en": "Spring meeting, moved"}
    assert live and live["data"]["title"]["en"] == "Spring meeting, moved"
    assert pdf.data["page_count"] == 3
    assert await Item.find_all().count() == 7


async def test_a_translation_that_comes_later_joins_the_item_that_is_there(run: Run) -> None:
    await run([EXPORT[2]])
    await run()

    assert await Item.find({"type": "NewsItem"}).count() == 2
    news = await by_origin(ENGLISH)
    assert set(news.data["title"]) == {"cs", "en"}


async def test_a_dry_run_writes_nothing_and_says_what_would_be(run: Run, mongo: Mongo, services: Services) -> None:
    before = await everything(mongo)

    report = await run(dry_run=True)

    assert report.counts[Verdict.NEW] == 5 and not report.is_done
    assert await everything(mongo) == before
    assert [one async for one in services.store.list_objects("")] == []


async def test_what_lacks_something_stays_a_draft_and_says_why(run: Run, mongo: Mongo) -> None:
    without_alt = {**EXPORT[4], "title": "", "description": ""}
    too_long = {**EXPORT[1], "title": "Dlouhý " * 60, "image": None}

    report = await run([too_long, without_alt])

    assert {"TOO_LONG", "ALT_MISSING"} <= codes(report)
    assert not report.is_refused
    assert await mongo.db["published"].count_documents({"type": {"$in": ["NewsItem", "FileAsset"]}}) == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"UID": "../x"}, "NO_UID"),
        ({"file": None}, "NO_BYTES"),
        ({"file": {"filename": "x.pdf", "data": "%%%not base64"}}, "NOT_BASE64"),
        ({"file": {"filename": "x.pdf", "data": base64.b64encode(b"MZ" + bytes(200)).decode()}}, "FILE_TYPE"),
        ({"file": {"filename": "x.svg", "data": base64.b64encode(b"<svg onload=alert(1)>").decode()}}, "FILE_TYPE"),
        ({"file": {"filename": "x.pdf", "blob_path": "../../etc/passwd"}}, "NO_BLOB"),
        ({"file": {"filename": "x.pdf", "blob_path": "/etc/passwd"}}, "NO_BLOB"),
        ({"file": {"filename": "x.pdf", "blob_path": "0x01/missing"}}, "NO_BLOB"),
    ],
)
async def test_one_bad_object_is_refused_and_the_others_come(
    run: Run, tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    (tmp_path / "blobs").mkdir()

    report = await run([{**EXPORT[5], **change}, EXPORT[3]], blobs=tmp_path / "blobs")

    assert code in codes(report)
    assert (report.counts[Verdict.REFUSED], report.counts[Verdict.NEW]) == (1, 1)
    assert await by_origin(DRAFT)


async def test_bytes_come_from_the_directory_of_blobs(run: Run, tmp_path: Path) -> None:
    blob = tmp_path / "blobs" / "0x00" / "0x01" / "0x0a.blob"
    blob.parent.mkdir(parents=True)
    blob.write_bytes(samples.pdf(pages=2))
    named = {**EXPORT[5], "file": {"filename": "pozvánka.pdf", "blob_path": "0x00/0x01/0x0a.blob"}}

    await run([named], blobs=tmp_path / "blobs")

    assert (await by_origin(PDF)).data["page_count"] == 2


async def test_two_at_one_address_get_numbers(run: Run) -> None:
    twin = {**EXPORT[3], "UID": "9" * 32}

    await run([EXPORT[3], twin])

    assert (await by_origin("9" * 32)).slugs == {"cs": "zapis-ze-setkani-2"}


@pytest.mark.parametrize("text", ["", "{}", "[{}", '[{"@type": "News Item"', "[{} {}]", "nothing", "[" * 10_000])
async def test_what_is_no_export_is_refused(run: Run, text: str) -> None:
    with pytest.raises(Invalid) as refused:
        await run(text)

    assert refused.value.problems[0].code == "NOT_JSON"


async def test_objects_are_read_one_by_one_however_they_fall_into_the_parts_that_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.json"
    many = [{"text": "ž" * length, "number": length} for length in range(0, 300, 7)]
    path.write_text(json.dumps(many, ensure_ascii=False, indent=2), encoding="utf-8")
    monkeypatch.setattr("cms.transfer.plone.read_json.CHUNK", 11)

    assert [one async for one in read_objects(path)] == many


async def test_the_right_to_transfer_is_asked_for(run: Run, mongo: Mongo) -> None:
    before = await everything(mongo)

    with pytest.raises(NotPermitted):
        await run(actor=person("editor", nca=["editor"]))

    assert await everything(mongo) == before


async def test_a_site_that_is_not_there(run: Run) -> None:
    with pytest.raises(NotFound):
        await run(site="elsewhere")


async def test_what_was_thrown_away_here_does_not_come_again(run: Run, services: Services) -> None:
    await run([EXPORT[3]])
    draft = await by_origin(DRAFT)
    from cms.items.actions import delete_item

    await delete_item(services, SYSTEM, draft.id)

    report = await run([EXPORT[3]])

    assert codes(report) == {"NOT_FOUND"}
    assert await Item.find({"type": "NewsItem"}).count() == 1


async def test_other_languages_written_here_stay(run: Run, services: Services) -> None:
    await run([EXPORT[3]])
    draft = await by_origin(DRAFT)
    await update_item(services, SYSTEM, draft.id, draft.version, {"title": {**draft.data["title"], "en": "Minutes"}})

    await run([{**EXPORT[3], "title": "Zápis"}])

    assert (await by_origin(DRAFT)).data["title"] == {"cs": "Zápis", "en": "Minutes"}
