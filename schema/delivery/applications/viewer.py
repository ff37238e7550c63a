"""The applicant who asks."""

from typing import Annotated, Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.applications.applicant import ApplicantActor
from cms.applications.own import own_application
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from schema.delivery.applications.application import Application, shown
from schema.delivery.applications.own_applications import ApplicationConnection, own_applications
from schema.delivery.context import DeliveryContext
from schema.delivery.lists.page_asked import After, Before, First, Last, PageAsked
from schema.delivery.scalars import Locale
from storage.freshness import keep_private


@strawberry.type(description="The applicant whose bearer token came with the request.")
class Viewer:
    email: str = strawberry.field(description="The verified address.")
    locale: Locale = strawberry.field(description="The language that the applicant reads.")
    actor: strawberry.Private[ApplicantActor]
    services: strawberry.Private[Services]

    @strawberry.field(description="One of the person's own; null where there is none.")
    async def application(
        self, id: Annotated[strawberry.ID, strawberry.argument(description="`id` of one of `Viewer.applications`.")]
    ) -> Optional[Application]:
        try:
            return shown(self.services, self.actor, await own_application(self.services, self.actor, str(id)))
        except NotFound:
            return None

    @strawberry.field(description="All of the person's own, the newest first.", graphql_type=ApplicationConnection)
    async def applications(
        self,
        info: Info[DeliveryContext, Any],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Any:
        part = PageAsked(first, after, last, before)
        return await own_applications(info.context.cursors, self.services, self.actor, part)


async def viewer(info: Info[DeliveryContext, Any]) -> Optional[Viewer]:
    keep_private()
    gateway = info.context.gateway
    actor = await gateway.applicant() if gateway else None
    if gateway is None or actor is None:
        return None
    return Viewer(email=actor.email, locale=Locale(actor.locale), actor=actor, services=gateway.services)
