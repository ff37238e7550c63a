"""What exactly is served at a file's address, the original or a rendition of it, and how it is described."""

from dataclasses import dataclass

from cms.content.rules.file_types import BY_MIME, PDF
from cms.files.address import content_disposition, file_url
from cms.files.record import FileRecord
from cms.files.renditions import EXTENSION, GENERATION, MIME, rendition_key
from cms.files.store_bytes import original_key

IMMUTABLE = "public, max-age=31536000, immutable"
"""Of addresses that name the bytes (RFC 8246): not even asked again when the page is reloaded."""
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox"


@dataclass(frozen=True, slots=True)
class FileSource:
    """`width` None is the original, otherwise a step of the ladder."""

    record: FileRecord
    width: int | None = None

    @property
    def address(self) -> str:
        record = self.record
        is_own = record.is_draft and record.preview is None
        return file_url(record.id, record.filename, self.width, draft=is_own, preview=record.preview)

    @property
    def key(self) -> str:
        sha256 = self.record.sha256
        return original_key(sha256) if self.width is None else rendition_key(sha256, self.width)

    @property
    def etag(self) -> str:
        """With its quotes."""
        return f'"{self.record.sha256}"' if self.width is None else f'"{self.record.sha256}-{self.width}.{GENERATION}"'

    @property
    def mime(self) -> str:
        return self.record.mime if self.width is None else MIME

    @property
    def is_public(self) -> bool:
        return self.record.visibility == "public" and not self.record.is_draft

    @property
    def is_inline(self) -> bool:
        kind = BY_MIME.get(self.mime)
        return kind is not None and kind.inline

    @property
    def disposition(self) -> str:
        name = self.record.filename
        saved_as = name if self.width is None else name.rpartition(".")[0] + EXTENSION
        return content_disposition(saved_as, inline=self.is_inline)

    def access_headers(self) -> dict[str, str]:
        """For every answer about it. Asked for each time, as a file may be withdrawn or replaced; its ETag makes that
        cheap."""
        if self.is_public:
            return {"cache-control": "public, no-cache", "access-control-allow-origin": "*"}
        return {"cache-control": "private, no-store", "vary": "Cookie, Authorization"}

    def headers(self) -> dict[str, str]:
        """For an answer with its bytes, whole or in part."""
        headers = self.access_headers() | {
            "content-type": self.mime,
            "content-disposition": self.disposition,
            "etag": self.etag,
            "accept-ranges": "bytes",
            "x-content-type-options": "nosniff",
        }
        if self.is_public:
            headers |= {"cross-origin-resource-policy": "cross-origin"}
        if self.is_inline and self.mime != PDF.mime:  # browsers do not open their PDF viewer in a sandbox
            headers |= {"content-security-policy": SANDBOX}
        return headers
