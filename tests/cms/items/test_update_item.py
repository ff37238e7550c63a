"""Changing drafts."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item, update_item
from cms.kernel.errors import Conflict, Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import Item
from tests.services import Publish

Facts = Callable[..., dict[str, Any]]


@pytest.fixture
async def draft(services: Services, edition_data: Facts) -> Item:
    return await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data())


async def test_a_change_makes_a_new_version_and_keeps_the_old_one(
    services: Services, editor: Actor, draft: Item
) -> None:
    changed = await update_item(
        services, editor, draft.id, 1, {"theme": {"en": "Skills"}, "region": {"en": "North-East"}}
    )

    first = await services.repository.history.version(draft.id, 1)
    assert (changed.version, changed.data["theme"], changed.data["city"]) == (
        2,
        {**draft.data["theme"], "en": "Skills"},
        draft.data["city"],
    )
    assert first and first.data == draft.data


async def test_none_empties_a_field(services: Services, draft: Item) -> None:
    changed = await update_item(services, SYSTEM, draft.id, 1, {"end": None})

    assert "end" not in changed.data and changed.data["start"] == "2023-11-21"


async def test_of_two_writes_to_the_same_place_the_second_sees_both_sides(services: Services, draft: Item) -> None:
    changes = [{"region": {"en": "North"}}, {"region": {"en": "East"}}]

    results = await asyncio.gather(
        *(update_item(services, SYSTEM, draft.id, 1, one) for one in changes), return_exceptions=True
    )

    [conflict] = [result for result in results if isinstance(result, Conflict)]
    [clash] = conflict.clashes
    kept = await services.repository.items.get(draft.id)
    assert kept and kept.version == 2 and conflict.version == 2
    assert (clash.at, clash.locale, clash.base) == ("region", "en", None)
    assert {clash.theirs, clash.yours} == {"North", "East"} and kept.data["region"] == {"en": clash.theirs}


async def test_two_writes_to_different_places_are_both_kept(services: Services, draft: Item) -> None:
    changes = [{"region": {"en": "North"}}, {"theme": {**draft.data["theme"], "cs": "Dovednosti"}}]

    await asyncio.gather(*(update_item(services, SYSTEM, draft.id, 1, one) for one in changes))

    kept = await services.repository.items.get(draft.id)
    assert kept and kept.version == 3
    assert kept.data["region"] == {"en": "North"} and kept.data["theme"]["cs"] == "Dovednosti"


async def test_addresses_merge_per_language_and_clash_in_one(services: Services, draft: Item) -> None:
    await update_item(services, SYSTEM, draft.id, 1, {}, slugs={"en": "jassy-2023"})
    both = await update_item(services, SYSTEM, draft.id, 1, {}, slugs={"cs": "jasy-2023"})

    with pytest.raises(Conflict) as conflict:
        await update_item(services, SYSTEM, draft.id, 1, {}, slugs={"en": "another"})

    assert both.slugs == {"en": "jassy-2023", "cs": "jasy-2023"}
    assert [(clash.at, clash.locale) for clash in conflict.value.clashes] == [("slugs", "en")]


async def test_refused_writes_change_nothing(services: Services, reader: Actor, draft: Item) -> None:
    attempts = [
        (reader, draft.id, 1, {"theme": {"en": "Mine"}}, NotPermitted),
        (SYSTEM, "f" * 24, 1, {}, NotFound),
        (SYSTEM, draft.id, 7, {}, Conflict),
        (SYSTEM, draft.id, 1, {"start": "soon"}, Invalid),
    ]
    for actor, id, base, changes, refusal in attempts:
        with pytest.raises(refusal):
            await update_item(services, actor, id, base, changes)

    kept = await services.repository.items.get(draft.id)
    assert kept and kept.version == 1 and kept.data == draft.data


async def test_editing_a_published_item_changes_nothing_live(services: Services, make_edition: Publish) -> None:
    edition = await make_edition()

    await update_item(services, SYSTEM, edition.id, 1, {"theme": {"en": "Changed"}, "start": "2023-11-20"})

    live = await services.repository.published.by_id(edition.id)
    assert live and live["data"]["theme"] == {"en": "Regional innovation"} and live["data"]["start"] == "2023-11-21"


async def test_two_lists_that_are_too_long_together_are_refused(services: Services, draft: Item) -> None:
    def numbers(side: str) -> list[dict[str, str]]:
        return [{"id": f"{side}{one}", "number": "100"} for one in range(11)]

    await update_item(services, SYSTEM, draft.id, 1, {"attendance": numbers("a")})
    with pytest.raises(Invalid) as refused:
        await update_item(services, SYSTEM, draft.id, 1, {"attendance": numbers("b")})

    kept = await services.repository.items.get(draft.id)
    assert [one.field for one in refused.value.problems] == ["attendance"]
    assert kept and kept.version == 2 and len(kept.data["attendance"]) == 11
