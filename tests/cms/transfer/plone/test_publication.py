"""What is public in Plone, and when, is so here, unless an editor decides otherwise."""

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item, schedule_publication, unpublish_item, update_item
from cms.kernel.services import Services
from cms.transfer.report import ImportReport, Verdict
from cms.worker import Worker
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.transfer.plone.conftest import Import, Look, item_of
from tests.cms.transfer.plone.exports import case, html, news
from tests.services import Clock

UID = news(1)["UID"]
FOLDER, FILE = case("01")


def codes(report: ImportReport) -> set[str]:
    return {problem.code for entry in report.entries for problem in entry.problems}


async def is_live(mongo: Mongo, item: Item) -> bool:
    return await mongo.db["published"].find_one({"_id": item.id}) is not None


async def test_what_comes_later_is_scheduled_and_what_is_over_is_not_live(
    taken: Import, live: Look, clock: Clock, services: Services
) -> None:
    embargo, over = case("02")
    await taken([embargo, over])

    assert await live("embargo-2030") is None and await live("skoncilo-2019") is None
    state = (await item_of(embargo["UID"])).states["cs"]
    assert state.effective and state.effective.isoformat() == "2030-06-01T06:00:00+00:00" and state.version is None

    clock.set("2030-06-01T06:00:01+00:00")
    worker = Worker(services)
    while await worker.step():
        pass

    assert await live("embargo-2030")
    report = await taken([embargo, over])
    assert +report.counts == {Verdict.SAME: 2}


async def test_what_ends_later_goes_then(taken: Import, live: Look, clock: Clock) -> None:
    await taken([news(1, expires="2024-06-01T00:00:00+02:00")])

    assert await live("zprava-1")
    clock.set("2024-05-31T22:00:00+00:00")
    assert await live("zprava-1") is None


async def test_an_embargo_that_is_moved_or_lifted_in_plone_moves_here(taken: Import, live: Look) -> None:
    await taken([news(1, effective="2025-01-01T08:00:00+00:00")])
    await taken([news(1, effective="2025-02-01T08:00:00+00:00", title="Nový")])

    state = (item := await item_of(UID)).states["cs"]
    assert state.effective and state.effective.isoformat() == "2025-02-01T08:00:00+00:00"
    assert state.scheduled_version == item.version
    await taken([news(1, effective="2024-02-01T08:00:00+00:00", title="Nový")])
    assert (await live("zprava-1"))["title"] == "Nový"


@pytest.mark.parametrize("odd", ["soon", 20240101, ["2024"], "9999-12-31T23:30:00+00:00", "2024-13-01", {"a": 1}, True])
async def test_where_nobody_can_say_when_it_is_public_it_is_not(taken: Import, live: Look, odd: object) -> None:
    for number, name in enumerate(("effective", "expires"), start=1):
        report = await taken([news(number, **{name: odd})])

        is_endless = name == "expires" and str(odd).startswith("9999")
        assert (await live(f"zprava-{number}") is not None) == is_endless
        assert ("ODD_DATE" in codes(report)) != is_endless


async def test_what_is_retracted_and_emptied_in_plone_is_so_here(taken: Import, live: Look, mongo: Mongo) -> None:
    before = case("26a")
    await taken(before)
    assert all([await live(one["id"]) for one in before])
    picture = await item_of(f"{before[0]['UID']}#image")

    foretold = await taken(case("26b"), dry_run=True)
    report = await taken(case("26b"))

    assert (foretold.entries, foretold.counts) == (report.entries, report.counts)
    assert await live("zivot-2") is None
    assert await live("zivot") == {"title": "Život", "lead": None, "tags": [], "image": None, "blocks": []}
    assert not await is_live(mongo, picture)
    assert report.counts[Verdict.CHANGED] == 2


async def test_what_an_editor_unpublished_stays_a_draft_until_told_otherwise(
    taken: Import, live: Look, services: Services
) -> None:
    await taken([news(1)])
    await unpublish_item(services, SYSTEM, (await item_of(UID)).id, ["cs"])

    for title in ("Zpráva 1", "Nový"):
        report = await taken([news(1, title=title)])
        assert "UNPUBLISHED_HERE" in codes(report) and await live("zprava-1") is None
    refused = await taken([news(1)], on_conflict="fail")
    assert refused.counts[Verdict.REFUSED] == 1 and (await item_of(UID)).data["title"]["cs"] == "Nový"
    await taken([news(1)], on_conflict="update")
    assert await live("zprava-1")


async def test_what_an_editor_published_stays_live_though_it_is_private_in_plone(
    taken: Import, live: Look, services: Services
) -> None:
    private = news(1, review_state="private")
    await taken([private])
    await publish_item(services, SYSTEM, (await item_of(UID)).id, ["cs"])

    report = await taken([private])

    assert "LIVE_HERE" in codes(report) and await live("zprava-1")


async def test_a_plan_of_an_editor_stays(taken: Import, services: Services) -> None:
    private = news(1, review_state="private")
    await taken([private])
    await schedule_publication(services, SYSTEM, (await item_of(UID)).id, "cs", "2024-12-24T18:00")

    await taken([private])

    assert (await item_of(UID)).states["cs"].effective is not None


async def test_an_editors_half_done_draft_never_goes_live_by_an_import(
    taken: Import, live: Look, services: Services
) -> None:
    await taken([news(1)])
    item = await item_of(UID)
    await update_item(services, SYSTEM, item.id, item.version, {"seo": {"title": {"cs": "Rozepsáno"}}})

    first = await taken([news(1, title="Nový")])
    await taken([news(1, title="Nový")])
    assert (await live("zprava-1"))["title"] == "Zpráva 1" and "UNPUBLISHED_CHANGES" in codes(first)

    published = await item_of(UID)
    await publish_item(services, SYSTEM, published.id, ["cs"])
    await taken([news(1, title="Novější")])
    assert (await live("zprava-1"))["title"] == "Novější"


async def test_a_file_is_as_public_as_its_folder_however_deep(taken: Import, mongo: Mongo) -> None:
    middle = {**FOLDER, "UID": "f" * 32, "@id": f"{FOLDER['@id']}/2023", "review_state": None, "parent": FILE["parent"]}
    parent = {"@id": middle["@id"], "@type": "Folder", "UID": middle["UID"]}
    deep = {**FILE, "@id": f"{middle['@id']}/x.pdf", "parent": parent}
    nameless = {**deep, "parent": None}

    for folder, is_public in (("private", False), ("published", True)):
        outer = {**FOLDER, "review_state": folder}
        middle = {**middle, "parent": {**middle["parent"], "review_state": None}}
        for file in ({**deep, "UID": f"1{folder}"}, {**nameless, "UID": f"2{folder}"}):
            await taken([outer, middle, file])
            item = await item_of(file["UID"])
            assert (await is_live(mongo, item), item.data.get("visibility")) == (
                (True, None) if is_public else (False, "protected")
            )


async def test_a_file_whose_folder_is_unknown_is_open_to_those_who_sign_in(taken: Import, mongo: Mongo) -> None:
    report = await taken(case("04a"))

    pdf = await item_of(case("04a")[0]["UID"])
    assert pdf.data["visibility"] == "protected" and await is_live(mongo, pdf)
    assert codes(report) == {"FOLDER_UNKNOWN"}


async def test_a_file_goes_when_its_folder_becomes_private_though_a_text_links_to_it(
    taken: Import, live: Look, mongo: Mongo
) -> None:
    public = {**FILE, "parent": {**FILE["parent"], "review_state": "published"}}
    text = news(1, text=html(f'<p><a href="resolveuid/{FILE["UID"]}">zde</a></p>'))
    await taken([public, text])
    assert await is_live(mongo, await item_of(FILE["UID"]))

    await taken([FILE, text])

    assert not await is_live(mongo, await item_of(FILE["UID"]))
    assert (await live("zprava-1"))["blocks"] == [{"body": "<p>zde</p>"}]


async def test_items_of_an_earlier_release_are_an_editors_where_they_differ(
    taken: Import, live: Look, mongo: Mongo
) -> None:
    await taken([news(1), news(2, review_state="private")])
    for number in (1, 2):
        origin = news(number)["UID"]
        await mongo.db["items"].update_one({"origin": f"plone:nca:{origin}"}, {"$set": {"origin": f"plone:{origin}"}})
    await mongo.db["imported_objects"].delete_many({})

    for _again in range(2):
        report = await taken([news(1, title="Nový", subjects=["a", "b"]), news(2)])

        assert codes(report) == {"OTHER_HERE", "UNPUBLISHED_HERE"} and report.counts[Verdict.KEPT] == 2
        assert (await live("zprava-1"))["title"] == "Zpráva 1" and await live("zprava-2") is None
