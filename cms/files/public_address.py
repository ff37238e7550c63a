"""Where visitors find published files: a stable link of the download, and an immutable address of the bytes."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from cms.content.rules.slug import slug_from
from cms.files.address import file_url
from cms.files.record import FileRecord
from cms.files.renditions import EXTENSION, GENERATION
from cms.files.widths import ladder_width

PUBLIC = "/public"
"""Below it, at the CMS: the same paths as below `CMS_FILES_URL`."""
COPIED = "copied"
"""In what is derived of a live file: the paths of those copies that lie in the public place."""
OF_RENDITIONS = f"v{GENERATION}"
"""A folder of its own, as an original may be called 640.webp; its number changes with how they are made."""


@dataclass(frozen=True, slots=True)
class FileAddresses:
    """`base_url`: of the CMS, without a slash at the end; `files_url`: of what stands before the public copies, such as
    a CDN, None where there is nothing."""

    base_url: str = ""
    files_url: str | None = None

    def link(self, id: str, filename: str, width: int | None = None, preview: str | None = None) -> str:
        """Stays the same whatever bytes are behind it (`cms.files.address.file_url`)."""
        return f"{self.base_url}{file_url(id, filename, width, preview=preview)}"

    def content(self, record: FileRecord, width: int | None = None, copied: Collection[str] = ()) -> str:
        """Of exactly these bytes, at `files_url` where they have been copied: `copied` are such paths. A protected file
        has its link alone. `width` in pixels asks for a rendition of an image."""
        if record.visibility == "protected":
            return self.link(record.id, record.filename, width)
        path = public_path(record, width)
        root = self.files_url if self.files_url and path in copied else f"{self.base_url}{PUBLIC}"
        return f"{root}/{path}"


AT_THE_CMS = FileAddresses()
"""Without a host: for whoever is at the CMS already."""


def public_path(record: FileRecord, width: int | None = None) -> str:
    """ "<id>/<sha256>/<name>", or of a rendition "<id>/<sha256>/v2/640.webp"; plain ASCII, each part below 100."""
    place = f"{record.id}/{record.sha256}"
    if width is None:
        return f"{place}/{_public_name(record.filename)}"
    return f"{place}/{OF_RENDITIONS}/{ladder_width(width)}{EXTENSION}"


def public_tags(id: str, sha256: str) -> tuple[str, str]:
    """By which caches forget the addresses of a file: all of them, or those of these bytes."""
    return f"item:{id}", f"public:{id}/{sha256}"


@lru_cache(maxsize=4096)
def _public_name(filename: str) -> str:
    """Any disk, bucket and cache takes it; what the download is called says Content-Disposition."""
    stem, _dot, extension = filename.rpartition(".")
    return f"{slug_from(stem) or 'file'}.{slug_from(extension) or 'bin'}"
