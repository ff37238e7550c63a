"""`cms plone import`, as an operator types it, and what visitors see afterwards."""

from typing import Any

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item, unpublish_item, update_item
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.transfer.plone.conftest import Look, Typed, item_of
from tests.cms.transfer.plone.exports import case, html, news


async def live_document(mongo: Mongo, item: Item) -> dict[str, Any] | None:
    return await mongo.db["published"].find_one({"_id": item.id})


async def test_what_lies_in_a_private_folder_is_neither_live_nor_open_to_all(typed: Typed, mongo: Mongo) -> None:
    status, said = await typed(case("01"))

    pdf = await item_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa02")
    assert status == 0 and "1 new" in said and "1 left out" in said
    assert pdf.data["visibility"] == "protected"
    assert await live_document(mongo, pdf) is None


async def test_odd_objects_are_told_and_the_others_come(typed: Typed, live: Look) -> None:
    odd = [*case("19"), *case("20"), *case("21"), *case("22"), "x", None, 7, {"@type": "Image", "UID": 3}]

    status, said = await typed(odd)

    assert status == 1 and "Traceback" not in said
    told = ["ODD_DATE", "NO_BYTES", "HALF_CHARACTER", "NO_OBJECT", "NO_UID"]
    assert [code for code in told if code not in said] == []
    for slug in ("dobra", "dobra2", "dobra3", "dobra6"):
        assert await live(slug), slug
    assert await live("rok") is None
    assert (await live("surr"))["title"] == "Titulek � useknuté emoji"


async def test_editors_work_stays_and_the_rest_follows_plone(typed: Typed, live: Look, services: Services) -> None:
    await typed([news(1), news(2), news(3)])
    first, second = await item_of(news(1)["UID"]), await item_of(news(2)["UID"])
    await update_item(services, SYSTEM, first.id, first.version, {"title": {"cs": "Lepší titulek"}, "tags": ["c"]})
    await publish_item(services, SYSTEM, first.id, ["cs"])
    await unpublish_item(services, SYSTEM, second.id, ["cs"])

    changed = {"title": "Nový titulek", "text": html("<p>Nový text.</p>"), "description": ""}
    status, said = await typed([news(1, **changed), news(2), news(3, review_state="private")])

    assert status == 0 and "0 new, 2 changed, 0 same, 1 kept" in said
    assert "CHANGED_ON_BOTH_SIDES title [cs]" in said and "CHANGED_HERE tags" in said and "UNPUBLISHED_HERE" in said
    assert await live("zprava-1") == {
        "title": "Lepší titulek",
        "lead": None,
        "tags": ["c"],
        "image": None,
        "blocks": [{"body": "<p>Nový text.</p>"}],
    }
    assert await live("zprava-2") is None and await live("zprava-3") is None

    await typed([news(1, **changed), news(2)], "--on-conflict", "update")

    assert (await live("zprava-1"))["title"] == "Nový titulek" and await live("zprava-2")


DOCUMENT = {**news(4), "@type": "Document", "@id": "https://old.example.org/cs/o-nas/Spolek_a_lide", "title": "Spolek"}
EVENT = {**news(5), "@type": "Event", "start": "2024-03-05T16:00:00+00:00", "title": "Kavárna"}


async def test_every_object_is_told_and_old_addresses_lead_on(typed: Typed, route: Look, mongo: Mongo) -> None:
    export = [news(3), DOCUMENT, EVENT]
    status, foretold = await typed(export, "--dry-run")
    assert status == 0 and await mongo.db["items"].count_documents({"type": {"$ne": "Site"}}) == 0

    status, said = await typed(export)

    told = "Event /cs/aktuality/zprava-5 Kavárna"
    assert status == 0 and told in said and "Make it a news item with the facts of the event, or an edition" in said
    assert said.replace("written", "nothing was written, it was a dry run") == foretold
    assert "2 new, 0 changed, 0 same, 0 kept, 0 refused, 1 left out" in said
    assert await route("/cs/o-nas/spolek-a-lide") == {"__typename": "Page"}
    assert await route("/cs/aktuality/zprava-3") == {"__typename": "Redirect", "to": "/news/zprava-3"}
    assert await route("/cs/o-nas/Spolek_a_lide") == {"__typename": "Redirect", "to": "/o-nas/spolek-a-lide"}

    _status, again = await typed(export)

    assert "0 new, 0 changed, 2 same, 0 kept, 0 refused, 1 left out" in again
