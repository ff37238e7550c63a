"""The immutable addresses of what is public: GET and HEAD /public/<id>/<sha256>/<name>, or …/v2/<width>.webp for
renditions of images. The live world is asked each time: what was taken away is not given out any more."""

import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cms.content.rules.file_types import BY_MIME
from cms.files.file_source import IMMUTABLE, FileSource
from cms.files.http.file_bytes import FileBytes
from cms.files.http.file_refusals import no_file, refusals_told, wrong_file
from cms.files.public_address import PUBLIC, public_path, public_tags
from cms.files.record import FileRecord
from cms.files.renditions import EXTENSION
from cms.files.widths import LADDER
from cms.http.entity_tags import is_known, is_wrong

Lookup = Callable[[str], Awaitable[FileRecord | None]]

_ID = re.compile(r"[0-9a-f]{24}")
_WIDTHS = {f"{width}{EXTENSION}": width for width in LADDER}


class PublicFiles:
    """`lookup` finds a published file by its id."""

    def __init__(self, bytes: FileBytes, lookup: Lookup) -> None:
        self._bytes = bytes
        self._lookup = lookup

    def routes(self) -> list[Route]:
        answer = refusals_told(self._answer)
        return [
            Route(f"{PUBLIC}/{{id}}/{{sha256}}/{{name}}", answer, methods=["GET"]),
            Route(f"{PUBLIC}/{{id}}/{{sha256}}/{{generation}}/{{width}}", answer, methods=["GET"]),
        ]

    async def _answer(self, request: Request) -> Response:
        source = await self._source(request.path_params)
        address = f"{PUBLIC}/{public_path(source.record, source.width)}"
        if request.scope["path"] != address:
            return _moved(address)
        if is_wrong(source.etag, request.headers.get("if-match")):
            raise wrong_file()
        if is_known(source.etag, request.headers.get("if-none-match")):
            return Response(status_code=304, headers=_kept_headers(source) | {"etag": source.etag})
        size = await self._bytes.size(source)
        return await self._bytes.answer(request, source, size, source.headers() | _kept_headers(source))

    async def _source(self, named: dict[str, str]) -> FileSource:
        """Raises Refusal."""
        record = await self._lookup(named["id"]) if _ID.fullmatch(named["id"]) else None
        if record is None or record.visibility != "public":
            raise no_file()
        if "width" not in named:
            return FileSource(record)
        kind, width = BY_MIME.get(record.mime), _WIDTHS.get(named["width"])
        if width is None or kind is None or not kind.is_image:
            raise no_file()
        return FileSource(record, width)


def _moved(address: str) -> Response:
    """The file has other bytes or another name by now: pages that somebody keeps show it as it is."""
    return Response(status_code=302, headers={"location": address, "cache-control": "no-store"})


def _kept_headers(source: FileSource) -> dict[str, str]:
    tags = ",".join(public_tags(source.record.id, source.record.sha256))
    return source.access_headers() | {"cache-control": IMMUTABLE, "cache-tag": tags}
