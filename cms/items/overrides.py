"""What the verbs on overrides share: which item on which site, checks, and what every change leaves behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.access.reach import may_read
from cms.content.fields import Embedded, Report
from cms.content_types.content_type import ContentType
from cms.content_types.overriding import ORDER, override_part
from cms.content_types.pins import repin
from cms.content_types.word_order import orders_of, readers
from cms.items.checks import content_type, places
from cms.items.live_change import record_live_change
from cms.items.prepared_texts import with_prepared_texts
from cms.kernel.errors import Invalid, NotFound, Problem, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import Item, ReferenceEdge, SiteOverride, Version
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class ItemOnSite:
    """An item on one of the sites that show it."""

    item: Item
    kind: type[ContentType]
    site: str

    @property
    def part(self) -> type[Embedded]:
        return override_part(self.kind)


async def place_of(services: Services, actor: Actor, id: str, site: str, verb: str, session: Session) -> ItemOnSite:
    """Raises NotFound, NotPermitted (`verb` is asked for on `site`, not on the item's own), and Invalid where the site
    does not show the item or its type has nothing to override."""
    item = await load_item(services, id, session)
    if not may_read(actor, item):
        raise NotFound(f"There is no item {id}.")
    actor.require(verb, site)
    kind = content_type(item.type)
    if not kind.overridable:
        raise Invalid([Problem("", "NOT_OVERRIDABLE", f"Items of the type {item.type} look the same on all sites.")])
    if site not in places(item):
        message = f"The site {site} does not show this item; have it shared there first."
        raise Invalid([Problem("site", "NOT_SHARED", message)])
    return ItemOnSite(item, kind, site)


async def stored_override(services: Services, place: ItemOnSite, session: Session) -> SiteOverride:
    """Raises TransitionNotAllowed where there is none."""
    override = await services.repository.overrides.get(place.item.id, place.site, session)
    if override is None:
        raise TransitionNotAllowed(f"The site {place.site} shows this item as it is; there is nothing of its own.")
    return override


def cleaned(part: type[Embedded], changes: dict[str, Any]) -> dict[str, Any]:
    """Raises Invalid with every value that has not the declared shape."""
    report = Report()
    for unknown in changes.keys() - part.fields.keys():
        report.refuse(unknown, "UNKNOWN_FIELD", f"This may be overridden here: {', '.join(part.fields)}.")
    found = {
        name: part.fields[name].clean(value, name, report) for name, value in changes.items() if name in part.fields
    }
    if report.problems:
        raise Invalid(report.problems)
    return {name: value for name, value in found.items() if value is not None}


def rule_problems(place: ItemOnSite, data: dict[str, Any]) -> Iterator[Problem]:
    """What the fields' own rules say, each in the languages it was written in; nothing is required."""
    for role, value in data.items():
        field = place.part.fields[role]
        for locale, one in value.items() if field.localized else (("", value),):
            yield from field.value_problems(one, role, locale)


async def record_override_version(
    services: Services, actor: Actor, action: str, override: SiteOverride, session: Session
) -> None:
    version = Version(
        item=override.id,
        version=override.version,
        at=services.clock(),
        by=actor.id,
        action=action,
        data=override.data,
        slugs={},
    )
    await services.repository.history.add(version, session)


async def follow(
    services: Services, kind: type[ContentType], item: Item, sites: Sequence[str], session: Session
) -> None:
    """Brings references, what visitors and previews see, and the first places of the lists of `sites` in agreement
    with the item's overrides. Nobody else changes the item at the same time."""
    await services.repository.items.hold(item.id, session)
    overrides = await services.repository.overrides.of_item(item.id, session)
    await index_overrides(services, kind, item, overrides, session)
    before = await services.repository.published.get(item.id, session)
    shown = shown_overrides(item, overrides, "live")
    for snapshots, values in (
        (services.repository.published, shown),
        (services.repository.drafts, shown_overrides(item, overrides, "draft")),
    ):
        is_live = snapshots is services.repository.published
        changes: dict[str, Any] = {"overrides": await with_prepared_texts(values) if is_live else values}
        if is_live and values != (before or {}).get("overrides", {}):
            changes["modified_at"] = services.clock()
        if kind.delivery.by_words and (snapshot := await snapshots.get(item.id, session)):
            readers_of = await readers(services.repository, kind, snapshot["sites"], session)
            changes["orders"] = orders_of({**snapshot, "overrides": values}, readers_of)
        await snapshots.set_each({item.id: changes}, session)
    if before:
        after = {**before, "overrides": shown}
        earlier = {**before, "overrides": before.get("overrides", {})}
        await record_live_change(services, item, earlier, after, session, publish=[], withdraw=[])
    for site in sites:
        await repin(services.repository, site, session)


async def index_overrides(
    services: Services, kind: type[ContentType], item: Item, overrides: Sequence[SiteOverride], session: Session
) -> None:
    """What they refer to: nothing of an item in the recycle bin, and live only where visitors see it."""
    is_live = any(state.version is not None for state in item.states.values())
    for override in overrides:
        shown = override.live if is_live and override.site in places(item) else None
        for world, data in (("draft", override.data), ("live", shown or {})):
            edges = [] if item.deleted_at else list(_edges(kind, override, data, world))
            await services.repository.references.replace(item.id, world, edges, session, part=override.id)


def _edges(
    kind: type[ContentType], override: SiteOverride, data: dict[str, Any], world: str
) -> Iterator[ReferenceEdge]:
    for leaf in override_part(kind).leaves(data, ""):
        at = f"overrides.{override.site}.{leaf.at}"
        for target in leaf.field.value_references(leaf.value):
            yield ReferenceEdge(source=override.item, target=target, at=at, world=world, part=override.id)


def shown_overrides(item: Item, overrides: Sequence[SiteOverride], world: str) -> dict[str, dict[str, Any]]:
    """{site: {role: value}} as snapshots carry it, of the sites that show the item. Its place in lists is not among
    them: that is in the site's own snapshot."""
    found: dict[str, dict[str, Any]] = {}
    for override in overrides:
        data = override.data if world == "draft" else override.live
        shown = {role: value for role, value in (data or {}).items() if role != ORDER}
        if shown and override.site in places(item):
            found[override.site] = shown
    return found
