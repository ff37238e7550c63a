"""What every object that is taken over from Plone needs to know."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cms.access import Actor
from cms.actions.create_item import create_item
from cms.actions.publish_item import publish_item
from cms.actions.update_item import update_item
from cms.content_types import registry
from cms.content_types.content_type import ContentType
from cms.desk import Desk
from cms.errors import Invalid, NotFound, Problem
from cms.fields import Report
from cms.sites import rules_of
from cms.transfer.report import Verdict
from storage.documents import Item

PUBLISHED = "published"
MOST_SLUGS = 50


@dataclass(frozen=True, slots=True)
class Placing:
    """`files` and `items`: {UID: id here} of what was placed."""

    desk: Desk
    actor: Actor
    site: str
    default_locale: str
    time_zone: str
    blobs: Path | None = None
    dry_run: bool = False
    files: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)

    async def known(self, origin: str) -> Item | None:
        """Raises NotFound for one that was thrown away here."""
        item = await self.desk.repository.items.by_origin(origin)
        if item and item.deleted_at:
            raise NotFound("It lies in the recycle bin here: restore it or delete it for good.")
        return item

    async def put(
        self,
        type: str,
        origin: str,
        data: dict[str, Any],
        slugs: Mapping[str, str],
        facts: Mapping[str, Any] | None = None,
    ) -> tuple[Item | None, Verdict, list[str]]:
        """The item, None where nothing is written yet; what became of it; and the fields that differ. Texts of other
        languages stay. Raises what the actions raise."""
        item, kind = await self.known(origin), registry[type]
        if item is None:
            _require_sound(kind, data)
            if self.dry_run:
                return None, Verdict.NEW, []
            return await self._create(type, origin, data, slugs, facts), Verdict.NEW, []
        changes, there = _changes(kind, item, data), item
        new_slugs = {locale: slug for locale, slug in slugs.items() if locale not in item.slugs}
        if (changes or new_slugs) and not self.dry_run:

            async def update(wanted: Mapping[str, str]) -> Item:
                return await update_item(self.desk, self.actor, there.id, there.version, changes, wanted or None)

            item = await _at_free_address(new_slugs, update)
        fields: list[str] = sorted([*changes, *(["slugs"] if new_slugs else [])])
        return item, Verdict.CHANGED if fields else Verdict.SAME, fields

    async def publish(self, item: Item, locale: str) -> list[Problem]:
        """What stops it: then it stays as it is. Nothing to do where the present text is live."""
        if await self._is_live(item, locale):
            return []
        try:
            await publish_item(self.desk, self.actor, item.id, [locale])
        except Invalid as error:
            return list(error.problems)
        return []

    async def _is_live(self, item: Item, locale: str) -> bool:
        for live in await self.desk.repository.published.by_ids([item.id]):
            if locale in live["locales"] and live["slugs"].get(locale) == item.slugs.get(locale):
                return registry[item.type].live_data(item.data, live["data"], locale) == live["data"]
        return False

    async def _create(
        self, type: str, origin: str, data: dict[str, Any], slugs: Mapping[str, str], facts: Mapping[str, Any] | None
    ) -> Item:
        async def create(wanted: Mapping[str, str]) -> Item:
            return await create_item(
                self.desk,
                self.actor,
                type=type,
                site=self.site,
                data=data,
                slugs=wanted or None,
                origin=origin,
                facts=facts,
            )

        return await _at_free_address(slugs, create)


async def _at_free_address(slugs: Mapping[str, str], write: Callable[[Mapping[str, str]], Awaitable[Item]]) -> Item:
    """With a number behind slugs that are taken."""
    for number in range(1, MOST_SLUGS):
        try:
            return await write({locale: slug if number == 1 else f"{slug}-{number}" for locale, slug in slugs.items()})
        except Invalid as error:
            if not slugs or {one.code for one in error.problems} != {"TAKEN"}:
                raise
    return await write({locale: f"{slug}-{MOST_SLUGS}" for locale, slug in slugs.items()})


async def open_placing(desk: Desk, actor: Actor, site: str, blobs: Path | None, *, dry_run: bool) -> Placing:
    """Raises NotFound for a site that is not published."""
    found = await desk.repository.published.matching({"type": "Site", "data.key": site}, ["data"], None)
    if not found:
        raise NotFound(f"There is no published site {site}; publish it first.")
    rules = rules_of(found[0]["data"])
    return Placing(desk, actor, site, rules.default_locale, rules.time_zone, blobs, dry_run)


def _require_sound(kind: type[ContentType], data: dict[str, Any]) -> None:
    report = Report()
    kind.clean_item(data, report)
    if report.problems:
        raise Invalid(report.problems)


def _changes(kind: type[ContentType], item: Item, data: dict[str, Any]) -> dict[str, Any]:
    """{field: its new value, texts of other languages among it}"""
    report = Report()
    cleaned = kind.clean_item(data, report)
    if report.problems:
        raise Invalid(report.problems)
    wanted = {
        name: {**(item.data.get(name) or {}), **value} if kind.fields[name].localized else value
        for name, value in cleaned.items()
    }
    return {name: value for name, value in wanted.items() if value != item.data.get(name)}
