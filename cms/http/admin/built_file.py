"""One file of the built interface, compressed once."""

import gzip
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from cms.http.encodings import IDENTITY, codings_taken
from cms.http.entity_tags import is_known

FOR_EVER = "public, max-age=31536000, immutable"
SMALLEST_COMPRESSED = 1024


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """`packed`: the bytes with gzip, None where that gains nothing. `is_named_by_content`: a new one has a new name.
    `headers`: of its own."""

    body: bytes
    packed: bytes | None
    media_type: str
    is_named_by_content: bool
    headers: Mapping[str, str]

    def response(self, request: Request) -> Response:
        headers = self._headers()
        if is_known(headers["etag"].removeprefix("W/"), request.headers.get("if-none-match")):
            return Response(status_code=304, headers=headers)
        if self.packed is not None and _takes_gzip(request):
            return Response(self.packed, headers={**headers, "content-encoding": "gzip"}, media_type=self.media_type)
        return Response(self.body, headers=headers, media_type=self.media_type)

    def _headers(self) -> dict[str, str]:
        return {
            "etag": f'W/"{sha256(self.body).hexdigest()[:32]}"',
            "cache-control": FOR_EVER if self.is_named_by_content else "no-cache",
            "vary": "accept-encoding",
            "x-content-type-options": "nosniff",
            **self.headers,
        }


def _takes_gzip(request: Request) -> bool:
    taken = codings_taken(request.headers.get("accept-encoding", "").encode("latin-1"))
    return b"gzip" in taken and taken[0] != IDENTITY


def built_files(folder: Path, page_headers: Mapping[str, str]) -> dict[str, BuiltFile]:
    """{path below `folder`: file}, pages with these headers; empty where nothing was built."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): _read(path, page_headers) for path in files}


def built_file(
    body: bytes, media_type: str, *, is_named_by_content: bool, headers: Mapping[str, str] | None = None
) -> BuiltFile:
    is_text = media_type.startswith("text/") or media_type in ("image/svg+xml", "application/json")
    packed = gzip.compress(body, 9, mtime=0) if is_text and len(body) >= SMALLEST_COMPRESSED else None
    return BuiltFile(body, packed, media_type, is_named_by_content, headers or {})


def _read(path: Path, page_headers: Mapping[str, str]) -> BuiltFile:
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    headers = page_headers if media_type.startswith("text/html") else {}
    is_named_by_content = path.parent.name == "assets"
    return built_file(path.read_bytes(), media_type, is_named_by_content=is_named_by_content, headers=headers)
