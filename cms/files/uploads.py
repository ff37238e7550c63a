"""Tickets for uploads: how long they last, where their bytes go, and what the CMS finds out of them."""

import contextlib
import hmac
from collections.abc import AsyncIterator, Coroutine
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from cms.access.actor import Actor
from cms.accounts.holders import holder_may
from cms.content.rules.application_status import DRAFT
from cms.content.rules.file_types import MEGABYTE
from cms.files.facts import file_facts
from cms.files.scratch import scratch_file
from cms.files.store_bytes import Promise, receive, store_file
from cms.files.upload_bytes import (
    SMALLEST_PART,
    Part,
    arrived_parts,
    forget_bytes,
    kept_key,
    parts_of,
    uploaded_bytes,
    uploaded_length,
)
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.running_checks import Facts
from cms.kernel.services import Services
from storage.documents import Upload
from storage.errors import ObjectMissing, Unavailable
from storage.mongo import Session

LIFETIME = timedelta(hours=1)
LONG_LIFETIME = timedelta(days=1)
"""Of a ticket for bytes in several parts: who loses the network on the way home goes on there."""
MAX_OPEN_UPLOADS = 50
"""Tickets that one person may have open."""
MAX_OPEN_UPLOAD_BYTES = 5000 * MEGABYTE
"""That all of these may be for together."""
CONTENT_TYPE = "application/octet-stream"
_PURPOSE = "upload"


def upload_address(services: Services, upload: Upload) -> str:
    """Where the client puts the bytes: a presigned address of the S3 server, or a path of the CMS with a token in it,
    where browsers do not reach that server."""
    if _is_direct(services):
        return services.store.presigned.put_exactly(upload.key, upload.byte_size, LIFETIME)
    return f"/uploads/{upload.id}?token={upload_token(services, upload.id)}"


def part_address(services: Services, upload: Upload, part: Part) -> str:
    """Where the client puts one part; good for an hour like the other one, and given anew as long as the ticket is."""
    if _is_direct(services):
        return services.store.presigned.put_exactly(part.key, part.byte_size, LIFETIME)
    return f"/uploads/{upload.id}/{part.number}?token={upload_token(services, upload.id)}"


def lifetime_of(byte_size: int) -> timedelta:
    return LONG_LIFETIME if byte_size > SMALLEST_PART else LIFETIME


def _is_direct(services: Services) -> bool:
    chosen = services.settings.file_upload
    return chosen == "direct" or (chosen == "auto" and services.settings.s3_public_url is not None)


def upload_token(services: Services, id: str) -> str:
    return services.vault.digest(_PURPOSE, id)


def is_upload_token(services: Services, id: str, token: str) -> bool:
    return hmac.compare_digest(upload_token(services, id).encode(), token.encode())


async def is_held(services: Services, upload: Upload) -> bool:
    """Whether whoever got the ticket may still use it: to make files on its site, or to answer an application that is a
    draft. Raises Unavailable."""
    if upload.application is None:
        return await holder_may(services, upload.by, "create", upload.site)
    application = await services.repository.applications.get(upload.application)
    return application is not None and application.applicant == upload.by and application.status == DRAFT


async def own_upload(services: Services, actor: Actor, id: str, session: Session | None = None) -> Upload:
    """Raises NotFound, for the tickets of others too."""
    upload = await services.repository.uploads.get(id, session)
    if upload is None or upload.by != actor.id:
        raise NotFound(f"There is no upload {id}; ask for a ticket with createUpload.")
    return upload


def require_usable(services: Services, upload: Upload) -> None:
    """Raises Invalid for a ticket that is used up, was refused or has expired."""
    if upload.refused:
        raise Invalid([Problem("file", upload.refused["code"], upload.refused["message"])])
    if upload.item:
        raise _unusable("UPLOAD_USED", "This upload has become a file already; ask for another ticket.")
    if upload.expires <= services.clock():
        raise _unusable("UPLOAD_EXPIRED", "This upload took too long; ask for another ticket and upload it again.")


async def checked_facts(services: Services, upload: Upload) -> Facts | None:
    """What the CMS finds out of the bytes, which from then on lie under their hash; None while it is still at it.

    Raises Invalid for a ticket that cannot be used, for bytes that have not arrived, that are not what was announced,
    or that are of no accepted kind; and Unavailable.
    """
    require_usable(services, upload)
    return upload.facts or await services.checks.result(upload.id, lambda: _check(services, upload))


async def take_bytes(services: Services, upload: Upload, path: Path, sha256: str) -> None:
    """The same for all bytes of a ticket that came by the CMS itself, into a file: they go to the store once, where
    they belong. What is wrong with them the ticket says to whoever uses it. Raises Unavailable."""

    def check() -> Coroutine[Any, Any, Facts]:
        return _noted(services, upload, _look_at_file(services, upload, path, sha256))

    with contextlib.suppress(Invalid):
        while await services.checks.result(upload.id, check) is None:
            pass


async def _check(services: Services, upload: Upload) -> Facts:
    try:
        return await _noted(services, upload, _look_at_arrived(services, upload))
    except ObjectMissing as error:
        raise await _missing(services, upload) from error


async def _noted(services: Services, upload: Upload, look: Coroutine[Any, Any, Facts]) -> Facts:
    try:
        facts = await look
    except Invalid as refused:
        first = refused.problems[0]
        await _note(services, upload, {"refused": {"code": first.code, "message": first.message}})
        raise
    await _note(services, upload, {"facts": facts})
    return facts


async def _look_at_arrived(services: Services, upload: Upload) -> Facts:
    Promise(upload.byte_size).check_length(await uploaded_length(services, upload))
    return await _look(services, upload, uploaded_bytes(services, upload))


async def _look(services: Services, upload: Upload, content: AsyncIterator[bytes]) -> Facts:
    """The bytes that are looked at are the ones that are kept: whoever has the ticket may put others meanwhile."""
    async with scratch_file() as path:
        return await _look_at_file(services, upload, path, await receive(content, path, upload.byte_size))


async def _look_at_file(services: Services, upload: Upload, path: Path, sha256: str) -> Facts:
    promise = Promise(upload.byte_size, upload.sha256)
    place = partial(kept_key, upload)
    return file_facts(
        await store_file(services.store, path, sha256, upload.filename, promise, key_of=place, accept=upload.accept)
    )


async def _missing(services: Services, upload: Upload) -> Invalid:
    arrived, wanted = await arrived_parts(services, upload), len(parts_of(upload))
    if not arrived:
        return _unusable("UPLOAD_MISSING", "The bytes have not arrived; put them to the ticket's address first.")
    message = f"{len(arrived)} of {wanted} parts have arrived; put the others to their addresses first."
    return _unusable("UPLOAD_MISSING", message)


async def _note(services: Services, upload: Upload, outcome: dict[str, Any]) -> None:
    """From now on the ticket says it all, and no longer than an hour; where its bytes cannot be deleted now, they are
    swept later."""
    outcome = {**outcome, "expires": min(upload.expires, services.clock() + LIFETIME)}
    await services.transact(lambda session: services.repository.uploads.set(upload.id, outcome, session))
    with contextlib.suppress(Unavailable):
        await forget_bytes(services, upload)


def _unusable(code: str, message: str) -> Invalid:
    return Invalid([Problem("id", code, message)])
