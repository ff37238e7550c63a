"""Calls for hosts and the forms that they ask."""

from typing import Annotated, Optional

import strawberry

from cms.applications.queries import calls
from schema.management.applications.types.call_states import FormUses, LiveCall, form_uses, live_call
from schema.management.context import ManagementInfo


@strawberry.type
class CallQueries:
    @strawberry.field(description="What visitors see of a call now, by the clock; null where it is not live.")
    async def live_call(
        self,
        info: ManagementInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description="Of the item; NOT_FOUND where it is no call.")],
    ) -> Optional[LiveCall]:
        found = await calls.live_standing(info.context.services, info.context.actor, str(id))
        return live_call(found) if found else None

    @strawberry.field(description="Which calls ask an application form, and in which version.")
    async def form_uses(
        self,
        info: ManagementInfo,
        form: Annotated[
            strawberry.ID, strawberry.argument(description="Id of the item; NOT_FOUND where it is no form.")
        ],
    ) -> Optional[FormUses]:
        return form_uses(await calls.form_uses(info.context.services, info.context.actor, str(form)))
