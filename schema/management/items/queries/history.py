"""The audit trail, versions and their differences."""

from datetime import datetime
from typing import Annotated, Optional

import strawberry

from cms.items.queries import history
from schema.management.accounts.types.people import person
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.history import AuditEntry, Difference, FullVersion, audit_entry, difference
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.scalars import Json

FromVersion = Annotated[int, strawberry.argument(name="from", description="Number of the earlier version.")]


@strawberry.input(description="Which entries to list.")
class AuditFilterInput:
    item: Optional[strawberry.ID] = strawberry.field(default=None, description="Id of the item that it was done with.")
    by: Optional[strawberry.ID] = strawberry.field(default=None, description="Id of the account of whoever did it.")
    action: Optional[str] = strawberry.field(default=None, description="As in `AuditEntry.action`.")
    type: Optional[str] = strawberry.field(default=None, description="Name of a content type.")
    site: Optional[str] = strawberry.field(default=None, description="Key of the site that it was done on.")
    since: Optional[datetime] = strawberry.field(default=None, description="Included.")
    until: Optional[datetime] = strawberry.field(default=None, description="Not included.")


@strawberry.type
class HistoryQueries:
    @strawberry.field(description="What was done on the viewer's sites, newest first.")
    async def audit(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[AuditFilterInput],
            strawberry.argument(description="Left out, all of it; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[AuditEntry]:
        wanted = history.AuditFilter(**(vars(filter) if filter else {}))
        listing = history.audit_trail(info.context.services, info.context.actor, wanted)
        return await page(info, listing, audit_entry, first, after)

    @strawberry.field(description="One version of an item with its data.")
    async def item_version(
        self,
        info: ManagementInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["item"])],
        version: Annotated[
            int,
            strawberry.argument(
                description="Its number; an autosave that others followed answers with the last of its run."
            ),
        ],
    ) -> Optional[FullVersion]:
        found = await history.get_version(info.context.services, info.context.actor, str(id), version)
        return FullVersion(
            version=found.version,
            at=found.at,
            by=person(found.by),
            action=found.action,
            began_at=found.began_at,
            writes=found.writes,
            data=Json(found.data),
            slugs=Json(found.slugs),
        )

    @strawberry.field(description="What changed from one version to another, field by field and word by word.")
    async def differences(
        self,
        info: ManagementInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["item"])],
        from_: FromVersion,
        to: Annotated[int, strawberry.argument(description="Number of the later version.")],
    ) -> Optional[list[Difference]]:
        found = await history.version_differences(info.context.services, info.context.actor, str(id), from_, to)
        return [difference(one) for one in found]
