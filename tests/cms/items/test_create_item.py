"""Creating items."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, OutboxEvent, ReferenceEdge, Version
from tests.services import person

Facts = Callable[..., dict[str, Any]]


async def counts() -> list[int]:
    return [await kind.count() for kind in (Item, Version, AuditEntry, OutboxEvent, ReferenceEdge)]


async def test_a_new_item_is_a_private_draft_with_version_audit_event_and_references(
    services: Services, editor: Actor, edition_data: Facts, series: Item
) -> None:
    draft = await create_item(services, editor, type="Edition", site="eccp", data=edition_data())

    assert draft.states == {} and draft.version == 1 and draft.slugs["en"] == "iasi-2023"
    version = await services.repository.history.version(draft.id, 1)
    entry = await AuditEntry.find_one({"item": draft.id})
    event = await OutboxEvent.find_one({"item": draft.id})
    edge = await ReferenceEdge.find_one({"source": draft.id})
    assert version and version.data == draft.data and version.by == "editor"
    assert entry and entry.action == "create_item"
    assert event and event.name == "ItemCreated" and event.state == "waiting"
    assert edge and (edge.target, edge.at, edge.world) == (series.id, "series", "draft")


async def test_reader_cannot_create_and_nothing_is_written(
    services: Services, reader: Actor, edition_data: Facts
) -> None:
    before = await counts()

    with pytest.raises(NotPermitted):
        await create_item(services, reader, type="Edition", site="eccp", data=edition_data())

    assert await counts() == before


async def test_a_wrong_shape_names_every_field_and_writes_nothing(services: Services, edition_data: Facts) -> None:
    before = await counts()
    data = edition_data(start="21 November", country="Romania", city="Iași", colour="red", sectors=["No Slug"])

    with pytest.raises(Invalid) as refused:
        await create_item(services, SYSTEM, type="Edition", site="eccp", data=data)

    assert {(p.field, p.code) for p in refused.value.problems} == {
        ("start", "NOT_A_DATE"),
        ("country", "NOT_A_COUNTRY"),
        ("city", "NOT_LOCALIZED"),
        ("colour", "UNKNOWN_FIELD"),
        ("sectors", "NOT_TERMS"),
    }
    assert await counts() == before


async def test_a_reference_to_nothing_or_to_another_type_is_refused(
    services: Services, edition_data: Facts, series: Item
) -> None:
    for foreign in ("f" * 24, series.id):
        data = edition_data(partners=[{"organisation": foreign, "role": "host"}])

        with pytest.raises(Invalid) as refused:
            await create_item(services, SYSTEM, type="Edition", site="eccp", data=data)

        assert [problem.code for problem in refused.value.problems] == ["UNKNOWN_REFERENCE"]


async def test_an_unknown_type_is_not_found(services: Services) -> None:
    with pytest.raises(NotFound):
        await create_item(services, SYSTEM, type="Workshop", site="eccp", data={})


async def test_two_items_cannot_share_an_address(services: Services, edition_data: Facts) -> None:
    await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(), slugs={"en": "iasi-2023"})

    with pytest.raises(Invalid) as refused:
        await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(), slugs={"en": "iasi-2023"})

    assert refused.value.problems[0].code == "TAKEN"


async def test_nested_sessions_have_one_level_only(services: Services, edition_data: Facts) -> None:
    inner = {"type": "panel", "title": {"en": "Inner"}, "children": [{"type": "panel", "title": {"en": "Too deep"}}]}
    session = {"type": "panel", "title": {"en": "Outer"}, "children": [inner]}
    data = edition_data(days=[{"label": {"en": "Day 1"}, "date": "2023-11-22", "sessions": [session]}])

    with pytest.raises(Invalid) as refused:
        await create_item(services, SYSTEM, type="Edition", site="eccp", data=data)

    assert refused.value.problems[0].code == "TOO_DEEP"


@pytest.mark.parametrize("site", ["third", "*", "", "site:eccp"])
async def test_an_item_belongs_to_a_site_that_there_is(services: Services, sites: None, site: str) -> None:
    with pytest.raises(Invalid) as refused:
        await create_item(services, SYSTEM, type="NewsItem", site=site, data={"title": {"en": "Lost"}})

    assert [(one.field, one.code) for one in refused.value.problems] == [("site", "UNKNOWN_SITE")]


async def test_a_sites_own_item_comes_before_it_and_belongs_to_itself(services: Services) -> None:
    with pytest.raises(Invalid) as refused:
        await create_item(services, SYSTEM, type="Site", site="eccp", data={"key": "third"})
    await create_item(services, SYSTEM, type="Site", site="third", data={"key": "third"})
    news = await create_item(
        services, SYSTEM, type="NewsItem", site="third", data={"title": {"en": "Before it is live"}}
    )

    assert [one.code for one in refused.value.problems] == ["NOT_ITS_OWN"]
    assert news.site == "third"


async def test_what_the_library_holds_may_come_before_the_site(services: Services) -> None:
    assert (await create_item(services, SYSTEM, type="Person", site="third", data={"name": "Ana"})).site == "third"
    for site in ("*", "", "Third One"):
        with pytest.raises(Invalid, match="no site"):
            await create_item(services, SYSTEM, type="Person", site=site, data={"name": "Ana"})


async def test_a_new_item_is_shared_by_those_who_may_share(services: Services, sites: None) -> None:
    async def create(actor: Actor, *shared: str) -> Item:
        title = {"en": f"News of {actor.name}"}
        return await create_item(services, actor, type="NewsItem", site="eccp", data={"title": title}, shared=shared)

    assert (await create(person("ed", eccp=["editor"]), "nca", "eccp", "nca")).shared == ["nca"]
    with pytest.raises(NotPermitted, match="share"):
        await create(person("cora", eccp=["contributor"]), "nca")
    with pytest.raises(Invalid, match="no site third"):
        await create(person("ed2", eccp=["editor"]), "third")


async def test_an_address_that_nobody_chose_gets_a_number_where_it_is_taken(services: Services, sites: None) -> None:
    made = [
        await create_item(services, SYSTEM, type="Person", site=site, data={"name": "Ana Pop"})
        for site in ("eccp", "eccp", "nca")
    ]

    assert [item.slugs for item in made] == [{"en": "ana-pop"}, {"en": "ana-pop-2"}, {"en": "ana-pop-3"}]


async def test_an_address_that_somebody_chose_is_refused_where_it_is_taken(services: Services, sites: None) -> None:
    chosen: dict[str, Any] = {"type": "Person", "site": "eccp", "data": {"name": "Ana Pop"}, "slugs": {"en": "ana"}}
    await create_item(services, SYSTEM, **chosen)

    with pytest.raises(Invalid) as refused:
        await create_item(services, SYSTEM, **chosen)

    assert refused.value.problems[0].code == "TAKEN"
