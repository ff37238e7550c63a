"""Take an item of an archive over: its draft, what is live of it, its schedule, and what belongs to it, at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from cms.access.actor import Actor
from cms.content_types.content_type import ContentType
from cms.content_types.pins import repin
from cms.items import workflow
from cms.items.actions.schedule_item import EXPIRY_DUE, PUBLICATION_DUE
from cms.items.addresses import draft_addresses
from cms.items.change_record import record_change, record_references, record_version
from cms.items.checks import content_type, places
from cms.items.listed_fields import note_listing
from cms.items.snapshot import write_draft_snapshot, write_snapshot
from cms.items.translation_notes import note_standing
from cms.kernel.errors import Conflict
from cms.kernel.services import Services
from cms.transfer.portable import PortableItem, PortableOverride, PortableState
from storage.documents import Item, LocaleState, OutboxEvent, Redirect, SiteOverride, Version
from storage.documents.made_from import MadeFrom
from storage.documents.site_override import override_id
from storage.mongo import Session

ACTION, EVENT, RIGHT = "import_item", "ItemImported", "transfer"


async def import_item(services: Services, actor: Actor, portable: PortableItem, over: int | None, site: str) -> Item:
    """The item as the archive of `site` has it, cleaned and judged before (`cms.transfer.judge`). `over`: the version
    of the item that is here, of which it becomes the next; None where it is new, and then it keeps its numbers.

    Raises NotPermitted, Conflict (it was changed meanwhile), Invalid (an address was taken meanwhile).
    """
    kind = content_type(portable.type)
    actor.require(RIGHT, portable.site, kind.guard)

    async def write(session: Session) -> Item:
        before = await services.repository.items.get(portable.id, session)
        if (before.version if before else None) != over:
            raise Conflict(f"The item {portable.id} was changed meanwhile; import the archive again.")
        numbers = _numbers(portable, over)
        item = _item(services, actor, kind, portable, numbers, before)
        if over is None:
            await services.repository.items.insert(item, session)
        else:
            await services.repository.items.replace(item, over, session)
        await _add_versions(services, actor, portable, numbers, session)
        await record_version(services, actor, ACTION, item, session)
        await record_references(services, kind, item.id, item.data, "draft", session)
        sites = await _put_overrides(services, actor, item, portable.overrides, site, session)
        await write_draft_snapshot(services, kind, item, session)
        await _put_live(services, kind, item, portable, numbers, session)
        await _put_redirects(services, actor, item, portable, session)
        await _plan(services, item, session)
        for one in sites:
            await repin(services.repository, one, session)
        await record_change(services, actor, ACTION, EVENT, item, session, archive=site)
        return item

    return await services.transact(write)


def _numbers(portable: PortableItem, over: int | None) -> dict[int, int]:
    """{version in the archive: version here}"""
    known = [*(one.version for one in portable.versions), portable.version]
    return {number: number if over is None else over + place for place, number in enumerate(known, 1)}


def _item(
    services: Services,
    actor: Actor,
    kind: type[ContentType],
    portable: PortableItem,
    numbers: Mapping[int, int],
    before: Item | None,
) -> Item:
    """A new one keeps its moments, one that is changed gets those of the change."""
    item = before.model_copy() if before else Item(id=portable.id, type=portable.type, site=portable.site)
    if before is None:
        item.created_at, item.created_by = _moment(portable.created_at), actor.id
    item.modified_at, item.modified_by = (services.clock() if before else _moment(portable.modified_at)), actor.id
    item.shared, item.data, item.slugs, item.origin = portable.shared, portable.data, portable.slugs, portable.origin
    item.version = numbers[portable.version]
    item.states = {locale: _state(one, numbers) for locale, one in portable.states.items()}
    stamps = portable.live.locales if portable.live else {}
    first = {locale: _moment(one.first_published_at or one.published_at) for locale, one in stamps.items()}
    item.first_published = {**item.first_published, **first}
    item.source_locale, item.run = portable.source_locale, None
    marks = [MadeFrom(**mark.model_dump()) for mark in portable.made_from]
    item.made_from = [mark.model_copy(update={"version": numbers[mark.version]}) for mark in marks]
    note_listing(kind, item)
    item.addresses = [*draft_addresses(kind, places(item), item.slugs), *kind.unique_keys(item.data, item.site)]
    note_standing(kind, item)
    return item


def _state(one: PortableState, numbers: Mapping[int, int]) -> LocaleState:
    return LocaleState(
        state=workflow.at_rest(one.version) if one.state == workflow.PRIVATE else one.state,
        version=numbers[one.version] if one.version else None,
        published_at=_moment_or_none(one.published_at),
        effective=_moment_or_none(one.effective),
        scheduled_version=numbers[one.scheduled_version] if one.scheduled_version else None,
        expires=_moment_or_none(one.expires),
    )


async def _add_versions(
    services: Services, actor: Actor, portable: PortableItem, numbers: Mapping[int, int], session: Session
) -> None:
    for one in portable.versions:
        version = Version(
            item=portable.id,
            version=numbers[one.version],
            at=_moment(one.at),
            by=actor.id,
            action=ACTION,
            data=one.data,
            slugs=one.slugs,
        )
        await services.repository.history.add(version, session)


async def _put_live(
    services: Services,
    kind: type[ContentType],
    item: Item,
    portable: PortableItem,
    numbers: Mapping[int, int],
    session: Session,
) -> None:
    if portable.live:
        stamps = {
            locale: {
                "version": numbers[stamp.version],
                "published_at": _moment(stamp.published_at),
                "first_published_at": _moment(stamp.first_published_at or stamp.published_at),
            }
            for locale, stamp in portable.live.locales.items()
        }
        texts = {"data": portable.live.data, "slugs": portable.live.slugs, "locales": stamps}
        await write_snapshot(services, kind, item, session, instead=texts)
    elif live := await services.repository.published.get(item.id, session):
        await write_snapshot(services, kind, item, session, withdraw=list(live["locales"]))


async def _put_overrides(
    services: Services, actor: Actor, item: Item, overrides: Sequence[PortableOverride], site: str, session: Session
) -> set[str]:
    """The sites concerned. The archive of another site than the item's own knows that one's only."""
    known = {one.site: one for one in await services.repository.overrides.of_item(item.id, session)}
    scope = set(known) if site == item.site else {site} & set(known)
    for gone in scope - {one.site for one in overrides}:
        await services.repository.overrides.remove(known[gone], session)
    for one in overrides:
        actor.require(RIGHT, one.site)
        await _put_override(services, actor, item, one, known.get(one.site), session)
    return scope | {one.site for one in overrides}


async def _put_override(
    services: Services, actor: Actor, item: Item, one: PortableOverride, before: SiteOverride | None, session: Session
) -> None:
    id, live_version, version = override_id(item.id, one.site), one.live_version, one.version
    if before:
        last = await services.repository.history.last_version(id, session)
        live_version, version = (last + 1 if one.live is not None else None), last + 2
    override = SiteOverride(
        id=id,
        item=item.id,
        type=item.type,
        site=one.site,
        version=version,
        data=one.data,
        live=one.live,
        live_version=live_version,
        published_at=_moment_or_none(one.published_at),
        modified_at=_moment(one.modified_at),
        modified_by=actor.id,
    )
    if before:
        await services.repository.overrides.replace(override, before.version, session)
    else:
        await services.repository.overrides.insert(override, session)
    texts = {live_version: one.live} if live_version and one.live is not None else {}
    for number, data in {**texts, version: one.data}.items():
        told = Version(
            item=id, version=number, at=override.modified_at, by=actor.id, action=ACTION, data=data, slugs={}
        )
        await services.repository.history.add(told, session)


async def _put_redirects(
    services: Services, actor: Actor, item: Item, portable: PortableItem, session: Session
) -> None:
    """Those at whose address something else is, or another redirect leads elsewhere, stay out."""
    found = []
    for one in portable.redirects:
        there = await services.repository.redirects.get(one.address, session)
        is_used = await services.repository.published.used([one.address], session)
        if not is_used and (there is None or there.item == item.id):
            by = actor.id if one.by_hand else None
            site = one.address.partition("/")[0]
            found.append(Redirect(id=one.address, site=site, item=item.id, at=_moment(one.at), by=by))
    if found:
        await services.repository.redirects.put(found, session)


async def _plan(services: Services, item: Item, session: Session) -> None:
    """What has passed meanwhile is done at once."""
    for locale, state in item.states.items():
        ends = state.expires if state.version or state.effective else None
        for name, moment in ((PUBLICATION_DUE, state.effective), (EXPIRY_DUE, ends)):
            if moment:
                due = OutboxEvent(name=name, at=services.clock(), due_at=moment, scheduled_for=moment, item=item.id)
                due.type, due.site, due.locale, due.version = item.type, item.site, locale, item.version
                await services.repository.outbox.add(due, session)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _moment_or_none(text: str | None) -> datetime | None:
    return _moment(text) if text else None
