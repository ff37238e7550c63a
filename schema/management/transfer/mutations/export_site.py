"""Have a whole site written into one archive."""

from typing import Optional

import strawberry

from cms.transfer.actions.start_transfer import start_export
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.transfer.types import Transfer, stored_transfer


@strawberry.input
class ExportSiteInput:
    site: str = strawberry.field(description="Key of the site; only one export or import of it at a time.")


@strawberry.type(description="Either `transfer`, a job to ask after, or `refusal`.")
class TransferResult(MutationResult):
    transfer: Optional[Transfer] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Have a whole site written into one archive.")
async def export_site(info: ManagementInfo, input: ExportSiteInput) -> TransferResult:
    work = start_export(info.context.services, info.context.actor, input.site)
    return await outcome(TransferResult, "transfer", work, stored_transfer)
