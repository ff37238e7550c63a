"""The person who asks, and people who did something."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from cms.accounts.queries.people import people_on_item
from cms.accounts.queries.sign_in import own_locale, own_notifications, own_second_factor
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from storage.documents import Item as StoredItem

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.type(description="The roles that somebody has on one site, or on all.")
class SiteRoles:
    site: str = strawberry.field(description="Key of a site, or `*` for all of them.")
    roles: list[str] = strawberry.field(description="Their names.")
    rights: list[str] = strawberry.field(description="What these roles allow there.")


@strawberry.type(description="Roles on one item alone.")
class ItemRoles:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    roles: list[str] = strawberry.field(description="Their names.")

    @strawberry.field(description="Null where the viewer may not read it.")
    async def item(
        self, info: ManagementInfo
    ) -> Optional[Annotated["Item", strawberry.lazy("schema.management.items.types.item")]]:
        from schema.management.items.types.item import item

        found = await info.context.items.load(str(self.id))
        return item(found) if found else None


@strawberry.type(description="What is asked for at sign-in besides the password.")
class SecondFactor:
    enabled_at: Optional[datetime] = strawberry.field(description="Null where it is off.")
    recovery_codes_left: int = strawberry.field(
        description="Of ten; each lets its owner in once. `renewRecoveryCodes` gives new ones."
    )


@strawberry.type(description="The person who is signed in.")
class Viewer:
    id: strawberry.ID = strawberry.field(description="Of the account.")
    name: str = strawberry.field(description="As others read it.")
    email: str = strawberry.field(description="To sign in with, and where mails go.")
    roles: list[SiteRoles] = strawberry.field(
        description="One entry per site, and one for all sites where there are such roles."
    )
    item_roles: list[ItemRoles] = strawberry.field(description="On single items.")
    token: Optional[str] = strawberry.field(description="Name of the token that asks; null for a session.")

    @strawberry.field(description="Of mails to the viewer: en, cs or bg.")
    async def locale(self, info: ManagementInfo) -> str:
        return await own_locale(info.context.services, info.context.actor)

    @strawberry.field(description="Whether mails tell the viewer of what others do: reviews, comments, publications.")
    async def notifications(self, info: ManagementInfo) -> bool:
        return await own_notifications(info.context.services, info.context.actor)

    @strawberry.field(description="Whether a code is asked for at the viewer's own sign-in.")
    async def second_factor(self, info: ManagementInfo) -> SecondFactor:
        state = await own_second_factor(info.context.services, info.context.actor)
        return SecondFactor(enabled_at=state.enabled_at, recovery_codes_left=state.recovery_codes_left)


@strawberry.type(description="Somebody who did something.")
class Person:
    id: strawberry.ID = strawberry.field(description="Of the account; `system` where the CMS did it by itself.")

    @strawberry.field(description="Null when the account is gone.")
    async def name(self, info: ManagementInfo) -> str | None:
        return await info.context.names.load(str(self.id))


@strawberry.type(description="Somebody who has roles on an item.")
class PersonWithRoles:
    person: Person = strawberry.field(description="Whoever has them.")
    roles: list[str] = strawberry.field(description="Their names, on this item alone.")


def listed_person(document: dict[str, Any]) -> Person:
    return Person(id=strawberry.ID(document["_id"]))


def person(id: str | None) -> Person | None:
    return Person(id=strawberry.ID(id)) if id else None


def viewer_of(info: ManagementInfo, name: str | None = None) -> Viewer:
    """`name`: the one that was just given."""
    actor = info.context.actor
    roles = [
        SiteRoles(site=site, roles=sorted(names), rights=actor.rights(site))
        for site, names in sorted(actor.roles.items())
    ]
    return Viewer(
        id=strawberry.ID(actor.id),
        name=name or actor.name,
        email=info.context.email,
        roles=roles,
        item_roles=item_roles_of(actor.item_roles),
        token=info.context.token,
    )


async def people_on(info: ManagementInfo, item: StoredItem) -> list[PersonWithRoles]:
    found = await people_on_item(info.context.services, item)
    return [PersonWithRoles(person=Person(id=strawberry.ID(one.id)), roles=roles) for one, roles in found]


def item_roles_of(roles: Mapping[str, Iterable[str]]) -> list[ItemRoles]:
    return [ItemRoles(id=strawberry.ID(id), roles=sorted(names)) for id, names in sorted(roles.items())]
