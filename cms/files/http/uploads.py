"""Where uploads go that cannot go to the S3 server: PUT /uploads/<id>?token=…, or /uploads/<id>/<part>?token=… with the
bytes of one part; by a file on the disk to the store. All bytes at once are looked at on their way, but for archives:
only who uses one says whether it is a file or a whole site, which has other limits."""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cms.content.rules.file_types import ZIP
from cms.files.scratch import scratch_file
from cms.files.store_bytes import receive
from cms.files.upload_bytes import Part, parts_of
from cms.files.upload_check import take_bytes
from cms.files.upload_limits import named_type
from cms.files.uploads import CONTENT_TYPE, is_held, is_upload_token
from cms.http.client_address import network_of
from cms.http.receiving import CLOSE, Incoming, Receiving, Sender
from cms.http.refusal import Refusal
from cms.http.request_body import ClientGone
from cms.kernel.services import Services
from storage.documents import Upload
from storage.errors import Unavailable

RETRY = {"retry-after": "2"}
_ID = re.compile(r"[0-9a-f]{24}")
_PART = re.compile(r"[0-9]{1,3}")

log = structlog.get_logger(__name__)


class UploadEndpoint:
    """The token in the address tells who sends, as with a presigned one; that person's right is asked for anew. It is
    good for exactly the announced number of bytes. Of a transfer that breaks nothing is stored: what goes on later are
    parts."""

    def __init__(self, services: Services, receiving: Receiving) -> None:
        self._services = services
        self._receiving = receiving

    def routes(self) -> list[Route]:
        return [Route(path, self.answer, methods=["PUT"]) for path in ("/uploads/{id}", "/uploads/{id}/{part}")]

    async def answer(self, request: Request) -> Response:
        try:
            upload = await self._ticket(request)
            part = _part_of(request, upload)
            byte_size = part.byte_size if part else upload.byte_size
            _require_length(request, byte_size)
            sender = Sender(network_of(request), upload.by, part.key if part else upload.key)
            async with self._receiving.of(sender, byte_size) as incoming:
                await self._store(upload, part, _exactly(incoming, request, byte_size))
        except Refusal as refusal:
            headers = {name.decode(): value.decode() for name, value in refusal.headers}
            return _error(refusal.status, refusal.code, refusal.message, headers)
        except Unavailable as error:
            log.warning("upload not stored", reason=str(error))
            return _error(503, "UNAVAILABLE", "Files cannot be stored right now: try again.", RETRY)
        except ClientGone:
            return Response(status_code=400)
        return Response(status_code=200)

    async def _store(self, upload: Upload, part: Part | None, blocks: AsyncGenerator[bytes]) -> None:
        await self._services.store.ping()  # nobody should send all of it to hear of that
        async with scratch_file() as path, aclosing(blocks):
            sha256 = await receive(blocks, path, part.byte_size if part else upload.byte_size)
            if not part and _is_settled(upload):
                _require_same(upload, sha256)
            elif part or named_type(upload.filename) is ZIP:
                with path.open("rb") as file:
                    await self._services.store.put(part.key if part else upload.key, file, CONTENT_TYPE)
            else:
                await take_bytes(self._services, upload, path, sha256)

    async def _ticket(self, request: Request) -> Upload:
        id, token = request.path_params["id"], request.query_params.get("token", "")
        if not _ID.fullmatch(id) or not is_upload_token(self._services, id, token):
            raise _refusal(404, "NOT_FOUND", "There is no upload at this address; ask for a ticket with createUpload.")
        upload = await self._services.repository.uploads.get(id)
        if upload is None or upload.expires <= self._services.clock():
            raise _refusal(410, "UPLOAD_EXPIRED", "This ticket has expired; ask for another one with createUpload.")
        if not await is_held(self._services, upload):
            raise _refusal(403, "NOT_PERMITTED", "Whoever got this ticket may not upload here any more.")
        if upload.item or (_is_settled(upload) and "part" in request.path_params):
            raise _used()
        return upload


def _is_settled(upload: Upload) -> bool:
    return upload.facts is not None or upload.refused is not None


def _require_same(upload: Upload, sha256: str) -> None:
    """Whoever did not hear that the bytes had come sends them again. Of those that were refused nothing is kept to be
    compared with."""
    if upload.facts and sha256 != upload.facts["sha256"]:
        raise _used()


def _part_of(request: Request, upload: Upload) -> Part | None:
    """None for all bytes at once."""
    number, parts = request.path_params.get("part"), parts_of(upload)
    if number is None:
        return None
    if not _PART.fullmatch(number) or int(number) >= len(parts):
        raise _refusal(404, "NOT_FOUND", f"This upload has parts 0 to {len(parts) - 1}.")
    return parts[int(number)]


def _require_length(request: Request, byte_size: int) -> None:
    declared = request.headers.get("content-length")
    if declared is not None and declared != str(byte_size):
        raise _wrong_size(byte_size)


async def _exactly(incoming: Incoming, request: Request, byte_size: int) -> AsyncGenerator[bytes]:
    """Raises Refusal as soon as there are more bytes than were announced, or when no more come; and ClientGone."""
    length = 0
    async with aclosing(incoming.blocks(request.receive)) as blocks:
        async for block in blocks:
            length += len(block)
            if length > byte_size:
                raise _wrong_size(byte_size)
            yield block
    if length != byte_size:
        raise _wrong_size(byte_size)


def _wrong_size(byte_size: int) -> Refusal:
    return _refusal(413, "FILE_SIZE", f"Send exactly the {byte_size} bytes that belong here.")


def _used() -> Refusal:
    return _refusal(409, "UPLOAD_USED", "This ticket is used up; ask for another one with createUpload.")


def _refusal(status: int, code: str, message: str) -> Refusal:
    """The rest of what the client is sending is not read."""
    return Refusal(status, code, message, CLOSE)


def _error(status: int, code: str, message: str, headers: dict[str, str]) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status, {"cache-control": "no-store", **headers})
