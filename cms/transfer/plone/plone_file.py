"""The bytes of an image or a file of Plone: in the export itself, or in Plone's directory of blobs."""

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path

from cms.transfer.refusal import refused


@dataclass(frozen=True, slots=True)
class PloneFile:
    """Its bytes stand in the export (`data`), or under `blob` in Plone's blob directory."""

    filename: str
    data: str | None
    blob: str | None

    def content(self, blobs: Path | None) -> bytes:
        """Raises Invalid."""
        if self.data is not None:
            try:
                return base64.b64decode(self.data, validate=False)
            except (binascii.Error, ValueError) as error:
                raise refused("NOT_BASE64", "The bytes of the file are damaged in the export.", "file") from error
        if blobs is None or self.blob is None:
            raise refused("NO_BYTES", "The export names a blob and not its bytes: say where Plone's blobs are.", "file")
        return _bytes_of(blobs, self.blob)


def _bytes_of(blobs: Path, name: str) -> bytes:
    """A name may be anything: one that no disk can hold is an OSError or a ValueError."""
    try:
        folder = blobs.resolve()
        path = (folder / name).resolve()
        if path.is_relative_to(folder) and path.is_file():
            return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _missing() from error
    raise _missing()


def _missing() -> Exception:
    return refused("NO_BLOB", "There is no such blob in the directory that was named.", "file")
