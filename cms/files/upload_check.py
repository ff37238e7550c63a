"""What the CMS finds out of the bytes of a ticket: received into a file, looked at, kept under their hash, noted at the
ticket. The bytes that are looked at are the ones that are kept: whoever has the ticket may put others meanwhile."""

import contextlib
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

from cms.files.facts import file_facts
from cms.files.scratch import scratch_file
from cms.files.store_bytes import Promise, receive, store_file
from cms.files.upload_bytes import arrived_parts, forget_bytes, kept_key, parts_of, uploaded_bytes, uploaded_length
from cms.files.uploads import LIFETIME, require_usable, unusable
from cms.kernel.errors import Invalid
from cms.kernel.running_checks import Facts
from cms.kernel.services import Services
from storage.documents import Upload
from storage.errors import ObjectMissing, Unavailable


async def checked_facts(services: Services, upload: Upload) -> Facts | None:
    """What the CMS finds out of the bytes, which from then on lie under their hash; None while it is still at it.

    Raises Invalid for a ticket that cannot be used, for bytes that have not arrived, that are not what was announced,
    or that are of no accepted kind; and Unavailable.
    """
    require_usable(services, upload)
    return upload.facts or await services.checks.result(upload.id, partial(_check_arrived, services, upload))


async def take_bytes(services: Services, upload: Upload, path: Path, sha256: str) -> None:
    """The same for all bytes of a ticket that came by the CMS itself, into a file: they go to the store once, where
    they belong. What is wrong with them the ticket says to whoever uses it. Raises Unavailable."""
    check = partial(_check_received, services, upload, path, sha256)
    with contextlib.suppress(Invalid):
        while await services.checks.result(upload.id, check) is None:
            pass


async def _check_arrived(services: Services, upload: Upload) -> Facts:
    try:
        async with _noting_refusals(services, upload), scratch_file() as path:
            Promise(upload.byte_size).check_length(await uploaded_length(services, upload))
            sha256 = await receive(uploaded_bytes(services, upload), path, upload.byte_size)
            return await _keep(services, upload, path, sha256)
    except ObjectMissing as error:
        raise await _missing(services, upload) from error


async def _check_received(services: Services, upload: Upload, path: Path, sha256: str) -> Facts:
    async with _noting_refusals(services, upload):
        return await _keep(services, upload, path, sha256)


async def _keep(services: Services, upload: Upload, path: Path, sha256: str) -> Facts:
    promise, key = Promise(upload.byte_size, upload.sha256), kept_key(upload, sha256)
    stored = await store_file(services.store, path, sha256, upload.filename, promise, key=key, accept=upload.accept)
    facts = file_facts(stored)
    await _note(services, upload, {"facts": facts})
    return facts


@contextlib.asynccontextmanager
async def _noting_refusals(services: Services, upload: Upload) -> AsyncIterator[None]:
    try:
        yield
    except Invalid as refused:
        first = refused.problems[0]
        await _note(services, upload, {"refused": {"code": first.code, "message": first.message}})
        raise


async def _note(services: Services, upload: Upload, outcome: dict[str, Any]) -> None:
    """From now on the ticket says it all, and no longer than an hour; where its bytes cannot be deleted now, they are
    swept later."""
    outcome = {**outcome, "expires": min(upload.expires, services.clock() + LIFETIME)}
    await services.transact(lambda session: services.repository.uploads.set(upload.id, outcome, session))
    with contextlib.suppress(Unavailable):
        await forget_bytes(services, upload)


async def _missing(services: Services, upload: Upload) -> Invalid:
    arrived, wanted = await arrived_parts(services, upload), len(parts_of(upload))
    if not arrived:
        return unusable("UPLOAD_MISSING", "The bytes have not arrived; put them to the ticket's address first.")
    message = f"{len(arrived)} of {wanted} parts have arrived; put the others to their addresses first."
    return unusable("UPLOAD_MISSING", message)
