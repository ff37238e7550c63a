"""Unpublishing, deleting and going back: what visitors no longer see, what editors never lose."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import (
    create_item,
    delete_item,
    discard_draft,
    publish_item,
    restore_item,
    restore_version,
    unpublish_item,
    update_item,
)
from cms.kernel.errors import Invalid, NotFound, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item, ReferenceEdge
from tests.services import Publish


async def live(services: Services, id: str) -> dict[str, Any] | None:
    return await services.repository.published.by_id(id)


async def test_one_language_goes_and_the_others_stay(services: Services, make_edition: Publish) -> None:
    edition = await make_edition(locales=["en", "cs"])

    await unpublish_item(services, SYSTEM, edition.id, ["en"])

    shown = await live(services, edition.id)
    assert shown and list(shown["locales"]) == ["cs"]
    assert shown["data"]["theme"] == {"cs": "Regionální inovace"}
    assert shown["channels"] == ["nca/cs", "nca/en"]  # there English falls back to Czech


async def test_with_the_last_language_the_item_is_gone_and_its_neighbours_are_counted_anew(
    services: Services, make_edition: Publish
) -> None:
    first = await make_edition("first", start="2023-01-10", end="2023-01-11")
    second = await make_edition("second")

    unpublished = await unpublish_item(services, SYSTEM, first.id, ["en"])

    shown = await live(services, second.id)
    assert await live(services, first.id) is None and unpublished.data == first.data
    assert shown and shown["derived"]["ordinal"] == 1
    assert await ReferenceEdge.find({"source": first.id, "world": "live"}).count() == 0
    with pytest.raises(TransitionNotAllowed):
        await unpublish_item(services, SYSTEM, first.id, ["en"])


async def test_what_live_items_refer_to_is_not_taken_away_unless_one_insists(
    services: Services, make_edition: Publish, publish: Publish
) -> None:
    partner = await publish("Organisation", {"name": {"en": "CLUSTERO"}})
    edition = await make_edition(partners=[{"organisation": partner.id, "role": "host"}])

    for refused in (unpublish_item(services, SYSTEM, partner.id, ["en"]), delete_item(services, SYSTEM, partner.id)):
        with pytest.raises(Invalid) as problems:
            await refused
        assert [problem.code for problem in problems.value.problems] == ["STILL_USED"]
        assert edition.id in str(problems.value)
    await unpublish_item(services, SYSTEM, partner.id, ["en"], even_if_used=True)

    assert await live(services, partner.id) is None


async def test_a_deleted_item_is_nowhere_and_comes_back_as_it_was(services: Services, make_edition: Publish) -> None:
    edition = await make_edition()
    await delete_item(services, SYSTEM, edition.id)

    assert await live(services, edition.id) is None
    for refused in (
        update_item(services, SYSTEM, edition.id, 1, {}),
        publish_item(services, SYSTEM, edition.id, ["en"]),
    ):
        with pytest.raises(NotFound):
            await refused

    restored = await restore_item(services, SYSTEM, edition.id)
    assert (restored.data, restored.slugs, restored.addresses) == (edition.data, edition.slugs, edition.addresses)
    assert restored.states["en"].state == "private"
    assert (await publish_item(services, SYSTEM, edition.id, ["en"])).states["en"].state == "published"


async def test_a_deleted_items_address_is_free_and_then_hinders_its_return(
    services: Services, make_edition: Publish, publish: Publish
) -> None:
    edition = await make_edition("iasi")
    await delete_item(services, SYSTEM, edition.id)
    await publish("Edition", edition.data, slugs=edition.slugs, shared=["nca"], take_redirects=True)

    with pytest.raises(Invalid) as refused:
        await restore_item(services, SYSTEM, edition.id)

    assert refused.value.problems[0].code == "TAKEN"
    kept = await services.repository.items.get(edition.id)
    assert kept and kept.deleted_at


async def test_who_may_not_delete_changes_nothing(services: Services, reader: Actor, make_edition: Publish) -> None:
    edition = await make_edition()

    with pytest.raises(NotPermitted):
        await delete_item(services, reader, edition.id)
    with pytest.raises(NotFound):
        await restore_item(services, SYSTEM, edition.id)

    assert await live(services, edition.id)


async def test_an_earlier_version_comes_back_as_a_new_one(services: Services, make_edition: Publish) -> None:
    edition = await make_edition()
    await update_item(services, SYSTEM, edition.id, 1, {"theme": {"en": "Changed"}})

    restored = await restore_version(services, SYSTEM, edition.id, 1)

    history = [await services.repository.history.version(edition.id, number) for number in (1, 2, 3)]
    assert restored.version == 3 and restored.data == edition.data
    assert [one.data["theme"]["en"] for one in history if one] == [
        "Regional innovation",
        "Changed",
        "Regional innovation",
    ]
    with pytest.raises(NotFound):
        await restore_version(services, SYSTEM, edition.id, 99)


async def test_discarding_returns_to_what_is_live(services: Services, make_edition: Publish, series: Item) -> None:
    edition = await make_edition()
    theme = {"en": "Half a thought", "cs": "Nový překlad"}
    await update_item(services, SYSTEM, edition.id, 1, {"theme": theme, "region": {"en": "North"}})

    discarded = await discard_draft(services, SYSTEM, edition.id)

    assert discarded.data["theme"] == {"en": "Regional innovation", "cs": "Nový překlad"}
    assert "region" not in discarded.data
    kept = await services.repository.history.version(edition.id, 2)
    assert kept and kept.data["theme"] == theme
    private = await create_item(
        services, SYSTEM, type="NewsItem", site="eccp", data={"kind": "news", "title": {"en": "New"}}
    )
    with pytest.raises(TransitionNotAllowed):
        await discard_draft(services, SYSTEM, private.id)
