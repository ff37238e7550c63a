"""The root fields: a site, read in one language; what an opaque id names; what applicants ask for themselves."""

from typing import Annotated, Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.applications.proof_of_work import new_challenge
from schema.delivery.applications.viewer import Viewer, viewer
from schema.delivery.context import DeliveryContext
from schema.delivery.navigation.nodes import MOST_NODES, read_nodes
from schema.delivery.projection.item import Node
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import selection_of
from schema.delivery.reading import read_site
from schema.delivery.scalars import Json, Locale
from schema.delivery.site import Site
from storage.freshness import keep_private

Preview = Annotated[Optional[str], strawberry.argument(description="The token of a preview address.")]


@strawberry.type(
    description="What everybody may ask; whatever is below `site` is read as a visitor of that site reads it."
)
class Query:
    @strawberry.field(
        description="A regional site by its key. The language is chosen here and holds for everything below; left out "
        "it is the site's default one."
    )
    async def site(
        self,
        info: Info[DeliveryContext, Any],
        key: Annotated[str, strawberry.argument(description="Such as `eccp`.")],
        locale: Annotated[Optional[Locale], strawberry.argument(description="One of the site's `locales`.")] = None,
        preview: Preview = None,
    ) -> Site:
        reading = await read_site(info.context, key, locale, preview)
        return await _view(reading, info)

    @strawberry.field(
        description="What the site and language of an `id` show of it now; null where that is nothing, whatever the "
        "reason. An id gives no right: one from a preview needs its token beside it, in the header `Preview-Token`."
    )
    async def node(
        self,
        info: Info[DeliveryContext, Any],
        id: Annotated[strawberry.ID, strawberry.argument(description="Any that this API has given out, whole.")],
    ) -> Optional[Node]:
        # no argument besides: Relay's compiler refuses to refetch by a `node` that has one
        return (await read_nodes(info, [id], None))[0]

    @strawberry.field(
        description=f"The same for several ids, at most {MOST_NODES}, in their order; null for each that shows "
        "nothing. The token of a preview may be an argument too."
    )
    async def nodes(
        self,
        info: Info[DeliveryContext, Any],
        ids: Annotated[
            list[strawberry.ID], strawberry.argument(description=f"As `node` takes them; {MOST_NODES} at most.")
        ],
        preview: Preview = None,
    ) -> list[Optional[Node]]:
        return await read_nodes(info, ids, preview)

    @strawberry.field(
        description="The applicant whose token came in `Authorization: Bearer …` (see `openApplicantSession`); null "
        "without one, or with one that is over."
    )
    async def viewer(self, info: Info[DeliveryContext, Any]) -> Optional[Viewer]:
        return await viewer(info)

    @strawberry.field(
        description="A proof of work to be solved before `requestApplicantLink`, as ALTCHA has it: find the number "
        "up to `maxnumber` with SHA-256(salt + number) = challenge."
    )
    async def proof_challenge(self, info: Info[DeliveryContext, Any]) -> Json:
        keep_private()  # each is given to one applicant
        assert info.context.gateway is not None
        return Json(new_challenge(info.context.gateway.services))


async def _view(reading: ReadContext, info: Any) -> Any:
    built = await reading.built([reading.site_document], selection_of(info))
    return built[0] if built else None
