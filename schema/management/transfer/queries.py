"""Exports and imports of whole sites."""

from typing import Annotated, Optional

import strawberry

from cms.kernel.errors import NotFound
from cms.transfer.queries.transfers import find_transfers, get_transfer
from schema.management.context import ManagementInfo
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.transfer.types import Transfer, stored_transfer, transfer


@strawberry.type
class TransferQueries:
    @strawberry.field(description="Of the sites that the viewer may carry, newest first.")
    async def transfers(
        self, info: ManagementInfo, first: First = DEFAULT_PAGE, after: After = None
    ) -> Connection[Transfer]:
        return await page(info, find_transfers(info.context.services, info.context.actor), transfer, first, after)

    @strawberry.field(description="How far it is; ask about once a second.")
    async def transfer(
        self,
        info: ManagementInfo,
        id: Annotated[
            strawberry.ID,
            strawberry.argument(description="Of the transfer; null where there is none that the viewer may carry."),
        ],
    ) -> Optional[Transfer]:
        try:
            return stored_transfer(await get_transfer(info.context.services, info.context.actor, str(id)))
        except NotFound:
            return None
