"""Answers with the bytes of files and renditions, whole or in part, out of the store."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from cms.files.file_source import FileSource
from cms.files.kept_renditions import KeptRenditions
from cms.files.presence import Presence
from cms.http.entity_tags import still_whole
from cms.http.object_response import ObjectResponse
from cms.http.ranges import NotSatisfiable, byte_range
from storage.object_store import ObjectStore


class FileBytes:
    """Of one store, for every address at which its files are served: a rendition is made once for all of them."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store
        self._presence = Presence(store)
        self._renditions = KeptRenditions(store, self._presence)

    async def size(self, source: FileSource) -> int:
        """In bytes; a rendition is there afterwards. Raises as `KeptRenditions.size` does."""
        if source.width is None:
            return await self._presence.size(source.key)
        return await self._renditions.size(source.record.sha256, source.width)

    async def answer(self, request: Request, source: FileSource, size: int, headers: dict[str, str]) -> Response:
        """200, 206 or 416 (RFC 9110, section 14) with these headers. Raises ObjectMissing, Unavailable."""
        if request.method == "HEAD":
            return Response(status_code=200, headers=headers | {"content-length": str(size)})
        asked = request.headers.get("range") if still_whole(source.etag, request.headers.get("if-range")) else None
        try:
            part = byte_range(asked, size)
        except NotSatisfiable:
            return plain_answer(416, "The file ends before this range.", {"content-range": f"bytes */{size}"})
        if part is None:
            stream = await self.store.open(source.key)
            return ObjectResponse(stream, 200, headers | {"content-length": str(size)})
        stream = await self.store.open(source.key, part.first, part.length)
        headers |= {"content-length": str(part.length), "content-range": f"bytes {part.first}-{part.last}/{size}"}
        return ObjectResponse(stream, 206, headers)


def plain_answer(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{message}\n", status, {"cache-control": "no-store", **(headers or {})})
