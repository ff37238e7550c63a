"""As what somebody last stood in a programme."""

from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from cms.items.queries.appearances import Appearance as Found
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.type(description="As what somebody stands in a programme; it tells apart people of one name.")
class Appearance:
    found: strawberry.Private[Found]

    @strawberry.field(description="In this language, or else in any other.")
    def role(
        self,
        locale: Annotated[
            Optional[Locale], strawberry.argument(description="In which it is wanted; left out, any.")
        ] = None,
    ) -> Optional[str]:
        texts: dict[str, Any] = self.found.part.get("role") or {}
        return texts.get(locale or "") or next(iter(texts.values()), None)

    @strawberry.field(description="As it was written there.")
    def organisation_name(self) -> Optional[str]:
        return self.found.part.get("organisation_name")

    @strawberry.field(description="Null for none, and where the viewer may not read it.")
    async def organisation(
        self, info: ManagementInfo
    ) -> Optional[Annotated["Item", strawberry.lazy("schema.management.items.types.item")]]:
        from schema.management.items.types.item import item

        id = self.found.part.get("organisation")
        found = await info.context.items.load(id) if id else None
        return item(found) if found else None

    @strawberry.field(description="The item that says so, such as an edition.")
    def source(self) -> Annotated["Item", strawberry.lazy("schema.management.items.types.item")]:
        from schema.management.items.types.item import item

        return item(self.found.source)
