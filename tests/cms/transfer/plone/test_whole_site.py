"""A made-up bilingual site, as a real Plone 6.2 exports it, and what of it must not get lost."""

from cms.transfer.report import Verdict
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.transfer.plone.conftest import Import, Look, item_of
from tests.cms.transfer.plone.exports import case, html, news

SITE = case("site")
UID_OF = {one["@id"].removeprefix("https://stary-web.example.org"): one["UID"] for one in SITE}


async def live_ids(mongo: Mongo) -> set[str]:
    return {one["_id"] async for one in mongo.db["published"].find({}, {"_id": 1})}


async def test_a_whole_site_comes_and_says_so_twice(taken: Import, live: Look, route: Look, mongo: Mongo) -> None:
    foretold = await taken(SITE, dry_run=True)
    report = await taken(SITE)

    assert foretold.counts == report.counts and report.counts.total() == len(SITE)
    others = [one for one in SITE if one["@type"] not in ("News Item", "Document", "Image", "File")]
    assert report.counts[Verdict.LEFT_OUT] == len(others) == 29
    public, private = await live_ids(mongo), [uid for path, uid in UID_OF.items() if "/interni" in path]
    here = await Item.find({"origin": {"$in": [f"plone:nca:{uid}" for uid in private]}}).to_list()
    assert here and not {one.id for one in here} & public
    assert await live("naplanovano") is None and await live("vyprselo") is None
    assert (await live("jarni-setkani"))["blocks"]
    moved = {"__typename": "Redirect", "to": "/news/jarni-setkani"}
    assert await route("/cs/aktuality/2023/jarni-setkani") == moved
    assert await route("/cs/o-nas/uvod") == {"__typename": "Page"}

    again = await taken(SITE)

    assert again.counts[Verdict.NEW] == again.counts[Verdict.CHANGED] == again.counts[Verdict.KEPT] == 0
    assert await live_ids(mongo) == public


async def test_a_picture_that_cannot_be_taken_never_costs_the_text(taken: Import, live: Look) -> None:
    report = await taken(case("10"))

    told = {entry.title: [(one.field, one.code) for one in entry.problems] for entry in report.entries}
    assert told["Úvodní obrázek chybí"] == [("image", "NO_BYTES")]
    assert told["Úvodní obrázek SVG"] == [("image", "FILE_TYPE")]
    for slug in ("uvodni-chybi", "uvodni-svg", "uvodni-url"):
        assert (await live(slug))["blocks"], slug


async def test_a_picture_named_by_its_file_takes_the_words_of_the_text(taken: Import, live: Look) -> None:
    picture, text = case("05")
    await taken([picture, text])

    body = (await live("zprava-s-obrazkem"))["blocks"][0]["body"]
    assert 'alt="Účastníci v sále"' in body
    assert (await item_of(picture["UID"])).data["alt"] == {"cs": "Účastníci v sále"}
    await taken([picture])
    assert (await item_of(picture["UID"])).data["alt"] == {"cs": "Účastníci v sále"}


async def test_translations_stay_one_item_when_they_are_exported_one_by_one(taken: Import) -> None:
    czech = news(1)
    english = news(2, language="en", title="News 1", id="news-1", translation_group=czech["UID"])
    czech["translation_group"] = czech["UID"]
    await taken([english, czech])

    report = await taken([{**english, "title": "News one"}])

    [item] = await Item.find({"type": "NewsItem"}).to_list()
    assert item.data["title"] == {"cs": "Zpráva 1", "en": "News one"} and report.counts[Verdict.CHANGED] == 1
    assert item.data["tags"] == ["a", "b"]


async def test_a_text_of_voltos_blocks_is_told_and_never_goes_live_empty(taken: Import, live: Look) -> None:
    blocks = {"t": {"@type": "title"}, "a": {"@type": "slate", "plaintext": "Celý text."}}
    report = await taken([news(1, text=None, blocks=blocks), news(2)])
    migrated = await taken([news(2, text=None, blocks=blocks)])

    assert await live("zprava-1") is None and (await live("zprava-2"))["blocks"]
    for one in (report, migrated):
        assert "BLOCKS_NOT_TAKEN" in {each.code for entry in one.entries for each in entry.problems}


async def test_a_redirect_that_leads_elsewhere_is_left_alone(taken: Import, route: Look) -> None:
    await taken([news(1)])
    moved = await route("/cs/aktuality/zprava-1")

    report = await taken([news(2, **{"@id": news(1)["@id"]})])

    assert {one.code for entry in report.entries for one in entry.problems} == {"REDIRECT_TAKEN"}
    assert await route("/cs/aktuality/zprava-1") == moved == {"__typename": "Redirect", "to": "/news/zprava-1"}


async def test_a_page_has_its_description_first_and_a_language_the_site_lacks_is_told(taken: Import) -> None:
    page = {**news(1, text=html("<p>Text.</p>")), "@type": "Document"}
    report = await taken([page, news(2, language="de")])

    blocks = (await item_of(page["UID"])).data["blocks"]["cs"]
    assert [one["body"]["content"][0]["content"][0]["text"] for one in blocks] == ["Perex", "Text."]
    [entry] = [one for one in report.entries if one.problems]
    assert [one.code for one in entry.problems] == ["LANGUAGE_NOT_ON_SITE"]
