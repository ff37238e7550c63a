"""What editors change, each through the management API of one server process."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.no_stale_answer.scene import SITES, Scene
from benchmarks.no_stale_answer.servers import Server

Change = Callable[["Writer"], Awaitable[None]]
CHANGES: dict[str, Change] = {}

DRAFT = "query ($id: ID!) { item(id: $id) { version data } }"
MORE = {"createRelease": "release { id }"}
"""What is asked of a change besides."""
HELD = 2
"""Seconds until what is scheduled happens."""


class Refused(Exception):
    """The CMS had a reason not to: so much is left to chance."""


def change(function: Change) -> Change:
    CHANGES[function.__name__] = function
    return function


class Writer:
    """An editor at one server process."""

    def __init__(self, server: Server, scene: Scene, random: Random, number: int) -> None:
        self.server, self.scene, self.random = server, scene, random
        self.word = f"{random.choice(('Alpha', 'Beta', 'Gamma'))} {number}"

    async def do(self, mutation: str, /, **given: Any) -> dict[str, Any]:
        type = f"{mutation[0].upper()}{mutation[1:]}Input"
        selected = f"{{ refusal {{ code message }} {MORE.get(mutation, '')} }}"
        text = f"mutation ($input: {type}!) {{ {mutation}(input: $input) {selected} }}"
        done = (await self.server.manage(self.scene.secret, text, input=given))[mutation]
        if done["refusal"]:
            raise Refused(f"{mutation}: {done['refusal']}")
        return done

    async def draft(self, id: str) -> dict[str, Any]:
        found = (await self.server.manage(self.scene.secret, DRAFT, id=id))["item"]
        if found is None:
            raise Refused(f"{id} is in the bin")
        return found

    async def edit(self, id: str, changes: dict[str, Any], **more: Any) -> None:
        version = (await self.draft(id))["version"]
        await self.do("updateItem", id=id, baseVersion=version, changes=changes, **more)

    async def publish(self, id: str, *locales: str) -> None:
        await self.do("publishItem", id=id, locales=list(locales or ("en",)), evenIfUsed=True)

    def some(self, prefix: str) -> str:
        return self.random.choice(self.scene.named(prefix))


@change
async def rename_news(writer: Writer) -> None:
    news, locale = writer.some("news-"), writer.random.choice(("en", "cs"))
    await writer.edit(news, {"title": {locale: writer.word}})
    await writer.publish(news, locale)


@change
async def rename_what_others_show(writer: Writer) -> None:
    name, field = writer.random.choice(
        (("person", "name"), ("partner", "name"), ("series", "title"), ("edition", "city"))
    )
    value = writer.word if name == "person" else {"en": writer.word}
    await writer.edit(writer.scene.items[name], {field: value})
    await writer.publish(writer.scene.items[name])


@change
async def move_news(writer: Writer) -> None:
    news, slug = writer.some("news-0"), writer.random.choice(("news-0", "moved"))
    await writer.edit(news, {}, slugs=[{"locale": "en", "slug": slug}], takeRedirects=True)
    await writer.publish(news)


@change
async def redirect(writer: Writer) -> None:
    site, news = writer.random.choice(SITES), writer.some("news-")
    await writer.do("addRedirect", site=site, path="/old/address", item=news, replace=True)


@change
async def unpublish(writer: Writer) -> None:
    news, locale = writer.some("news-"), writer.random.choice(("en", "cs"))
    await writer.do("unpublishItem", id=news, locales=[locale], evenIfUsed=True)


@change
async def publish(writer: Writer) -> None:
    await writer.publish(writer.some("news-"), writer.random.choice(("en", "cs")))


@change
async def share(writer: Writer) -> None:
    sites = writer.random.choice(([], ["nca"]))
    await writer.do("shareItem", id=writer.some("news-"), sites=sites)


@change
async def override(writer: Writer) -> None:
    edition = writer.scene.items["edition"]
    known = await writer.server.manage(
        writer.scene.secret, "query ($id: ID!) { item(id: $id) { overrides { site version } } }", id=edition
    )
    version = next((one["version"] for one in known["item"]["overrides"] if one["site"] == "nca"), 0)
    changes = {"title": {"cs": writer.word}}
    await writer.do("updateOverride", item=edition, site="nca", baseVersion=version, changes=changes)
    await writer.do("publishOverride", item=edition, site="nca")


@change
async def withdraw_override(writer: Writer) -> None:
    await writer.do("withdrawOverride", item=writer.scene.items["edition"], site="nca")


@change
async def expire(writer: Writer) -> None:
    soon = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=HELD)
    at = soon.astimezone(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%dT%H:%M:%S")
    locale = writer.random.choice(("en", "cs"))
    await writer.do("scheduleExpiry", id=writer.some("news-"), locale=locale, at=at)


@change
async def delete_and_restore(writer: Writer) -> None:
    news = writer.some("news-")
    await writer.do("deleteItem", id=news, evenIfUsed=True)
    if writer.random.random() < 0.5:
        await writer.do("restoreItem", id=news)
        await writer.publish(news, "en", "cs")


@change
async def restore(writer: Writer) -> None:
    news = writer.some("news-")
    await writer.do("restoreItem", id=news)
    await writer.publish(news, "en", "cs")


@change
async def restore_version(writer: Writer) -> None:
    news = writer.some("news-")
    await writer.do("restoreVersion", id=news, version=1)
    await writer.publish(news)


@change
async def change_site(writer: Writer) -> None:
    site = writer.some("site-")
    await writer.edit(site, {"name": {"en": writer.word}})
    await writer.publish(site)


@change
async def change_fallback(writer: Writer) -> None:
    site = writer.scene.items["site-nca"]
    order = writer.random.choice((["cs", "en"], ["en", "cs"]))
    await writer.edit(site, {"fallback_order": order})
    await writer.publish(site)


@change
async def change_menu(writer: Writer) -> None:
    menu = writer.some("menu-")
    entries = [{"id": f"e{n}", "label": {"en": writer.word}, "target": writer.some("news-")} for n in range(2)]
    await writer.edit(menu, {"entries": entries})
    await writer.publish(menu)


@change
async def rename_term(writer: Writer) -> None:
    vocabulary = writer.scene.items["vocabulary"]
    terms = (await writer.draft(vocabulary))["data"]["terms"]
    await writer.edit(vocabulary, {"terms": [{**terms[0], "label": {"en": writer.word}}, *terms[1:]]})
    await writer.publish(vocabulary)


@change
async def release(writer: Writer) -> None:
    news = writer.some("news-")
    await writer.edit(news, {"title": {"en": writer.word}})
    made = await writer.do("createRelease", name=writer.word, site="eccp")
    id, entry = made["release"]["id"], {"id": news, "locales": ["en"], "action": "PUBLISH"}
    await writer.do("addToRelease", id=id, entries=[entry])
    await writer.do("publishRelease", id=id)
