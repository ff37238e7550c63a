"""What content types are called and how they are listed, one document per language of the interface.

The page names their version, with which their address is new whenever one of them is: browsers keep them for ever.
"""

import json
from dataclasses import replace
from functools import cached_property
from hashlib import sha256

from cms.content_types.interface_document import content_types_document
from cms.content_types.type_texts import LANGUAGES
from cms.http.admin.built_file import BuiltFile, built_file

JSON = "application/json"


class TypeDocuments:
    """Made once, of the content types that there are at the first request."""

    @cached_property
    def version(self) -> str:
        return sha256(b"".join(file.body for file in self._files.values())).hexdigest()[:16]

    def find(self, language: str, version: str | None) -> BuiltFile | None:
        file = self._files.get(language)
        return replace(file, is_named_by_content=version == self.version) if file else None

    def named_in(self, page: str) -> str:
        """The page with their version, so that the program asks for them at once by their address."""
        return page.replace("<head>", f'<head><meta name="content-types" content="{self.version}">', 1)

    @cached_property
    def _files(self) -> dict[str, BuiltFile]:
        return {language: built_file(_as_json(language), JSON, is_named_by_content=True) for language in LANGUAGES}


def _as_json(language: str) -> bytes:
    return json.dumps(content_types_document(language), ensure_ascii=False, separators=(",", ":")).encode()
