"""The stable addresses of files: GET and HEAD /files/<id>/<name>, with ?width= for renditions of images."""

import re
from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cms.content.rules.file_types import BY_MIME
from cms.files.http.file_redirect import Delivery, Reach, redirect, redirects
from cms.files.http.file_source import FileSource
from cms.files.kept_renditions import KeptRenditions
from cms.files.presence import Presence
from cms.files.record import FileRecord
from cms.files.widths import ladder_width
from cms.http.entity_tags import is_known, is_wrong, still_whole
from cms.http.object_response import ObjectResponse
from cms.http.ranges import NotSatisfiable, byte_range
from cms.http.refusal import Refusal
from cms.kernel.errors import Invalid, TooManyRequests
from storage.errors import ObjectMissing, Unavailable
from storage.object_store import ObjectStore

Lookup = Callable[[str], Awaitable[FileRecord | None]]
LookupDraft = Callable[[Request, str], Awaitable[FileRecord | None]]
LookupPreviewed = Callable[[str, str], Awaitable[FileRecord | None]]
MayRead = Callable[[Request, FileRecord], Awaitable[bool]]
IsSignedIn = Callable[[Request], Awaitable[bool]]

RETRY_SECONDS = 2
_ID = re.compile(r"[0-9a-f]{24}")
_WIDTH = re.compile(r"[1-9][0-9]{0,4}")

CHALLENGE = (b"www-authenticate", b'Session realm="Cluster CMS"')

log = structlog.get_logger(__name__)


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
        self._store = store
        self._lookup = lookup
        self._may_read = may_read
        self._is_signed_in = is_signed_in
        self._lookup_draft = lookup_draft
        self._lookup_previewed = lookup_previewed
        self._delivery: Delivery = delivery
        self._reach: Reach = reach
        self._presence = Presence(store)
        self._renditions = KeptRenditions(store, self._presence)

    def routes(self) -> list[Route]:
        return [
            Route("/files/{id}", self.answer, methods=["GET"]),
            Route("/files/{id}/{name:path}", self.answer, methods=["GET"]),
        ]

    async def answer(self, request: Request) -> Response:
        try:
            return await self._answer(request)
        except Refusal as refusal:
            return _plain(refusal.status, refusal.message, {k.decode(): v.decode() for k, v in refusal.headers})
        except Invalid as error:
            return _plain(422, f"This image cannot be shown at another width: {error}")
        except ObjectMissing as error:
            log.error("file without content", path=request.scope["path"], key=str(error))
            return _plain(404, "The content of this file is not in the store.")
        except (Unavailable, TooManyRequests) as error:
            log.warning("file not served", reason=str(error))
            return _plain(503, "Files cannot be served right now: try again.", {"retry-after": str(RETRY_SECONDS)})

    async def _answer(self, request: Request) -> Response:
        record = await self._readable(request)
        asked_width = _asked_width(request, record)
        source = FileSource(record, asked_width and ladder_width(asked_width))
        if (request.path_params.get("name"), asked_width) != (record.filename, source.width):
            return Response(status_code=301, headers=source.access_headers() | {"location": source.address})
        if is_wrong(source.etag, request.headers.get("if-match")):
            return _plain(412, "The file is not the one that If-Match names: leave it out, or read anew.")
        if is_known(source.etag, request.headers.get("if-none-match")):
            return Response(status_code=304, headers=source.access_headers() | {"etag": source.etag})
        size = await self._size(source)
        if redirects(request, source, self._delivery, self._reach):
            return redirect(source, self._store.presigned, request.method)
        return await self._bytes(request, source, size)

    async def _readable(self, request: Request) -> FileRecord:
        file_id = request.path_params["id"]
        if not _ID.fullmatch(file_id):
            raise _no_file()
        if "draft" in request.query_params:
            return await self._readable_draft(request, file_id)
        token = request.query_params.get("preview")
        record = await (self._lookup(file_id) if token is None else self._lookup_previewed(token, file_id))
        if record is None:
            raise _no_file()
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
            raise _no_file()
        return record

    async def _size(self, source: FileSource) -> int:
        if source.width is None:
            return await self._presence.size(source.key)
        return await self._renditions.size(source.record.sha256, source.width)

    async def _bytes(self, request: Request, source: FileSource, size: int) -> Response:
        headers = source.headers()
        if request.method == "HEAD":
            return Response(status_code=200, headers=headers | {"content-length": str(size)})
        asked = request.headers.get("range") if still_whole(source.etag, request.headers.get("if-range")) else None
        try:
            part = byte_range(asked, size)
        except NotSatisfiable:
            return _plain(416, "The file ends before this range.", {"content-range": f"bytes */{size}"})
        if part is None:
            stream = await self._store.open(source.key)
            return ObjectResponse(stream, 200, headers | {"content-length": str(size)})
        stream = await self._store.open(source.key, part.first, part.length)
        headers |= {"content-length": str(part.length), "content-range": f"bytes {part.first}-{part.last}/{size}"}
        return ObjectResponse(stream, 206, headers)


def _no_file() -> Refusal:
    return Refusal(404, "NOT_FOUND", "There is no file at this address.")


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


def _plain(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{message}\n", status, {"cache-control": "no-store", **(headers or {})})
