"""The stable addresses of files: GET and HEAD /files/<id>/<name>, with ?width= for renditions of images. What is behind
one may change at any time, so it is asked for again each time."""

import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cms.content.rules.file_types import BY_MIME
from cms.files.file_source import FileSource
from cms.files.http.file_bytes import FileBytes
from cms.files.http.file_redirect import Delivery, Reach, redirect, redirects
from cms.files.http.file_refusals import no_file, refusals_told, wrong_file
from cms.files.http.public_files import PublicFiles
from cms.files.record import FileRecord
from cms.files.widths import ladder_width
from cms.http.entity_tags import is_known, is_wrong
from cms.http.refusal import Refusal
from storage.object_store import ObjectStore

Lookup = Callable[[str], Awaitable[FileRecord | None]]
LookupDraft = Callable[[Request, str], Awaitable[FileRecord | None]]
LookupPreviewed = Callable[[str, str], Awaitable[FileRecord | None]]
MayRead = Callable[[Request, FileRecord], Awaitable[bool]]
IsSignedIn = Callable[[Request], Awaitable[bool]]

_ID = re.compile(r"[0-9a-f]{24}")
_WIDTH = re.compile(r"[1-9][0-9]{0,4}")

CHALLENGE = (b"www-authenticate", b'Session realm="Cluster CMS"')


class FileEndpoint:
    """`lookup` finds a published file by its id; `may_read` is asked for protected ones only. `lookup_draft` finds the
    draft of one, if the person may read it; `lookup_previewed`, by token and id, one that a preview shows.

    `reach` says from where browsers get to the S3 server: "anywhere" when it has a public address, "this machine" for
    the embedded one.
    """

    def __init__(
        self,
        store: ObjectStore,
        lookup: Lookup,
        may_read: MayRead,
        is_signed_in: IsSignedIn,
        lookup_draft: LookupDraft,
        lookup_previewed: LookupPreviewed,
        *,
        delivery: Delivery = "auto",
        reach: Reach = "nowhere",
    ) -> None:
        self._lookup = lookup
        self._may_read = may_read
        self._is_signed_in = is_signed_in
        self._lookup_draft = lookup_draft
        self._lookup_previewed = lookup_previewed
        self._delivery: Delivery = delivery
        self._reach: Reach = reach
        self._bytes = FileBytes(store)

    def routes(self) -> list[Route]:
        answer = refusals_told(self._answer)
        return [
            Route("/files/{id}", answer, methods=["GET"]),
            Route("/files/{id}/{name:path}", answer, methods=["GET"]),
            *PublicFiles(self._bytes, self._lookup).routes(),
        ]

    async def _answer(self, request: Request) -> Response:
        record = await self._readable(request)
        asked_width = _asked_width(request, record)
        source = FileSource(record, asked_width and ladder_width(asked_width))
        if (request.path_params.get("name"), asked_width) != (record.filename, source.width):
            return Response(status_code=301, headers=source.access_headers() | {"location": source.address})
        if is_wrong(source.etag, request.headers.get("if-match")):
            raise wrong_file()
        if is_known(source.etag, request.headers.get("if-none-match")):
            return Response(status_code=304, headers=source.access_headers() | {"etag": source.etag})
        size = await self._bytes.size(source)
        if redirects(request, source, self._delivery, self._reach):
            return redirect(source, self._bytes.store.presigned, request.method)
        return await self._bytes.answer(request, source, size, source.headers())

    async def _readable(self, request: Request) -> FileRecord:
        file_id = request.path_params["id"]
        if not _ID.fullmatch(file_id):
            raise no_file()
        if "draft" in request.query_params:
            return await self._readable_draft(request, file_id)
        token = request.query_params.get("preview")
        record = await (self._lookup(file_id) if token is None else self._lookup_previewed(token, file_id))
        if record is None:
            raise no_file()
        if record.visibility == "public" or await self._may_read(request, record):
            return record
        if await self._is_signed_in(request):
            raise Refusal(403, "NOT_PERMITTED", "This file is protected, and your account has no right to read it.")
        raise Refusal(401, "NOT_SIGNED_IN", "This file is protected: sign in, then open it again.", CHALLENGE)

    async def _readable_draft(self, request: Request, file_id: str) -> FileRecord:
        """Visitors get one answer, whether there is a draft or not."""
        if not await self._is_signed_in(request):
            raise Refusal(401, "NOT_SIGNED_IN", "Drafts are for editors: sign in, then open it again.", CHALLENGE)
        record = await self._lookup_draft(request, file_id)
        if record is None:
            raise no_file()
        return record


def _asked_width(request: Request, record: FileRecord) -> int | None:
    asked = request.query_params.get("width")
    if asked is None:
        return None
    if not _WIDTH.fullmatch(asked):
        raise Refusal(400, "BAD_REQUEST", "The width is a number of pixels, such as ?width=640.")
    kind = BY_MIME.get(record.mime)
    if kind is None or not kind.is_image:
        raise Refusal(400, "BAD_REQUEST", "Only images come in other widths: leave ?width= out.")
    return int(asked)
