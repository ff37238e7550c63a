"""Old addresses of a site."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from schema.management.accounts.types.people import Person, person
from schema.management.context import ManagementInfo

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.type(description="An old address. It leads to where its item is at the moment when it is asked for.")
class Redirect:
    target: strawberry.Private[str]
    id: strawberry.ID = strawberry.field(description="For `removeRedirect`.")
    site: str = strawberry.field(description="Key of the site.")
    locale: str = strawberry.field(description="The language of the site that it is an address of.")
    path: str = strawberry.field(description="On the site, without the language.")
    at: datetime = strawberry.field(description="When the address became an old one.")
    by: Optional[Person] = strawberry.field(description="Null where it follows from a change of the item's address.")

    @strawberry.field(description="Null where the viewer may not read it, or it lies in the recycle bin.")
    async def item(
        self, info: ManagementInfo
    ) -> Optional[Annotated["Item", strawberry.lazy("schema.management.items.types.item")]]:
        from schema.management.items.types.item import item

        found = await info.context.items.load(self.target)
        return item(found) if found else None


def redirect(document: dict[str, Any]) -> Redirect:
    site, locale, path = document["_id"].split("/", 2)
    return Redirect(
        target=document["item"],
        id=strawberry.ID(document["_id"]),
        site=site,
        locale=locale,
        path=f"/{path}",
        at=document["at"],
        by=person(document["by"]) if document.get("by") else None,
    )
