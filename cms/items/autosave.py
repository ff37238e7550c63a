"""Autosaves: writes like any other, of which the history shows one for each run."""

from datetime import datetime, timedelta

from cms.access.actor import Actor
from cms.kernel.services import Services
from storage.documents import Item
from storage.documents.autosave_run import AutosaveRun
from storage.documents.made_from import MadeFrom
from storage.mongo import Session

LONGEST_RUN = timedelta(minutes=10)
"""From its first write on; what comes later begins a new one, so that hours of writing can be gone back in."""


def open_run(actor: Actor, item: Item, now: datetime) -> AutosaveRun | None:
    """The run that an autosave of this person continues: nothing has happened to the item since its last one."""
    run = item.run
    if run is None or run.by != actor.id or run.version != item.version or now - run.began_at >= LONGEST_RUN:
        return None
    return run


def next_run(actor: Actor, before: AutosaveRun | None, version: int, fields: list[str], now: datetime) -> AutosaveRun:
    """With the autosave that made `version`."""
    if before is None:
        return AutosaveRun(by=actor.id, began_at=now, version=version, fields=sorted(fields))
    together = sorted({*before.fields, *fields})
    return before.model_copy(update={"version": version, "writes": before.writes + 1, "fields": together})


def may_fold(version: int, marks: list[MadeFrom]) -> bool:
    """A version that a translation was made from stays: its source text is shown beside the present one."""
    return all(mark.version != version for mark in marks)


async def fold_before(services: Services, item: Item, session: Session) -> None:
    """Takes the autosave before the present one out of the history; it stays for a day as what a change began from."""
    await services.repository.history.fold(item.id, item.version - 1, services.clock(), session)
