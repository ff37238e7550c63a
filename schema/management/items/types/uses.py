"""Where an item is used."""

from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from schema.management.context import ManagementInfo

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.type(description="One reference from another item's field.")
class Use:
    source: strawberry.Private[str]
    at: str = strawberry.field(description="Dotted path of the field, with element ids.")

    @strawberry.field(description="The item that refers to it; null where the viewer may not read that one.")
    async def item(
        self, info: ManagementInfo
    ) -> Optional[Annotated["Item", strawberry.lazy("schema.management.items.types.item")]]:
        from schema.management.items.types.item import item

        found = await info.context.items.load(self.source)
        return item(found) if found else None


def use(edge: dict[str, Any]) -> Use:
    return Use(source=edge["source"], at=edge["at"])
