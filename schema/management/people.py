"""The person who asks, and people who did something."""

from datetime import datetime
from typing import Optional

import strawberry

from cms.catalog.sign_in import own_locale, own_notifications, own_second_factor
from schema.management.context import ManagementInfo


@strawberry.type
class SiteRoles:
    site: str = strawberry.field(description="Key of a site, or `*` for all of them.")
    roles: list[str]
    rights: list[str] = strawberry.field(description="What these roles allow there.")


@strawberry.type(description="What is asked for at sign-in besides the password.")
class SecondFactor:
    enabled_at: Optional[datetime] = strawberry.field(description="Null where it is off.")
    recovery_codes_left: int


@strawberry.type(description="The person who is signed in.")
class Viewer:
    id: strawberry.ID
    name: str
    email: str
    roles: list[SiteRoles]

    @strawberry.field(description="Of mails to the viewer: en, cs or bg.")
    async def locale(self, info: ManagementInfo) -> str:
        return await own_locale(info.context.desk, info.context.actor)

    @strawberry.field(description="Whether mails tell the viewer of what others do: reviews, comments, publications.")
    async def notifications(self, info: ManagementInfo) -> bool:
        return await own_notifications(info.context.desk, info.context.actor)

    @strawberry.field
    async def second_factor(self, info: ManagementInfo) -> SecondFactor:
        state = await own_second_factor(info.context.desk, info.context.actor)
        return SecondFactor(enabled_at=state.enabled_at, recovery_codes_left=state.recovery_codes_left)


@strawberry.type(description="Somebody who did something.")
class Person:
    id: strawberry.ID

    @strawberry.field(description="Null when the account is gone.")
    async def name(self, info: ManagementInfo) -> str | None:
        return await info.context.names.load(str(self.id))


def person(id: str | None) -> Person | None:
    return Person(id=strawberry.ID(id)) if id else None


def viewer_of(info: ManagementInfo, name: str | None = None) -> Viewer:
    """`name`: the one that was just given."""
    actor = info.context.actor
    roles = [
        SiteRoles(site=site, roles=sorted(names), rights=actor.rights(site))
        for site, names in sorted(actor.roles.items())
    ]
    return Viewer(id=strawberry.ID(actor.id), name=name or actor.name, email=info.context.email, roles=roles)
