"""Makes live items by the same actions as editors do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, publish_item
from cms.kernel.services import Services

HOME, NEIGHBOUR = "eccp", "nca"
"""The site that owns the templates, and the one most of them are shared with."""
LANGUAGES: tuple[str, ...] = ("en", "cs")


@dataclass(frozen=True, slots=True)
class Maker:
    services: Services

    async def make(
        self,
        type: str,
        data: dict[str, Any],
        locales: Sequence[str] = ("en",),
        *,
        site: str = HOME,
        shared: Sequence[str] = (),
        slugs: Mapping[str, str] | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> str:
        """The id of the item, published in `locales`."""
        draft = await create_item(
            self.services, SYSTEM, type=type, site=site, data=data, slugs=slugs, shared=shared, facts=facts
        )
        await publish_item(self.services, SYSTEM, draft.id, locales)
        return draft.id

    async def file(
        self, filename: str, mime: str, size: int, alt: Mapping[str, str] | None = None, **measured: int
    ) -> str:
        """A file that is known but has no bytes: nothing here downloads it."""
        facts = {"mime": mime, "byte_size": size, "sha256": f"{size:064x}", **measured}
        return await self.make("FileAsset", {"filename": filename, "alt": alt and dict(alt)}, facts=facts)

    async def picture(self, filename: str, alt: str) -> str:
        words = dict.fromkeys(LANGUAGES, alt)
        return await self.file(filename, "image/jpeg", 480_000, words, width=2400, height=1350)
