"""A change of one item, by the right that its action asks for on it."""

from dataclasses import dataclass, field
from typing import Any

from cms.access.change import Change
from cms.access.load_item import load_item
from cms.access.record import Subject
from cms.content_types.content_type import ContentType
from cms.items.change_record import record_version, subject_of
from cms.items.checks import content_type
from cms.items.next_version import store_draft
from cms.items.translation_notes import WRITTEN, Provenance
from storage.documents import Item


@dataclass
class ItemChange(Change):
    """`base`: the item's version before. One that rose becomes a version of the history."""

    item: Item = field(init=False)
    base: int = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted."""
        self.found(await load_item(self.services, id, self.session))
        self.actor.require_on(self.right, self.item)

    def found(self, item: Item) -> None:
        self.item, self.base = item, item.version

    @property
    def kind(self) -> type[ContentType]:
        return content_type(self.item.type)

    def subject(self) -> Subject:
        return subject_of(self.item)

    async def store(self) -> None:
        """The item as it is now. Raises StaleVersion where somebody else wrote meanwhile."""
        await self.repository.items.replace(self.item, self.base, self.session)

    async def store_draft(
        self,
        data: dict[str, Any],
        slugs: dict[str, str],
        *,
        provenance: Provenance = WRITTEN,
        autosave: bool = False,
        **details: Any,
    ) -> None:
        """As the item's next version, with all that a version leaves behind. Raises Invalid."""
        self.is_recorded = True
        await store_draft(
            self.services,
            self.actor,
            self.item,
            data,
            slugs,
            self.action,
            self.session,
            event=self.event or "ItemUpdated",
            provenance=provenance,
            autosave=autosave,
            **details,
        )

    async def finish(self) -> None:
        if self.item.version > self.base and not self.is_recorded:
            await record_version(self.services, self.actor, self.action, self.item, self.session)
        await super().finish()
