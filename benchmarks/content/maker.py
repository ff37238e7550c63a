"""Makes live items by the same actions as editors do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.access import SYSTEM
from cms.actions import create_item, publish_item
from cms.desk import Desk

HOME, NEIGHBOUR = "eccp", "nca"
"""The site that owns the templates, and the one most of them are shared with."""
LANGUAGES: tuple[str, ...] = ("en", "cs")


@dataclass(frozen=True, slots=True)
class Maker:
    desk: Desk

    async def make(
        self,
        type: str,
        data: dict[str, Any],
        locales: Sequence[str] = ("en",),
        *,
        site: str = HOME,
        shared: Sequence[str] = (),
        slugs: Mapping[str, str] | None = None,
    ) -> str:
        """The id of the item, published in `locales`."""
        draft = await create_item(self.desk, SYSTEM, type=type, site=site, data=data, slugs=slugs, shared=shared)
        await publish_item(self.desk, SYSTEM, draft.id, locales)
        return draft.id

    async def file(self, filename: str, mime: str, size: int, **facts: Any) -> str:
        """A file that is known but has no bytes: nothing here downloads it."""
        data = {"filename": filename, "mime": mime, "byte_size": size, "sha256": f"{size:064x}", **facts}
        return await self.make("FileAsset", data)

    async def picture(self, filename: str, alt: str) -> str:
        words = dict.fromkeys(LANGUAGES, alt)
        return await self.file(filename, "image/jpeg", 480_000, width=2400, height=1350, alt=words)
