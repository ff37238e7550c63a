"""The applicant who asks."""

from typing import Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.applications.applicant import ApplicantActor
from cms.applications.own import own_application
from cms.kernel.desk import Desk
from cms.kernel.errors import NotFound
from schema.delivery.applications.application import Application, shown
from schema.delivery.applications.own_applications import ApplicationConnection, own_applications
from schema.delivery.context import DeliveryContext
from schema.delivery.lists.connections import DEFAULT_PAGE
from schema.delivery.scalars import Locale


@strawberry.type(description="The applicant whose bearer token came with the request.")
class Viewer:
    email: str
    locale: Locale
    actor: strawberry.Private[ApplicantActor]
    desk: strawberry.Private[Desk]

    @strawberry.field(description="One of the person's own; null where there is none.")
    async def application(self, id: strawberry.ID) -> Optional[Application]:
        try:
            return shown(self.desk, self.actor, await own_application(self.desk, self.actor, str(id)))
        except NotFound:
            return None

    @strawberry.field(description="All of the person's own, the newest first.", graphql_type=ApplicationConnection)
    async def applications(
        self, info: Info[DeliveryContext, Any], first: Optional[int] = DEFAULT_PAGE, after: Optional[str] = None
    ) -> Any:
        return await own_applications(info.context.cursors, self.desk, self.actor, first, after)


async def viewer(info: Info[DeliveryContext, Any]) -> Optional[Viewer]:
    door = info.context.door
    actor = await door.applicant() if door else None
    if door is None or actor is None:
        return None
    return Viewer(email=actor.email, locale=Locale(actor.locale), actor=actor, desk=door.desk)
