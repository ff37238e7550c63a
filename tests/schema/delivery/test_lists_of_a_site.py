"""What a site has of series, vocabularies and lists of organisations, without knowing their names."""

from typing import Any

from cms.migrations.stored_words import STORED_ORDERS
from storage.mongo import Mongo
from tests.delivery import Ask
from tests.services import Publish

SERIES = """query ($l: Locale!, $first: Int, $after: String) { site(key: "nca", locale: $l) {
  allSeries(first: $first, after: $after) { totalCount nodes { title } pageInfo { endCursor } } } }"""
VOCABULARIES = (
    'query ($l: Locale!) { site(key: "nca", locale: $l) { vocabularies { key title terms { slug label } } } }'
)
LISTS = '{ site(key: "nca") { memberLists { key organisations(first: 1) { totalCount nodes { name } } } } }'


async def titles(ask: Ask, locale: str, **variables: Any) -> list[str]:
    found = (await ask(SERIES, l=locale, **variables))["site"]["allSeries"]
    return [one["title"] for one in found["nodes"]]


async def make_series(publish: Publish) -> None:
    for english, czech in (("Energy", "Hory"), ("Health", "Chov")):
        await publish("Series", {"title": {"en": english, "cs": czech}}, ["en", "cs"], site="nca")
    await publish("Series", {"title": {"en": "Index"}}, site="nca")
    await publish("Series", {"title": {"en": "Of another site"}}, site="eccp")


async def test_all_series_of_a_site_stand_by_title_as_it_is_shown(ask: Ask, publish: Publish, sites: None) -> None:
    await make_series(publish)

    assert await titles(ask, "en") == ["Energy", "Health", "Index"]
    assert await titles(ask, "cs") == ["Hory", "Chov", "Index"]
    first = (await ask(SERIES, l="cs", first=2))["site"]["allSeries"]
    assert first["totalCount"] == 3
    assert await titles(ask, "cs", after=first["pageInfo"]["endCursor"]) == ["Index"]


async def test_series_that_were_published_before_get_their_place(
    ask: Ask, publish: Publish, mongo: Mongo, sites: None
) -> None:
    await make_series(publish)
    await mongo.db["published"].update_many({"type": "Series"}, {"$unset": {"orders": 1}})
    assert await titles(ask, "cs") == []

    await STORED_ORDERS.apply(mongo)

    assert await titles(ask, "cs") == ["Hory", "Chov", "Index"]


async def test_all_vocabularies_are_read_with_their_terms_in_order(ask: Ask, publish: Publish, sites: None) -> None:
    terms = [{"slug": "ict", "label": {"en": "ICT", "cs": "IT"}}, {"slug": "energy", "label": {"en": "Energy"}}]
    titles = {"en": "Sectors", "cs": "Obory"}
    await publish("Vocabulary", {"key": "sectors", "title": titles, "terms": terms}, ["en", "cs"])
    await publish("Vocabulary", {"key": "event-types", "title": {"en": "Event types"}})

    found = (await ask(VOCABULARIES, l="cs"))["site"]["vocabularies"]

    shown = [{"slug": "ict", "label": "IT"}, {"slug": "energy", "label": "Energy"}]
    assert found == [
        {"key": "event-types", "title": "Event types", "terms": []},
        {"key": "sectors", "title": "Obory", "terms": shown},
    ]


async def test_the_lists_of_a_site_are_found_beside_thousands_of_members(
    ask: Ask, publish: Publish, mongo: Mongo, sites: None
) -> None:
    here, there = {"site": "nca", "member_list": "members"}, {"site": "eccp", "member_list": "partners"}
    for name, lists in (("Alpha", [here, there]), ("Beta", [here]), ("Gamma", [{**here, "member_list": "sponsors"}])):
        await publish("Organisation", {"name": {"en": name}, "memberships": lists})
    beta = await mongo.db["published"].find_one({"data.name.en": "Beta"})
    assert beta
    copies = [{**beta, "_id": f"{number:024x}", "orders": {}} for number in range(300)]
    await mongo.db["published"].insert_many(copies)

    found = (await ask(LISTS))["site"]["memberLists"]

    assert [one["key"] for one in found] == ["members", "sponsors"]
    assert [one["organisations"]["nodes"] for one in found] == [[{"name": "Alpha"}], [{"name": "Gamma"}]]
    assert found[1]["organisations"]["totalCount"] == 1


async def test_a_site_without_lists_has_none(ask: Ask, sites: None) -> None:
    assert (await ask(LISTS))["site"]["memberLists"] == []
