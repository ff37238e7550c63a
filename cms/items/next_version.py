"""Make some data an item's next version, with all that a version leaves behind."""

from typing import Any

from cms.access.actor import Actor
from cms.access.record import record_event
from cms.content_types.content_type import ContentType
from cms.items.addresses import draft_addresses
from cms.items.autosave import fold_before, may_fold, next_run, open_run
from cms.items.change_record import record_change, record_references, record_version, subject_of
from cms.items.checks import check_references, check_size, check_slugs, content_type, places
from cms.items.listed_fields import note_listing
from cms.items.snapshot import write_draft_snapshot
from cms.items.terms.present import with_present_terms
from cms.items.translation.marks import marks_moved_on
from cms.items.translation_notes import WRITTEN, Provenance, note_translations
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Item
from storage.documents.autosave_run import AutosaveRun
from storage.mongo import Session


async def store_draft(
    services: Services,
    actor: Actor,
    item: Item,
    data: dict[str, Any],
    slugs: dict[str, str],
    action: str,
    session: Session,
    *,
    event: str = "ItemUpdated",
    provenance: Provenance = WRITTEN,
    autosave: bool = False,
    **details: Any,
) -> None:
    """`details` are for the audit entry; with `autosave` they name the `fields`. Raises Invalid."""
    kind, run = content_type(item.type), open_run(actor, item, services.clock()) if autosave else None
    check_slugs(kind, slugs)
    data = await _settled(services, actor, kind, item, data, session)
    before, item.data, item.slugs = item.data, data, slugs
    note_listing(kind, item)
    item.addresses = [*draft_addresses(kind, places(item), slugs), *kind.unique_keys(data, item.site)]
    item.version, item.modified_at, item.modified_by = item.version + 1, services.clock(), actor.id
    await note_translations(services, kind, item, before, session, provenance)
    run = _continued(kind, item, run)
    went_on = next_run(actor, run, item.version, details["fields"], services.clock()) if autosave else None
    await services.repository.items.replace(item, item.version - 1, session, run=went_on)
    if run:
        await fold_before(services, item, session)
    await record_version(services, actor, action, item, session)
    await record_references(services, kind, item.id, data, "draft", session)
    await write_draft_snapshot(services, kind, item, session)
    if run and set(details["fields"]) <= set(run.fields):  # an entry of this run says so already
        told = {**details, "autosave": True, "by": actor.id}
        await record_event(services, event, subject_of(item), session, told)
    else:
        told = {**details, "autosave": True} if autosave else details
        await record_change(services, actor, action, event, item, session, **told)


async def _settled(
    services: Services, actor: Actor, kind: type[ContentType], item: Item, data: dict[str, Any], session: Session
) -> dict[str, Any]:
    """Checked, and brought in agreement with what else is known."""
    check_size(data)
    settled = kind.settled(await with_present_terms(services, kind, data, session))
    if problems := await kind.change_problems(services.repository, item.data, settled, session):
        raise Invalid(problems)
    await check_references(services, actor, kind, settled, session, item.data)
    return settled


def _continued(kind: type[ContentType], item: Item, run: AutosaveRun | None) -> AutosaveRun | None:
    """The run, where the version before may go out of the history; what was made from it moves on to this one."""
    if run is None or item.source_locale is None:
        return run
    marks = marks_moved_on(item.made_from, kind, item.data, item.source_locale, run.version, item.version)
    if not may_fold(run.version, marks):
        return None
    item.made_from = marks
    return run
