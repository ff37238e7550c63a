"""The person who asks, and people who did something."""

import strawberry

from schema.management.context import ManagementInfo


@strawberry.type
class SiteRoles:
    site: str = strawberry.field(description="Key of a site, or `*` for all of them.")
    roles: list[str]
    rights: list[str] = strawberry.field(description="What these roles allow there.")


@strawberry.type(description="The person who is signed in.")
class Viewer:
    id: strawberry.ID
    name: str
    email: str
    roles: list[SiteRoles]


@strawberry.type(description="Somebody who did something.")
class Person:
    id: strawberry.ID

    @strawberry.field(description="Null when the account is gone.")
    async def name(self, info: ManagementInfo) -> str | None:
        return await info.context.names.load(str(self.id))


def person(id: str | None) -> Person | None:
    return Person(id=strawberry.ID(id)) if id else None


def viewer_of(info: ManagementInfo) -> Viewer:
    actor = info.context.actor
    roles = [
        SiteRoles(site=site, roles=sorted(names), rights=actor.rights(site))
        for site, names in sorted(actor.roles.items())
    ]
    return Viewer(id=strawberry.ID(actor.id), name=actor.name, email=info.context.email, roles=roles)
