"""What texts were made from, whatever is done to an item."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.content_types import registry
from cms.items.actions import (
    change_source_locale,
    copy_from_source,
    create_item,
    discard_draft,
    mark_translated,
    publish_item,
    restore_version,
    update_item,
)
from cms.items.actions.create_item import new_draft, store_new
from cms.items.queries.history import list_versions
from cms.items.queries.translations import OpenText, list_open_texts
from cms.items.translation.state import Standing, standing
from cms.items.translation_notes import drafted
from cms.kernel.errors import Conflict, Invalid, NotPermitted
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.services import Publish, person

ANA, BEN = person("ana", eccp=["editor"]), person("ben", eccp=["editor"])


@pytest.fixture
async def item(services: Services, sites: None) -> Item:
    """A page in English and Czech, with a stats block that only the English one has."""
    data = {"title": {"en": "About us", "cs": "O nás"}, "seo": {"title": {"en": "About", "cs": "O nás"}}}
    return await create_item(services, SYSTEM, type="Page", site="eccp", data=data)


async def write(services: Services, item: Item, locale: str, text: str, actor: Actor = ANA, **options: Any) -> Item:
    titles = {**item.data["title"], locale: text}
    return await update_item(services, actor, item.id, item.version, {"title": titles}, **options)


async def open_in(services: Services, item: Item, locale: str = "cs") -> list[OpenText]:
    stored = await services.repository.items.get(item.id)
    assert stored
    return await list_open_texts(services, stored, locale)


async def states(services: Services, item: Item, locale: str = "cs") -> dict[str, str]:
    return {one.at: one.state for one in await open_in(services, item, locale)}


def whole(item: Item, locale: str = "cs") -> Standing:
    return standing(drafted(registry[item.type], item), locale)


async def test_a_translation_is_stale_when_its_source_has_changed(services: Services, item: Item) -> None:
    changed = await write(services, item, "en", "All about us")

    [found] = await open_in(services, changed)
    assert (found.at, found.state, found.value) == ("title", "stale", "O nás")
    assert (found.before, found.now, found.source_version) == ("About us", "All about us", 1)
    assert found.words == [("delete", "About"), ("insert", "All about"), ("equal", " us")]
    assert whole(item) == Standing("cs", "current") and whole(changed) == Standing("cs", "stale", stale=1)
    assert changed.translation == ["begun/cs", "begun/en", "source", "source/en", "stale", "stale/cs"]


async def test_writing_the_translation_makes_it_current_and_so_does_the_old_source(
    services: Services, item: Item
) -> None:
    stale = await write(services, item, "en", "All about us")

    translated = await write(services, stale, "cs", "Vše o nás")
    again = await write(services, translated, "en", "About us")
    back = await write(services, again, "en", "All about us")

    assert whole(translated).state == "current" and whole(again).state == "stale" and whole(back).state == "current"


async def test_a_translation_made_from_an_older_text_than_the_present_is_stale(services: Services, item: Item) -> None:
    await write(services, item, "en", "All about us", BEN)

    translated = await write(services, item, "cs", "Něco o nás")  # begun before Ben wrote

    [found] = await open_in(services, translated)
    assert translated.data["title"] == {"en": "All about us", "cs": "Něco o nás"}
    assert (found.state, found.before, found.now) == ("stale", "About us", "All about us")


async def test_who_writes_both_languages_at_once_has_translated(services: Services, item: Item) -> None:
    titles = {"en": "All about us", "cs": "Vše o nás"}
    both = await update_item(services, ANA, item.id, 1, {"title": titles})

    assert whole(both).state == "current"


async def test_a_text_that_the_source_gets_is_missing_and_may_be_left_out(services: Services, item: Item) -> None:
    more = await update_item(
        services, ANA, item.id, 1, {"seo": {**item.data["seo"], "description": {"en": "Who we are"}}}
    )

    left_out = await mark_translated(services, ANA, item.id, "cs", more.version, ["seo.description"])
    seo = {**more.data["seo"], "description": {"en": "Who we were"}}
    changed = await update_item(services, ANA, item.id, left_out.version, {"seo": seo})

    assert whole(more) == Standing("cs", "incomplete", missing=1) and whole(left_out).state == "current"
    assert await states(services, changed) == {"seo.description": "missing"}


async def test_a_text_that_the_source_loses_makes_its_translation_stale(services: Services, item: Item) -> None:
    changed = await update_item(services, ANA, item.id, 1, {"seo": {"title": {"en": None}}})

    [found] = await open_in(services, changed)
    assert (found.at, found.state, found.before, found.now) == ("seo.title", "stale", "About", None)


async def test_a_language_without_a_word_is_missing(services: Services, item: Item) -> None:
    assert whole(item, "bg") == Standing("bg", "missing", missing=2)
    assert not [one for one in item.translation if one.endswith("/bg")]


async def test_still_right_as_it_is(services: Services, item: Item, editor: Actor) -> None:
    stale = await write(services, item, "en", "About us!")

    marked = await mark_translated(services, editor, item.id, "cs", stale.version)
    later = await write(services, marked, "en", "About all of us")

    [found] = await open_in(services, later)
    assert whole(marked).state == "current" and marked.version == stale.version
    assert found.before == "About us!"


async def test_a_mark_is_about_the_text_that_was_looked_at(services: Services, item: Item) -> None:
    seen = await write(services, item, "en", "About us!")
    await write(services, seen, "en", "Something else", BEN)

    marked = await mark_translated(services, ANA, item.id, "cs", seen.version)

    [found] = await open_in(services, marked)
    assert (found.state, found.before, found.now) == ("stale", "About us!", "Something else")


async def test_a_mark_does_not_touch_what_was_translated_meanwhile(services: Services, item: Item) -> None:
    stale = await write(services, item, "en", "About us!")
    await write(services, stale, "cs", "O nás!", BEN)

    marked = await mark_translated(services, ANA, item.id, "cs", 1)

    assert whole(marked).state == "current"


async def test_marks_of_what_is_not_there_are_refused(services: Services, item: Item, reader: Actor) -> None:
    attempts: list[tuple[Actor, str, int, list[str] | None, type[Exception]]] = [
        (reader, "cs", 1, None, NotPermitted),
        (ANA, "en", 1, None, Invalid),
        (ANA, "cs", 9, None, Conflict),
        (ANA, "cs", 1, ["title", "nothing"], Invalid),
    ]
    for actor, locale, version, fields, refusal in attempts:
        with pytest.raises(refusal):
            await mark_translated(services, actor, item.id, locale, version, fields)

    assert await services.repository.items.get(item.id) == item


async def test_restoring_a_version_restores_what_its_texts_were_made_from(services: Services, item: Item) -> None:
    stale = await write(services, item, "en", "All about us")
    await write(services, stale, "cs", "Vše o nás")

    first = await restore_version(services, ANA, item.id, 1)
    stale_again = await restore_version(services, ANA, item.id, 2)
    current = await restore_version(services, ANA, item.id, 3)

    assert [whole(one).state for one in (first, stale_again, current)] == ["current", "stale", "current"]


async def test_discarding_a_draft_returns_to_what_the_live_texts_were_made_from(services: Services, item: Item) -> None:
    stale = await write(services, item, "en", "All about us")
    await publish_item(services, SYSTEM, item.id, ["en", "cs"])
    await write(services, stale, "cs", "Vše o nás")

    discarded = await discard_draft(services, ANA, item.id)

    assert discarded.data["title"]["cs"] == "O nás" and whole(discarded).state == "stale"


async def test_texts_of_parts_are_followed_by_the_id_of_the_part(
    services: Services, item: Item, publish: Publish
) -> None:
    days = [{"id": one, "label": {"en": f"Day {one}", "cs": f"Den {one}"}, "date": "2024-05-01"} for one in "ab"]
    data = {"city": {"en": "Iași"}, "days": days}
    edition = await create_item(services, SYSTEM, type="Edition", site="eccp", data=data)

    moved = [days[1], {**days[0], "label": {**days[0]["label"], "en": "First day"}}]
    changed = await update_item(services, ANA, edition.id, 1, {"days": moved})
    gone = await update_item(services, ANA, edition.id, 2, {"days": [days[1]]})

    assert await states(services, edition) == {} and whole(gone).state == "current"
    assert [(one.at, one.before, one.now) for one in await list_open_texts(services, changed, "cs")] == [
        ("days.a.label", "Day a", "First day")
    ]


async def test_a_body_of_blocks_is_one_text(services: Services, item: Item) -> None:
    blocks = {
        "en": [{"id": "x", "kind": "stats", "items": [{"id": "i", "value": "7", "label": "offices"}]}],
        "cs": [{"id": "y", "kind": "stats", "items": [{"id": "j", "value": "7", "label": "kanceláří"}]}],
    }
    written = await update_item(services, ANA, item.id, 1, {"blocks": blocks})
    english = [{"id": "x", "kind": "stats", "items": [{"id": "i", "value": "8", "label": "offices"}]}]
    changed = await update_item(services, ANA, item.id, written.version, {"blocks": {**blocks, "en": english}})

    [found] = await open_in(services, changed)
    assert (found.at, found.before, found.now) == ("blocks", blocks["en"], english)
    assert found.words == [("delete", "7"), ("insert", "8"), ("equal", "\noffices")]


async def test_the_language_of_the_site_is_the_source_and_else_the_first_written(
    services: Services, sites: None
) -> None:
    async def source(**titles: str) -> str | None:
        made = await create_item(services, SYSTEM, type="Page", site="nca", data={"title": titles}, slugs={})
        return made.source_locale

    assert await source(en="About", cs="O nás") == "cs"
    assert await source(en="About") == "en"
    assert await source() is None


async def test_the_source_language_can_be_changed(services: Services, item: Item) -> None:
    stale = await write(services, item, "en", "All about us")

    changed = await change_source_locale(services, ANA, item.id, "cs")
    later = await write(services, changed, "cs", "Vše o nás")

    assert whole(stale).state == "stale" and whole(changed, "en").state == "current"
    assert await states(services, later, "en") == {"title": "stale"} and whole(later).state == "source"
    with pytest.raises(Invalid):
        await change_source_locale(services, ANA, item.id, "bg")


async def test_a_source_language_that_is_emptied_gives_way(services: Services, item: Item) -> None:
    emptied = await update_item(services, ANA, item.id, 1, {"title": {"en": None}, "seo": {"title": {"en": None}}})

    standing_words = ["incomplete", "incomplete/en", "source", "source/cs"]
    assert emptied.source_locale == "cs" and emptied.translation == ["begun/cs", "begun/en", *standing_words]


async def test_the_version_that_a_translation_was_made_from_is_never_folded(
    services: Services, item: Item, mongo: Mongo
) -> None:
    source = await write(services, item, "en", "A", autosave=True)
    translated = await write(services, source, "cs", "Á", autosave=True)
    typed = await write(services, translated, "cs", "Áá", autosave=True)
    changed = await write(services, typed, "en", "B", autosave=True)
    await write(services, changed, "en", "C", autosave=True)
    await mongo.db["versions"].delete_many({"folded_at": {"$ne": None}})

    [found] = await open_in(services, changed)
    versions = [one["version"] for one in await list_versions(services, item).page(100)]
    assert (found.before, found.now, found.source_version) == ("A", "C", typed.version)
    assert versions == [6, typed.version, 1]


async def test_an_autosave_that_somebody_translated_from_comes_back_into_the_history(
    services: Services, item: Item, mongo: Mongo
) -> None:
    seen = await write(services, item, "en", "A", autosave=True)
    await write(services, seen, "en", "B", autosave=True)

    await write(services, seen, "cs", "Á", BEN)
    await mongo.db["versions"].delete_many({"folded_at": {"$ne": None}})

    [found] = await open_in(services, item)
    assert (found.before, found.now, found.source_version) == ("A", "B", seen.version)


async def test_copied_texts_are_no_translations_until_somebody_writes_them(services: Services, item: Item) -> None:
    copied = await copy_from_source(services, ANA, item.id, "bg", 1)
    partly = await write(services, copied, "bg", "За нас")

    assert copied.data["title"]["bg"] == "About us" and copied.data["seo"]["title"]["bg"] == "About"
    assert whole(copied, "bg") == Standing("bg", "copied", copied=2)
    assert "bg" not in copied.slugs, "an address is made of the text of its own language"
    assert await states(services, partly, "bg") == {"seo.title": "copied"}
    assert copied.version == 2 and partly.version == 3
    named = await copy_from_source(services, ANA, item.id, "bg", 3)
    assert named.slugs["bg"] == "za-nas" and (await copy_from_source(services, ANA, item.id, "bg", 4)).version == 4


async def test_copying_fills_what_is_empty_or_is_a_copy_unless_told_otherwise(services: Services, item: Item) -> None:
    await copy_from_source(services, ANA, item.id, "bg", 1, ["seo.title"])
    data = {"title": {**item.data["title"], "en": "All about us"}, "seo": {"title": {"en": "All", "cs": "O nás"}}}
    changed = await update_item(services, ANA, item.id, 1, data)

    gentle = await copy_from_source(services, ANA, item.id, "bg", changed.version)
    czech = await copy_from_source(services, ANA, item.id, "cs", gentle.version, ["title"], only_empty=False)

    assert gentle.data["title"]["bg"] == "All about us" and gentle.data["seo"]["title"]["bg"] == "All"
    assert czech.data["title"]["cs"] == "All about us" and czech.data["seo"]["title"]["cs"] == "O nás"
    assert await states(services, czech) == {"title": "copied", "seo.title": "stale"}


async def test_a_copy_never_overwrites_what_somebody_wrote_meanwhile(services: Services, item: Item) -> None:
    await write(services, item, "bg", "За нас", BEN)

    with pytest.raises(Conflict) as conflict:
        await copy_from_source(services, ANA, item.id, "bg", 1)

    [clash] = conflict.value.clashes
    assert (clash.at, clash.locale, clash.theirs, clash.yours) == ("title", "bg", "За нас", "About us")


async def test_a_copy_that_is_right_as_it_is_can_be_marked(services: Services, item: Item) -> None:
    copied = await copy_from_source(services, ANA, item.id, "bg", 1)

    marked = await mark_translated(services, ANA, item.id, "bg", copied.version, ["title"])

    assert await states(services, marked, "bg") == {"seo.title": "copied"}


async def test_copying_the_rest_gives_a_translated_title_an_address_that_is_not_taken(
    services: Services, item: Item
) -> None:
    other = {"title": {"bg": "За нас"}}
    await create_item(services, SYSTEM, type="Page", site="eccp", data=other, slugs={"bg": "za-nas"})
    translated = await write(services, item, "bg", "За нас")

    copied = await copy_from_source(services, ANA, item.id, "bg", translated.version)

    assert copied.slugs["bg"] == "za-nas-2" and await states(services, copied, "bg") == {"seo.title": "copied"}


async def test_a_title_that_was_copied_before_makes_no_address_later(services: Services, item: Item) -> None:
    first = await copy_from_source(services, ANA, item.id, "bg", 1, ["title"])

    rest = await copy_from_source(services, ANA, item.id, "bg", first.version)

    assert rest.data["seo"]["title"]["bg"] == "About" and "bg" not in rest.slugs


async def test_a_new_item_may_come_with_what_its_texts_were_made_from(services: Services, item: Item) -> None:
    stale = await write(services, item, "en", "All about us")

    copy = new_draft(services, ANA, type="Page", site="eccp", data=stale.data, slugs={"en": "copy"})
    copy.source_locale, copy.made_from = stale.source_locale, stale.made_from
    stored = await services.transact(lambda session: store_new(services, ANA, copy, session))

    assert whole(stored).state == "stale" and stored.made_from == stale.made_from


async def test_what_was_stored_before_is_looked_after_from_its_next_change_on(
    services: Services, item: Item, mongo: Mongo
) -> None:
    await mongo.db["items"].update_one(
        {"_id": item.id}, {"$unset": {"made_from": "", "source_locale": "", "translation": ""}}
    )

    changed = await write(services, item, "en", "All about us")

    [found] = await open_in(services, changed)
    assert (found.state, found.before, found.source_version) == ("stale", "About us", 1)
