"""Terms that are merged or renamed: every use follows, in drafts, live, the recycle bin, the history and schedules."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items import term_moves as moving
from cms.items.actions import (
    create_item,
    delete_item,
    merge_terms,
    publish_item,
    rename_term,
    restore_item,
    restore_version,
    schedule_publication,
    update_item,
)
from cms.items.checks import content_type
from cms.items.term_moves import LEFTOVERS_AFTER
from cms.kernel.errors import Conflict, Invalid, NotFound, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import Item, ReferenceEdge, TermMove, Version
from storage.documents.reference_edge import term_target
from tests.delivery import Ask
from tests.services import Clock, Publish, person

Facts = Callable[..., dict[str, Any]]
Drain = Callable[[], Awaitable[None]]
LABELS = {"energy": "Energy", "power": "Power", "water": "Water"}


@pytest.fixture
async def sectors(sites: None, publish: Publish) -> Item:
    terms = [{"slug": slug, "label": {"en": label}} for slug, label in LABELS.items()]
    return await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": terms})


@pytest.fixture
def drain(services: Services, clock: Clock) -> Drain:
    """The worker does all that is due."""

    async def run() -> None:
        worker = Worker(services)
        while await worker.step():
            pass

    return run


async def stored(services: Services, item: Item) -> Item:
    found = await services.repository.items.get(item.id)
    assert found
    return found


async def live(services: Services, item: Item) -> dict[str, Any]:
    found = await services.repository.published.by_id(item.id)
    assert found
    return found


async def slugs(services: Services, vocabulary: Item) -> tuple[list[str], list[str]]:
    """Of the draft, and live."""
    draft, shown = await stored(services, vocabulary), await live(services, vocabulary)
    return [one["slug"] for one in draft.data["terms"]], [one["slug"] for one in shown["data"]["terms"]]


async def uses(slug: str) -> int:
    return await ReferenceEdge.find({"target": term_target("sectors", slug)}).count()


async def test_merged_terms_are_one_in_drafts_live_lists_and_the_index(
    services: Services, sectors: Item, make_edition: Publish, ask: Ask
) -> None:
    one = await make_edition(sectors=["power", "water"], matchmaking={"sectors": ["energy", "power"]})
    both = await make_edition("both", sectors=["energy", "power"])

    move = await merge_terms(services, SYSTEM, "sectors", "power", "energy", sectors.version)

    assert (move.state, move.total, move.moved) == ("done", 2, 2)
    for item, wanted in ((one, ["energy", "water"]), (both, ["energy"])):
        draft, shown = await stored(services, item), await live(services, item)
        assert draft.data["sectors"] == shown["data"]["sectors"] == wanted
        assert draft.version == shown["locales"]["en"]["version"] == draft.states["en"].version == item.version + 1
    assert (await live(services, one))["data"]["matchmaking"]["sectors"] == ["energy"]
    assert (await services.repository.drafts.by_id(one.id) or {})["data"]["sectors"] == ["energy", "water"]
    assert await slugs(services, sectors) == (["energy", "water"], ["energy", "water"])
    assert await uses("power") == 0 and await uses("energy") == 6
    query = """{ site(key: "eccp") {
        editions(filter: {sectors: ["energy"]}) { totalCount } vocabulary(key: "sectors") { slug } } }"""
    found = (await ask(query))["site"]
    assert found == {"editions": {"totalCount": 2}, "vocabulary": [{"slug": "energy"}, {"slug": "water"}]}
    [version] = await Version.find({"item": one.id, "version": one.version + 1}).to_list()
    assert (version.action, version.by) == ("merge_terms", "system")


async def test_a_draft_that_waits_stays_a_draft_while_its_terms_are_merged(
    services: Services, sectors: Item, make_edition: Publish
) -> None:
    edition = await make_edition(sectors=["power"])
    await update_item(services, SYSTEM, edition.id, 1, {"theme": {"en": "Not yet"}, "sectors": ["power", "water"]})

    await merge_terms(services, SYSTEM, "sectors", "power", "energy", sectors.version)

    draft, shown = await stored(services, edition), await live(services, edition)
    assert draft.data["sectors"] == ["energy", "water"] and draft.data["theme"]["en"] == "Not yet"
    assert shown["data"]["sectors"] == ["energy"] and shown["data"]["theme"]["en"] == "Regional innovation"
    assert draft.states["en"].version == 1  # the text that visitors see is that of the first version


async def test_a_renamed_term_keeps_its_label_and_its_uses(
    services: Services, sectors: Item, make_edition: Publish
) -> None:
    edition = await make_edition(sectors=["power"])

    await rename_term(services, SYSTEM, "sectors", "power", "electricity", sectors.version)

    assert await slugs(services, sectors) == (["energy", "electricity", "water"],) * 2
    assert (await live(services, sectors))["data"]["terms"][1]["label"] == {"en": "Power"}
    assert (await live(services, edition))["data"]["sectors"] == ["electricity"]


async def test_many_uses_are_moved_by_the_worker_that_goes_on_where_another_died(
    services: Services,
    sectors: Item,
    make_edition: Publish,
    drain: Drain,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(moving, "MAX_CONCURRENT", 2)
    editions = [await make_edition(f"edition-{number}", sectors=["power"]) for number in range(5)]
    move = await merge_terms(services, SYSTEM, "sectors", "power", "energy", sectors.version)
    assert (move.state, move.total, move.moved) == ("moving", 5, 0)
    assert "power" in (await slugs(services, sectors))[1]  # until the last one has moved
    with pytest.raises(TransitionNotAllowed):
        await merge_terms(services, SYSTEM, "sectors", "water", "energy", sectors.version)

    person_ = SYSTEM
    await services.transact(
        lambda session: moving._move_batch(services, person_, move, session)
    )  # and here the worker dies
    half = await services.repository.term_moves.get(move.id)
    assert half and (half.state, half.moved) == ("moving", 2)
    await drain()

    done = await services.repository.term_moves.get(move.id)
    assert done and (done.state, done.moved) == ("done", 5)
    assert [(await live(services, one))["data"]["sectors"] for one in editions] == [["energy"]] * 5
    assert await slugs(services, sectors) == (["energy", "water"], ["energy", "water"])
    versions = [(await stored(services, one)).version for one in editions]
    await moving.go_on(services, move.id)
    assert [(await stored(services, one)).version for one in editions] == versions  # once is enough


async def test_what_was_being_saved_meanwhile_follows(
    services: Services, clock: Clock, sectors: Item, make_edition: Publish, drain: Drain
) -> None:
    edition = await make_edition(sectors=["water"])
    await merge_terms(services, SYSTEM, "sectors", "power", "energy", sectors.version)
    await drain()
    item = await stored(services, edition)
    item.data["sectors"] = ["power"]  # as a transaction would that began before
    await item.replace()
    await ReferenceEdge(source=item.id, target=term_target("sectors", "power"), at="sectors", world="draft").insert()

    clock.now += LEFTOVERS_AFTER + timedelta(seconds=1)
    await drain()

    assert (await stored(services, edition)).data["sectors"] == ["energy"]
    assert await uses("power") == 0


async def test_what_was_written_before_comes_back_with_the_present_term(
    services: Services,
    clock: Clock,
    sectors: Item,
    make_edition: Publish,
    edition_data: Facts,
    drain: Drain,
) -> None:
    restored = await make_edition("restored", sectors=["power"])
    await update_item(services, SYSTEM, restored.id, 1, {"sectors": ["water"]})
    binned = await create_item(
        services, SYSTEM, type="Edition", site="eccp", data=edition_data(sectors=["power"]), slugs={"en": "binned"}
    )
    await delete_item(services, SYSTEM, binned.id)
    scheduled = await make_edition("scheduled", sectors=["water"])
    await update_item(services, SYSTEM, scheduled.id, 1, {"sectors": ["power"]})
    await schedule_publication(services, SYSTEM, scheduled.id, "en", "2024-04-03T12:00")
    await update_item(services, SYSTEM, scheduled.id, 2, {"sectors": ["water"]})

    await merge_terms(services, SYSTEM, "sectors", "power", "energy", sectors.version)
    vocabulary = await stored(services, sectors)
    await rename_term(services, SYSTEM, "sectors", "energy", "energies", vocabulary.version)

    assert (await restore_version(services, SYSTEM, restored.id, 1)).data["sectors"] == ["energies"]
    back = await restore_item(services, SYSTEM, binned.id)
    assert (back.data["sectors"], back.version) == (["energies"], 2)
    clock.set("2024-04-03T14:00+00:00")
    await drain()
    assert (await live(services, scheduled))["data"]["sectors"] == ["energies"]


async def test_a_term_in_use_does_not_go_with_a_publication(
    services: Services, sectors: Item, make_edition: Publish
) -> None:
    await make_edition(sectors=["power"])
    terms = [one for one in sectors.data["terms"] if one["slug"] != "power"]
    await update_item(services, SYSTEM, sectors.id, 1, {"terms": terms})

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, sectors.id, ["en"])
    await update_item(
        services, SYSTEM, sectors.id, 2, {"terms": [one for one in sectors.data["terms"] if one["slug"] != "water"]}
    )
    await publish_item(services, SYSTEM, sectors.id, ["en"])

    assert [(one.field, one.code) for one in refused.value.problems] == [("terms", "TERM_USED")]
    assert "used by 1 item" in refused.value.problems[0].message
    assert (await slugs(services, sectors))[1] == ["energy", "power"]


async def test_labels_and_order_are_plain_edits(services: Services, sectors: Item, ask: Ask) -> None:
    terms = [{**one, "label": {"en": one["label"]["en"].upper()}} for one in reversed(sectors.data["terms"])]
    await update_item(services, SYSTEM, sectors.id, 1, {"terms": terms})
    await publish_item(services, SYSTEM, sectors.id, ["en"])

    found = (await ask('{ site(key: "eccp") { vocabulary(key: "sectors") { slug label } } }'))["site"]["vocabulary"]

    assert [one["label"] for one in found] == ["WATER", "POWER", "ENERGY"]


async def test_what_cannot_be_moved_is_refused_and_nothing_changes(
    services: Services, sectors: Item, make_edition: Publish
) -> None:
    await make_edition(sectors=["power"])
    with pytest.raises(NotFound):
        await merge_terms(services, SYSTEM, "nothing", "power", "energy", 1)
    with pytest.raises(NotPermitted):
        await merge_terms(services, person("cyril", eccp=["contributor"]), "sectors", "power", "energy", 1)
    with pytest.raises(NotPermitted):
        await rename_term(services, person("nora", nca=["administrator"]), "sectors", "power", "energies", 1)
    with pytest.raises(Conflict):
        await merge_terms(services, SYSTEM, "sectors", "power", "energy", 7)
    for old, into in (("power", "power"), ("power", "nuclear"), ("nuclear", "power")):
        with pytest.raises(Invalid):
            await merge_terms(services, SYSTEM, "sectors", old, into, 1)
    for to in ("energy", "Not a slug", ""):
        with pytest.raises(Invalid):
            await rename_term(services, SYSTEM, "sectors", "power", to, 1)
    terms = [*sectors.data["terms"], {"slug": "nuclear", "label": {"en": "Nuclear"}}]
    await update_item(services, SYSTEM, sectors.id, 1, {"terms": terms})
    with pytest.raises(Invalid, match="not published yet"):
        await merge_terms(services, SYSTEM, "sectors", "power", "nuclear", 2)

    assert await TermMove.find_all().count() == 0 and await uses("power") == 2


async def test_the_key_of_a_vocabulary_in_use_is_fixed(
    services: Services, sectors: Item, make_edition: Publish
) -> None:
    await make_edition(sectors=["power"])

    with pytest.raises(Invalid, match="cannot be changed"):
        await update_item(services, SYSTEM, sectors.id, 1, {"key": "branches"})

    assert content_type("Vocabulary").unique_keys((await stored(services, sectors)).data, "eccp") == [
        "vocabulary:sectors"
    ]
