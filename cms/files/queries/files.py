"""Files as editors find them: the library narrowed by type, tag and use, and the files with given bytes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from cms.access.actor import Actor
from cms.access.reach import readable
from cms.accounts.holders import holder_of
from cms.content_types import registry
from cms.files.record import FileRecord, file_record
from cms.items.queries.items import NEWEST, PRESENT, ItemFilter, get_item
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import Condition, all_of, any_of, equal
from storage.documents import Item, Preview

BATCH = 200
FILE_TYPES = sorted(name for name, kind in registry.items() if kind.holds_file)


@dataclass(frozen=True, slots=True)
class FileFilter:
    """`mime` is a type ("image/png") or a family ("image"); `search` as for items; `is_unused`: nothing refers to it,
    neither in drafts nor live."""

    site: str | None = None
    mime: str | None = None
    tag: str | None = None
    search: str | None = None
    is_unused: bool = False

    def condition(self) -> Condition:
        kind = "mime" if "/" in (self.mime or "") else "family"
        facets = [f"{kind}:{self.mime.casefold()}"] if self.mime else []
        facets += [f"tag:{self.tag.strip().casefold()}"] if self.tag else []
        others = ItemFilter(site=self.site, search=self.search).condition()
        return all_of(*(equal({"facets": facet}) for facet in facets), others)


@dataclass(frozen=True, slots=True)
class UnusedFiles(Listing):
    """Reads on until a page is full: whether a file is used stands in another collection. `used`: those of some ids
    that something refers to."""

    used: Callable[[list[str]], Awaitable[set[str]]] = field(kw_only=True)

    async def page(self, limit: int, after: tuple[Any, str] | None = None) -> list[dict[str, Any]]:
        return [document async for document in self._unused(limit, after, self.without)]

    async def count(self, at_most: int) -> int:
        return len([one async for one in self._unused(at_most, None, (*self.without, "data"))])

    async def _unused(
        self, limit: int, after: tuple[Any, str] | None, without: tuple[str, ...]
    ) -> AsyncIterator[dict[str, Any]]:
        left = limit
        while left and (batch := await self.documents.page(self.condition, self.order, BATCH, after, without)):
            used = await self.used([document["_id"] for document in batch])
            unused = [document for document in batch if document["_id"] not in used][:left]
            for document in unused:
                yield document
            left, after = left - len(unused), self.key(batch[-1])


def find_files(services: Services, actor: Actor, filter: FileFilter) -> Listing:
    """The files that this person may read, the latest change first."""
    wanted = all_of(readable(actor), any_of("type", FILE_TYPES), PRESENT, filter.condition())
    if filter.is_unused:
        return UnusedFiles(
            "files", services.repository.item_lists, wanted, NEWEST, used=services.repository.references.used
        )
    return Listing("files", services.repository.item_lists, wanted, NEWEST)


async def file_with_bytes(services: Services, actor: Actor, sha256: str) -> Item | None:
    """The file with these bytes that was changed last, of those that this person may read."""
    found = await services.repository.item_lists.page(with_bytes(actor, sha256), NEWEST, 1)
    return Item.model_validate(found[0]) if found else None


def with_bytes(actor: Actor, sha256: str) -> Condition:
    """Holds of the files with these bytes that this person may read."""
    return all_of(readable(actor), equal({"facets": f"sha256:{sha256.lower()}"}), PRESENT)


async def draft_file(services: Services, actor: Actor, id: str) -> FileRecord | None:
    """What the draft of a file that this person may read holds; a protected one asks for that right, or is one's own.
    Raises Unavailable."""
    try:
        item = await get_item(services, actor, id)
    except NotFound:
        return None
    if not registry[item.type].holds_file or "sha256" not in item.data:
        return None
    record = file_record(id, item.data, is_draft=True)
    is_open = record.visibility == "public" or item.created_by == actor.id or actor.may_on("read_protected", item)
    return record if is_open else None


async def previewed_file(services: Services, grant: Preview, token: str, id: str) -> FileRecord | None:
    """What a preview shows of a file: its draft, as far as whoever gave the preview out may read it; never a protected
    one, as the address goes to others. Raises Unavailable."""
    holder = await holder_of(services, grant.by)
    record = await draft_file(services, holder, id) if holder else None
    return replace(record, preview=token) if record and record.visibility == "public" else None
