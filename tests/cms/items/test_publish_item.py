"""Publishing: what stops it, what becomes live, what follows."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item, publish_item, share_item, update_item
from cms.kernel.errors import Invalid, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, ReferenceEdge
from tests.services import Publish

Facts = Callable[..., dict[str, Any]]

PICTURE = {"mime": "image/png", "byte_size": 1, "sha256": "0" * 64}


async def live(services: Services, item: Item) -> dict[str, Any]:
    found = await services.repository.published.by_id(item.id)
    assert found
    return found


def codes(refused: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str, str | None]]:
    return {(problem.field, problem.code, problem.locale) for problem in refused.value.problems}


async def test_what_is_missing_is_named_field_by_field(services: Services, series: Item) -> None:
    data = {"series": series.id, "city": {"en": "Iași"}, "start": "2023-11-23", "end": "2023-11-21"}
    draft = await create_item(services, SYSTEM, type="Edition", site="eccp", data=data)

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, draft.id, ["en"])

    assert codes(refused) == {
        ("country", "REQUIRED", None),
        ("time_zone", "REQUIRED", None),
        ("theme", "REQUIRED", "en"),
        ("lead_before", "REQUIRED", "en"),
        ("end", "BEFORE_START", None),
    }
    assert await services.repository.published.by_id(draft.id) is None


async def test_a_picture_without_words_stops_publication_until_it_has_them(
    services: Services, publish: Publish, edition_data: Facts
) -> None:
    banner = await create_item(
        services, SYSTEM, type="FileAsset", site="eccp", data={"filename": "banner.png"}, facts=PICTURE
    )
    draft = await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(banner=banner.id))

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, draft.id, ["en"])
    await update_item(services, SYSTEM, banner.id, 1, {"alt": {"en": "The opera of Iași in the evening"}})
    await publish_item(services, SYSTEM, banner.id, ["en"])
    published = await publish_item(services, SYSTEM, draft.id, ["en"])

    assert codes(refused) == {("banner", "ALT_MISSING", "en")}
    assert published.states["en"].state == "published"


async def test_a_file_name_is_no_description(services: Services) -> None:
    data = {"filename": "banner.png", "alt": {"en": "Banner.png"}}
    banner = await create_item(services, SYSTEM, type="FileAsset", site="eccp", data=data, facts=PICTURE)

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, banner.id, ["en"])

    assert codes(refused) == {("alt", "ALT_IS_FILE_NAME", "en")}


async def test_a_term_that_no_vocabulary_has_stops_publication(services: Services, edition_data: Facts) -> None:
    draft = await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(sectors=["alchemy"]))

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, draft.id, ["en"])

    assert codes(refused) == {("sectors", "UNKNOWN_TERM", None)}


async def test_each_language_is_published_by_itself_and_facts_for_all(
    services: Services, make_edition: Publish
) -> None:
    edition = await make_edition(theme={"en": "Innovation", "cs": "Inovace"})
    changes = {"theme": {"en": "Rewritten", "cs": "Inovace v regionech"}, "start": "2023-11-22"}
    await update_item(services, SYSTEM, edition.id, 1, changes)

    before = await live(services, edition)
    await publish_item(services, SYSTEM, edition.id, ["cs"])
    after = await live(services, edition)

    assert before["data"]["theme"] == {"en": "Innovation"}
    assert after["data"]["theme"] == {"en": "Innovation", "cs": "Inovace v regionech"}
    assert after["data"]["start"] == "2023-11-22"


async def test_texts_of_parts_follow_their_element_whatever_its_place(
    services: Services, make_edition: Publish
) -> None:
    recordings = [{"id": "a", "label": {"en": "Opening", "cs": "Zahájení"}, "url": "https://example.org/a"}]
    edition = await make_edition(recordings=recordings)
    added = {"id": "b", "label": {"en": "Panel", "cs": "Panel"}, "url": "https://example.org/b"}
    renamed = {**recordings[0], "label": {"en": "Renamed", "cs": "Zahájení"}}
    await update_item(services, SYSTEM, edition.id, 1, {"recordings": [added, renamed]})

    await publish_item(services, SYSTEM, edition.id, ["cs"])

    shown = (await live(services, edition))["data"]["recordings"]
    assert [one["label"] for one in shown] == [{"cs": "Panel"}, {"en": "Opening", "cs": "Zahájení"}]


async def test_a_changed_slug_leaves_a_redirect_and_an_address_used_again_ends_it(
    services: Services, make_edition: Publish
) -> None:
    edition = await make_edition("iasi-2023")
    published = services.repository.published
    await update_item(services, SYSTEM, edition.id, 1, {}, slugs={"en": "iasi", "cs": "iasi"})
    await publish_item(services, SYSTEM, edition.id, ["en"])

    assert await published.redirect("eccp/en/editions/iasi-2023") == edition.id
    assert await published.redirect("nca/cs/editions/iasi-2023") == edition.id

    await update_item(services, SYSTEM, edition.id, 2, {}, slugs={"en": "iasi-2023"})
    await publish_item(services, SYSTEM, edition.id, ["en"])

    assert await published.redirect("eccp/en/editions/iasi-2023") is None
    assert await published.redirect("eccp/en/editions/iasi") == edition.id


async def test_numbers_follow_the_dates_of_the_whole_series(services: Services, make_edition: Publish) -> None:
    async def numbers() -> list[int | None]:
        return [(await live(services, edition))["derived"].get("ordinal") for edition in (milan, lyon, open_date)]

    milan = await make_edition("milan", start="2024-03-26", end="2024-03-27")
    lyon = await make_edition("lyon", start="2023-10-12", end="2023-10-13")
    open_date = await make_edition("heilbronn", start=None, end=None)
    assert await numbers() == [2, 1, None]

    await update_item(services, SYSTEM, milan.id, 1, {"start": "2023-01-10", "end": "2023-01-11"})
    await publish_item(services, SYSTEM, milan.id, ["en"])
    assert await numbers() == [1, 2, None]

    await update_item(services, SYSTEM, milan.id, 2, {"cancelled": True})
    await publish_item(services, SYSTEM, milan.id, ["en"])
    assert await numbers() == [None, 1, None]


async def test_an_edition_has_one_summary_per_site(services: Services, make_edition: Publish, publish: Publish) -> None:
    edition = await make_edition()
    summary = {"kind": "event_summary", "published_at": "2023-12-01", "edition": edition.id}
    await publish("NewsItem", {**summary, "title": {"en": "What Iași brought"}})

    with pytest.raises(Invalid) as refused:
        await publish("NewsItem", {**summary, "title": {"en": "What Iași brought, again"}})
    elsewhere = await publish("NewsItem", {**summary, "title": {"en": "Iași seen from Prague"}}, site="nca")

    assert refused.value.problems[0].code == "TAKEN"
    assert elsewhere.states["en"].state == "published"


async def test_who_may_not_publish_changes_nothing(services: Services, reader: Actor, edition_data: Facts) -> None:
    draft = await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data())
    entries = await AuditEntry.count()

    with pytest.raises(NotPermitted):
        await publish_item(services, reader, draft.id, ["en"])
    with pytest.raises(TransitionNotAllowed):
        await publish_item(services, SYSTEM, draft.id, [])

    assert await AuditEntry.count() == entries
    assert await services.repository.published.by_id(draft.id) is None


async def test_live_references_are_indexed_beside_those_of_the_draft(
    services: Services, make_edition: Publish, series: Item
) -> None:
    edition = await make_edition()

    worlds = {edge.world async for edge in ReferenceEdge.find({"source": edition.id, "target": series.id})}

    assert worlds == {"draft", "live"}


async def test_a_shared_item_appears_on_the_other_site_and_goes_with_the_share(
    services: Services, editor: Actor, make_edition: Publish
) -> None:
    edition = await make_edition()
    assert (await live(services, edition))["channels"] == ["eccp/en", "nca/cs", "nca/en"]

    await share_item(services, editor, edition.id, [])
    assert (await live(services, edition))["channels"] == ["eccp/en"]

    with pytest.raises(Invalid):
        await share_item(services, editor, edition.id, ["nowhere"])
