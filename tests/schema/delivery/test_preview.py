"""Previews: the one door to drafts, for those who were given its key and for as long as it holds."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item, delete_item, update_item
from cms.items.actions.preview_site import create_preview, revoke_preview
from cms.items.previews import PreviewTokens
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import Preview
from tests.delivery import Ask
from tests.services import Clock, Publish, person

PAGE = """query ($p: String, $slug: String!) { site(key: "eccp", preview: $p) {
  edition(slug: $slug) { theme status partners { organisation { name } } }
  editions { totalCount nodes { slug } } } }"""

Facts = Callable[..., dict[str, Any]]


@pytest.fixture
async def preview(services: Services, sites: None) -> Preview:
    return await create_preview(services, SYSTEM, "eccp")


async def test_it_shows_the_whole_graph_of_drafts(
    services: Services, ask: Ask, preview: Preview, edition_data: Facts, make_edition: Publish
) -> None:
    host = await create_item(services, SYSTEM, type="Organisation", site="eccp", data={"name": {"en": "New host"}})
    data = edition_data(partners=[{"organisation": host.id, "role": "host"}])
    await create_item(services, SYSTEM, type="Edition", site="eccp", data=data, slugs={"en": "draft"})
    live = await make_edition("live")
    await update_item(services, SYSTEM, live.id, 1, {"theme": {"en": "Rewritten"}})

    seen = (await ask(PAGE, p=PreviewTokens.of(services).token(preview), slug="draft"))["site"]
    changed = (await ask(PAGE, p=PreviewTokens.of(services).token(preview), slug="live"))["site"]["edition"]
    public = (await ask(PAGE, slug="live"))["site"]

    assert seen["edition"]["partners"] == [{"organisation": {"name": "New host"}}]
    assert seen["editions"]["totalCount"] == 2
    assert changed["theme"] == "Rewritten"
    assert public["edition"]["theme"] == "Regional innovation" and public["editions"]["totalCount"] == 1


async def test_it_shows_the_site_as_of_a_moment(services: Services, ask: Ask, make_edition: Publish) -> None:
    await make_edition()
    then = await create_preview(services, SYSTEM, "eccp", as_of="2023-11-22T12:00")

    token = PreviewTokens.of(services).token(then)
    assert (await ask(PAGE, p=token, slug="iasi-2023"))["site"]["edition"]["status"] == "ONGOING"
    assert (await ask(PAGE, slug="iasi-2023"))["site"]["edition"]["status"] == "PAST"


async def test_a_deleted_draft_is_gone_from_it(
    services: Services, ask: Ask, preview: Preview, edition_data: Facts
) -> None:
    draft = await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(), slugs={"en": "draft"})
    await delete_item(services, SYSTEM, draft.id)

    assert (await ask(PAGE, p=PreviewTokens.of(services).token(preview), slug="draft"))["site"]["edition"] is None


async def test_a_forged_expired_revoked_or_foreign_token_opens_nothing(
    services: Services, answer: Ask, clock: Clock, preview: Preview
) -> None:
    async def code(token: str) -> str:
        return (await answer(PAGE, p=token, slug="x"))["errors"][0]["extensions"]["code"]

    token = PreviewTokens.of(services).token(preview)
    foreign = PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "nca"))
    revoked = await create_preview(services, SYSTEM, "eccp")
    await revoke_preview(services, SYSTEM, revoked.id)

    assert "errors" not in await answer(PAGE, p=token, slug="x")
    for wrong in (
        preview.id,
        token[:-1],
        PreviewTokens("other").token(preview),
        "é" * 500,
        foreign,
        PreviewTokens.of(services).token(revoked),
    ):
        assert await code(wrong) == "INVALID"
    clock.now += timedelta(days=2)
    assert await code(token) == "INVALID"


async def test_only_who_may_edit_gives_leave(services: Services, reader: Actor, preview: Preview) -> None:
    with pytest.raises(NotPermitted):
        await create_preview(services, reader, "eccp")
    with pytest.raises(NotPermitted):
        await revoke_preview(services, person("cara", eccp=["contributor"]), preview.id)
    with pytest.raises(NotFound):
        await revoke_preview(services, reader, preview.id)
    with pytest.raises(NotFound):
        await revoke_preview(services, SYSTEM, "f" * 24)
    for lasts in (timedelta(days=31), timedelta()):
        with pytest.raises(Invalid):
            await create_preview(services, SYSTEM, "eccp", lasts=lasts)
    with pytest.raises(Invalid):
        await create_preview(services, SYSTEM, "eccp", as_of="soon")


async def test_speakers_files_menus_and_languages_of_the_site_are_drafts_too(
    services: Services, ask: Ask, edition_data: Facts, preview: Preview
) -> None:
    async def make(type: str, data: dict[str, Any], **options: Any) -> str:
        return (await create_item(services, SYSTEM, type=type, site="nca", data=data, **options)).id

    speaker = await make("Person", {"name": "Ana"})
    slides = await make("PresentationFile", {"title": {"cs": "Snímky"}, "speakers": [speaker]})
    talk = {
        "title": {"cs": "Přednáška"},
        "presentations": [slides],
        "speakers": [{"person": speaker, "capacity": "speaker"}],
    }
    days = [{"date": "2023-11-21", "sessions": [{"type": "keynote", "title": {"cs": "Úvod"}, "talks": [talk]}]}]
    edition = await make("Edition", edition_data(days=days), slugs={"cs": "jasy"})
    await make("Menu", {"slot": "main", "entries": [{"label": {"cs": "Jasy"}, "target": edition}]})
    token = PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "nca"))
    query = """query ($p: String) { site(key: "nca", locale: "cs", preview: $p) { menu(slot: MAIN) { label url }
      edition(slug: "jasy") { days { sessions { title talks { title
        speakers { person { name } } presentations { title speakers { name } } } } } } } }"""

    seen, public = (await ask(query, p=token))["site"], (await ask(query))["site"]

    [shown] = seen["edition"]["days"][0]["sessions"][0]["talks"]
    assert shown["speakers"] == [{"person": {"name": "Ana"}}]
    assert shown["presentations"] == [{"title": "Snímky", "speakers": [{"name": "Ana"}]}]
    assert seen["menu"] == [{"label": "Jasy", "url": "/editions/jasy"}]
    assert public == {"menu": [], "edition": None}
