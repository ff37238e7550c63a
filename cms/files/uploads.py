"""Tickets for uploads: how long they last, where their bytes go, who may use them."""

import hmac
from datetime import timedelta

from cms.access.actor import Actor
from cms.accounts.holders import holder_may
from cms.content.rules.application_status import DRAFT
from cms.content.rules.file_types import MEGABYTE
from cms.files.upload_bytes import (
    SMALLEST_PART,
    Part,
)
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from storage.documents import Upload
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
        raise unusable("UPLOAD_USED", "This upload has become a file already; ask for another ticket.")
    if upload.expires <= services.clock():
        raise unusable("UPLOAD_EXPIRED", "This upload took too long; ask for another ticket and upload it again.")


def unusable(code: str, message: str) -> Invalid:
    return Invalid([Problem("id", code, message)])
