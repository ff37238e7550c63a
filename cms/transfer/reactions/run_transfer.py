"""Carries a site out or in; one whose worker died is begun again, and what is done already is passed over."""

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.accounts.holders import holder_of
from cms.files.scratch import scratch_directory
from cms.files.upload_bytes import uploaded_bytes
from cms.files.uploads import own_upload
from cms.kernel.errors import CmsError, Invalid, NotFound, Problem, Unavailable
from cms.kernel.services import Services
from cms.kernel.work.outcome import MAX_TRIES
from cms.transfer.export_site import export_site
from cms.transfer.import_site import import_site
from cms.transfer.progress import Tell
from storage.documents import OutboxEvent, Transfer
from storage.errors import ObjectMissing

SECONDS_BETWEEN = 1.0
MAX_PROBLEMS = 20
ARCHIVE_TYPE = "application/zip"


async def run_transfer(services: Services, event: OutboxEvent) -> None:
    """In the name of whoever asked for it, with the rights that they had then and still have. Raises Unavailable."""
    transfer = await services.repository.transfers.get(event.payload["transfer"])
    if transfer is None or transfer.state not in ("waiting", "running"):
        return
    await services.repository.transfers.note(transfer.id, {"state": "running"})
    try:
        actor = await _actor(services, transfer)
        async with scratch_directory() as folder:
            outcome = await _carry(services, actor, transfer, folder / "archive.zip")
    except Unavailable:
        if event.tries >= MAX_TRIES:
            await _end(
                services, transfer, {"state": "failed", "problems": _told("UNAVAILABLE", "The engines were away.")}
            )
        raise
    except CmsError as error:
        await _end(services, transfer, {"state": "failed", "problems": _problems(error)})
    except Exception as error:
        if event.tries >= MAX_TRIES:
            told = _told("ERROR", f"It failed in an unexpected way ({type(error).__name__}); the log says more.")
            await _end(services, transfer, {"state": "failed", "problems": told})
        raise
    else:
        await _end(services, transfer, {"state": "done", **outcome})


async def _actor(services: Services, transfer: Transfer) -> Actor:
    actor = await holder_of(services, transfer.by)
    if actor is None:
        raise NotFound("Whoever asked for this has no account any more.")
    only = None if transfer.only is None else frozenset(transfer.only)
    return replace(actor, roles=_in_both(actor.roles, transfer.roles), item_roles={}, only=only)


def _in_both(now: Mapping[str, frozenset[str]], then: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """A token has fewer roles than its owner, and roles may have been taken away meanwhile."""
    before = {place: frozenset(names) for place, names in then.items()}
    return {place: _on(now, place) & _on(before, place) for place in now.keys() | before.keys()}


def _on(roles: Mapping[str, frozenset[str]], place: str) -> frozenset[str]:
    return roles.get(place, frozenset()) | roles.get(EVERYWHERE, frozenset())


async def _carry(services: Services, actor: Actor, transfer: Transfer, path: Path) -> dict[str, Any]:
    tell = _teller(services, transfer)
    if transfer.kind == "export":
        exported = await export_site(services, actor, transfer.site, path, tell)
        with path.open("rb") as file:
            await services.store.put(transfer.key, file, ARCHIVE_TYPE)
            byte_size = file.seek(0, os.SEEK_END)
        return {"byte_size": byte_size, "step": exported.items, "total": exported.items}
    await _fetch(services, actor, transfer, path)
    how: Any = transfer.on_conflict
    report = await import_site(services, actor, path, on_conflict=how, dry_run=transfer.dry_run, tell=tell)
    return {"report": report.as_json()}


async def _fetch(services: Services, actor: Actor, transfer: Transfer, path: Path) -> None:
    upload = await own_upload(services, actor, transfer.upload or "")
    try:
        with path.open("wb") as file:
            async for chunk in uploaded_bytes(services, upload):
                file.write(chunk)
    except ObjectMissing as error:
        raise Invalid([Problem("upload", "UPLOAD_MISSING", "The archive is gone; upload it again.")]) from error


def _teller(services: Services, transfer: Transfer) -> Tell:
    """Writes down how far it is, about once a second and at the end of each stage."""
    last = 0.0

    async def tell(stage: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done == total or now - last >= SECONDS_BETWEEN:
            last = now
            await services.repository.transfers.note(transfer.id, {"stage": stage, "step": done, "total": total})

    return tell


async def _end(services: Services, transfer: Transfer, changes: Mapping[str, Any]) -> None:
    await services.repository.transfers.note(transfer.id, {**changes, "finished_at": services.clock()})


def _problems(error: CmsError) -> list[dict[str, Any]]:
    if isinstance(error, Invalid):
        return [
            {"field": one.field, "code": one.code, "message": one.message[:500], "locale": one.locale}
            for one in error.problems[:MAX_PROBLEMS]
        ]
    return _told(error.code, str(error))


def _told(code: str, message: str) -> list[dict[str, Any]]:
    return [{"field": "", "code": code, "message": message[:500], "locale": None}]
