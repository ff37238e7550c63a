"""What workers have before them, for those who look after them."""

from typing import Annotated, Optional

import strawberry

from cms.items.queries import outbox
from cms.items.queries.outbox import OutboxFilter
from schema.management.context import ManagementInfo
from schema.management.outbox.types import OutboxEvent, OutboxFigures, OutboxState, ParkedCount, outbox_event
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page


@strawberry.input(description="Which events to list.")
class OutboxFilterInput:
    state: Optional[OutboxState] = strawberry.field(default=None, description="Where they stand.")
    name: Optional[str] = strawberry.field(default=None, description="As in `OutboxEvent.name`.")
    site: Optional[str] = strawberry.field(default=None, description="Key of the site that they are of.")
    item: Optional[strawberry.ID] = strawberry.field(default=None, description="Id of the item that they are about.")


@strawberry.type
class OutboxQueries:
    @strawberry.field(description="Events of the sites whose worker the viewer looks after, newest first.")
    async def outbox(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[OutboxFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[OutboxEvent]:
        given = {**vars(filter), "state": filter.state.value if filter.state else None} if filter else {}
        listing = outbox.find_events(info.context.services, info.context.actor, OutboxFilter(**given))
        return await page(info, listing, outbox_event, first, after)

    @strawberry.field(description="How the workers are doing; null for those who do not look after them.")
    async def outbox_figures(self, info: ManagementInfo) -> Optional[OutboxFigures]:
        found = await outbox.outbox_figures(info.context.services, info.context.actor)
        if found is None:
            return None
        figures, parked = found
        return OutboxFigures(
            due=figures.due,
            scheduled=figures.scheduled,
            parked=figures.parked,
            oldest_due_at=figures.oldest_due_at,
            parked_by_name=[ParkedCount(name=name, count=count) for name, count in parked.items()],
        )
