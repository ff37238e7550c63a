"""Delete an item into the recycle bin, and bring it back with everything it was."""

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.content_types.content_type import ContentType
from cms.items import workflow
from cms.items.actions.unpublish_item import refuse_if_used
from cms.items.addresses import draft_addresses
from cms.items.change_record import record_change, record_references, record_version
from cms.items.checks import content_type, places
from cms.items.overrides import index_overrides
from cms.items.own_slugs import own_slugs
from cms.items.snapshot import write_draft_snapshot, write_snapshot
from cms.items.terms.present import with_present_terms
from cms.kernel.errors import Invalid, NotFound
from cms.kernel.services import Services
from storage.documents import Item, LocaleState
from storage.mongo import Session


async def delete_item(services: Services, actor: Actor, id: str, *, even_if_used: bool = False) -> None:
    """Takes the item from visitors and editors; its address becomes free.

    Raises NotFound, NotPermitted, and unless `even_if_used` Invalid with everything live that refers to it.
    """

    async def write(session: Session) -> None:
        item = await load_item(services, id, session)
        actor.require_on("delete", item)
        kind = content_type(item.type)
        if problems := await kind.removal_problems(services.repository, item.data, session):
            raise Invalid(problems)
        if not even_if_used:
            await refuse_if_used(services, item, session)
        live = [locale for locale in item.states if workflow.state_of(item, locale).version is not None]
        item.deleted_at, item.deleted_by, item.addresses = services.clock(), actor.id, []
        item.states = dict.fromkeys(item.states, LocaleState())
        await services.repository.items.replace(item, item.version, session)
        if live:
            await write_snapshot(services, kind, item, session, withdraw=live)
        await services.repository.references.replace(item.id, "draft", [], session)
        await index_overrides(
            services, kind, item, await services.repository.overrides.of_item(item.id, session), session
        )
        await services.repository.drafts.remove(item.id, session)
        await record_change(services, actor, "delete_item", "ItemDeleted", item, session)

    await services.transact(write)


async def restore_item(services: Services, actor: Actor, id: str) -> Item:
    """The item as it was, as a private draft. Raises NotFound, NotPermitted, Invalid (its address was taken)."""

    async def write(session: Session) -> Item:
        item = await services.repository.items.get(id, session)
        if item is None or item.deleted_at is None:
            raise NotFound(f"There is no item {id} in the recycle bin.")
        actor.require_on("delete", item)
        kind = content_type(item.type)
        item.deleted_at = item.deleted_by = None
        base = item.version
        await _bring_terms_up_to_date(services, actor, kind, item, session)
        item.slugs = await own_slugs(services, kind, item, item.slugs, session)
        item.addresses = [*draft_addresses(kind, places(item), item.slugs), *kind.unique_keys(item.data, item.site)]
        await services.repository.items.replace(item, base, session)
        await record_references(services, kind, item.id, item.data, "draft", session)
        await index_overrides(
            services, kind, item, await services.repository.overrides.of_item(item.id, session), session
        )
        await write_draft_snapshot(services, kind, item, session)
        await record_change(services, actor, "restore_item", "ItemRestored", item, session)
        return item

    return await services.transact(write)


async def _bring_terms_up_to_date(
    services: Services, actor: Actor, kind: type[ContentType], item: Item, session: Session
) -> None:
    """Terms that were merged or renamed while it lay there; that makes a new version."""
    data = await with_present_terms(services, kind, item.data, session)
    if data != item.data:
        item.data, item.version = data, item.version + 1
        item.modified_at, item.modified_by = services.clock(), actor.id
        await record_version(services, actor, "restore_item", item, session)
