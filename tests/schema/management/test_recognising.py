"""What editors tell items apart by: pictures, names, and as what people last stood in a programme."""

from typing import Any

from cms.access.actor import SYSTEM, Actor
from cms.files.facts import file_facts
from cms.files.store_bytes import store_bytes
from cms.items.actions import create_item
from cms.kernel.services import Services
from storage.documents import Item
from storage.object_store import ObjectStore
from tests.cms.files import samples
from tests.schema.management.conftest import Ask
from tests.services import Publish, person

CARDS = """query ($ids: [ID!]!, $locale: Locale) { itemsById(ids: $ids) { id title pictureUrl(width: 96)
  lastAppearance { role(locale: $locale) organisationName organisation { title } source { title(locale: "en") } } } }"""
NAMED = """query ($type: String!, $names: [String!]!) { itemsNamed(type: $type, names: $names) {
  name items { id } } }"""


async def made(services: Services, type: str, **data: Any) -> Item:
    return await create_item(services, SYSTEM, type=type, site="eccp", data=data)


def programme(*speakers: dict[str, Any]) -> list[dict[str, Any]]:
    talks = [{"speakers": [{"capacity": "speaker", **one}]} for one in speakers]
    sessions = [{"type": "panel", "title": {"en": "Panel"}, "talks": talks}]
    return [{"label": {"en": "Day 1"}, "date": "2023-11-21", "sessions": sessions}]


async def test_people_are_told_apart_by_their_latest_role(
    ask: Ask, services: Services, editor: Actor, make_edition: Publish
) -> None:
    ana, other = await made(services, "Person", name="Ana Pop"), await made(services, "Person", name="Ana Pop")
    cluster = await made(services, "Organisation", name={"en": "Imago-Mol"})
    new = {"person": ana.id, "role": {"en": "Director", "cs": "Ředitelka"}, "organisation": cluster.id}
    old = {"person": ana.id, "role": {"en": "Expert"}, "organisation_name": "ADR"}
    await make_edition("later", days=programme({**new, "organisation_name": "Imago-Mol Cluster"}))
    earlier = {"start": "2022-03-01", "end": "2022-03-02", "city": {"en": "Graz"}}
    await make_edition("earlier", **earlier, days=[{**programme(old)[0], "date": "2022-03-01"}])

    first, second = (await ask(editor, CARDS, ids=[ana.id, other.id], locale="cs"))["itemsById"]

    assert first["lastAppearance"] == {
        "role": "Ředitelka",
        "organisationName": "Imago-Mol Cluster",
        "organisation": {"title": "Imago-Mol"},
        "source": {"title": "Iași"},
    }
    assert second["lastAppearance"] is None


async def test_a_role_in_what_one_may_not_read_is_not_told(
    ask: Ask, services: Services, editor: Actor, edition_data: Any
) -> None:
    ana = await made(services, "Person", name="Ana Pop")
    secret = programme({"person": ana.id, "role": {"en": "Surprise"}})
    await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(days=secret))
    stranger = person("stranger", nca=["editor"])

    assert (await ask(editor, CARDS, ids=[ana.id]))["itemsById"][0]["lastAppearance"]["role"] == "Surprise"
    assert (await ask(stranger, CARDS, ids=[ana.id]))["itemsById"][0]["lastAppearance"] is None


async def test_a_picture_is_that_of_the_field_by_which_people_know_the_item(
    ask: Ask, services: Services, store: ObjectStore, editor: Actor
) -> None:
    stored = await store_bytes(store, samples.image("PNG", 40, 40), "ana.png")
    photo = await create_item(services, SYSTEM, type="FileAsset", site="eccp", data={}, facts=file_facts(stored))
    ana = await made(services, "Person", name="Ana Pop", photo=photo.id)

    (card,) = (await ask(editor, CARDS, ids=[ana.id]))["itemsById"]

    assert photo.id in card["pictureUrl"]


async def test_items_come_as_they_were_asked_for_and_null_for_what_is_not_there(
    ask: Ask, answer: Ask, services: Services, editor: Actor, sites: None
) -> None:
    ana, ion = await made(services, "Person", name="Ana Pop"), await made(services, "Person", name="Ion Pop")

    found = (await ask(editor, CARDS, ids=[ion.id, "0" * 24, ana.id]))["itemsById"]

    assert [one and one["title"] for one in found] == ["Ion Pop", None, "Ana Pop"]
    refused = await answer(editor, CARDS, ids=[ana.id] * 101)
    assert "at most 100" in refused["errors"][0]["message"]


async def test_names_are_found_without_case_and_accents(
    ask: Ask, answer: Ask, services: Services, editor: Actor, sites: None
) -> None:
    first, second = (
        await made(services, "Person", name="Ștefan Țîrlea"),
        await made(services, "Person", name="Stefan Tirlea"),
    )
    await made(services, "Person", name="Stefan Tirlea-Pop")

    found = (await ask(editor, NAMED, type="Person", names=["STEFAN TIRLEA", "nobody", ""]))["itemsNamed"]

    assert {one["id"] for one in found[0]["items"]} == {first.id, second.id}
    assert [one["items"] for one in found[1:]] == [[], []]
    refused = await answer(editor, NAMED, type="Person", names=["x"] * 101)
    assert "at most 100" in refused["errors"][0]["message"]
