"""The reference index: whatever refers to an item or a file does so in the index, in drafts and live."""

from collections.abc import Iterator
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.content.fields import Blocks, Embedded, EmbeddedList, EmbeddedOne, Field, Reference, References, RichText
from cms.content_types import registry
from cms.items.actions import create_item, delete_item, publish_item, restore_item, update_item
from cms.items.queries.uses import list_uses
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Item
from tests.cms.items.test_publish_item import PICTURE
from tests.delivery import Ask
from tests.services import Publish

TARGET = "0123456789abcdef01234567"
TEXT = {
    "type": "doc",
    "content": [
        {
            "type": "paragraph",
            "content": [{"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"item": TARGET}}]}],
        }
    ],
}


def referring(part: type[Embedded], depth: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """(path, data with one reference) for every place of a part in which one can stand, parts within parts included."""
    for name, field in part.fields.items():
        for path, value in _values(field, depth):
            yield f"{name}{path}", {name: {"en": value} if field.localized else value}


def _values(field: Field, depth: int) -> Iterator[tuple[str, Any]]:
    if isinstance(field, RichText):
        yield "", TEXT
    elif isinstance(field, Reference):
        yield "", [TARGET] if isinstance(field, References) else TARGET
    elif isinstance(field, Blocks) and depth < 4:
        for kind, part in field.kinds.items():
            for path, data in referring(part, depth + 1):
                yield f".{kind}.{path}", [{"id": "one", "kind": kind, **data}]
    elif isinstance(field, EmbeddedList) and not isinstance(field, Blocks) and depth < 4:
        for path, data in referring(field.part, depth + 1):
            yield f".{path}", [{"id": "one", **data}]
    elif isinstance(field, EmbeddedOne) and depth < 4:
        for path, data in referring(field.part, depth + 1):
            yield f".{path}", data


PLACES = [
    pytest.param(kind, data, id=f"{name}.{path}") for name, kind in registry.items() for path, data in referring(kind)
]


@pytest.mark.parametrize(("kind", "data"), PLACES)
def test_every_place_that_can_refer_to_something_is_found(kind: Any, data: dict[str, Any]) -> None:
    found = [id for leaf in kind.leaves(data, "") for id in leaf.field.value_references(leaf.value)]

    assert found == [TARGET]


def test_there_are_places_of_all_kinds() -> None:
    ids = {str(place.id) for place in PLACES}

    assert {
        "Menu.entries.target",
        "Menu.entries.children.target",
        "Edition.context",
        "Edition.days.sessions.talks.speakers.person",
        "NewsItem.image",
        "Page.seo.image",
        "Site.logo",
    } <= ids
    assert any(id.startswith("Page.blocks.") for id in ids)


async def uses(services: Services, item: Item, world: str) -> set[tuple[str, str]]:
    return {(edge["source"], edge["at"]) for edge in await list_uses(services, item, world).page(50)}


async def test_links_and_pictures_of_texts_and_entries_of_menus_are_uses(
    services: Services, sites: None, publish: Publish
) -> None:
    data = {"filename": "a.png", "alt": {"en": "A harbour"}}
    picture = await create_item(services, SYSTEM, type="FileAsset", site="eccp", data=data, facts=PICTURE)
    await publish_item(services, SYSTEM, picture.id, ["en"])
    about = await publish("Page", {"title": {"en": "About"}}, slugs={"en": "about"})
    link = {"type": "text", "text": "here", "marks": [{"type": "link", "attrs": {"item": about.id}}]}
    image = {"type": "image", "attrs": {"file": picture.id, "alt": ""}}
    intro = {"type": "doc", "content": [{"type": "paragraph", "content": [link]}, image]}
    series = await publish("Series", {"title": {"en": "Series"}, "intro": {"en": intro}}, slugs={"en": "series"})
    entry = {"label": {"en": "About"}, "target": about.id}
    below = {"label": {"en": "More"}, "children": [{"label": {"en": "Series"}, "target": series.id}]}
    menu = await publish("Menu", {"slot": "main", "entries": [entry, below]})

    for world in ("draft", "live"):
        assert {source for source, _at in await uses(services, picture, world)} == {series.id}
        assert {source for source, _at in await uses(services, about, world)} == {series.id, menu.id}
        assert {source for source, _at in await uses(services, series, world)} == {menu.id}
    await update_item(services, SYSTEM, menu.id, 1, {"entries": []})
    assert {source for source, _at in await uses(services, about, "draft")} == {series.id}
    assert {source for source, _at in await uses(services, about, "live")} == {series.id, menu.id}
    with pytest.raises(Invalid, match="refers to it"):
        await delete_item(services, SYSTEM, about.id)


async def test_a_menu_shows_nothing_of_what_is_gone_and_shows_it_again(
    services: Services, sites: None, publish: Publish, ask: Ask
) -> None:
    about = await publish("Page", {"title": {"en": "About"}}, slugs={"en": "about"})
    entry = {"label": {"en": "About"}, "target": about.id}
    heading = {"label": {"en": "Only this below"}, "children": [entry]}
    await publish("Menu", {"slot": "main", "entries": [entry, heading]})
    query = '{ site(key: "eccp") { menu(slot: MAIN) { label url children { label url } } } }'
    whole = (await ask(query))["site"]["menu"]

    await delete_item(services, SYSTEM, about.id, even_if_used=True)
    without = (await ask(query))["site"]["menu"]
    await restore_item(services, SYSTEM, about.id)
    await publish_item(services, SYSTEM, about.id, ["en"])

    assert [one["url"] for one in whole] == ["/about", None] and whole[1]["children"][0]["url"] == "/about"
    assert without == []
    assert (await ask(query))["site"]["menu"] == whole


async def test_a_menu_has_two_levels(services: Services, sites: None) -> None:
    third = {"label": {"en": "c"}, "url": "/c"}
    second = {"label": {"en": "b"}, "url": "/b", "children": [third]}
    first = {"label": {"en": "a"}, "url": "/a", "children": [second]}
    two = await create_item(services, SYSTEM, type="Menu", site="eccp", data={"slot": "main", "entries": [second]})

    with pytest.raises(Invalid) as refused:
        await update_item(services, SYSTEM, two.id, 1, {"entries": [first]})

    assert [problem.code for problem in refused.value.problems] == ["TOO_DEEP"]
