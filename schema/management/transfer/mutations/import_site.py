"""Have an archive of a whole site read in."""

from typing import Any, Optional

import strawberry

from cms.transfer.actions.start_transfer import start_import
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.transfer.mutations.export_site import TransferResult
from schema.management.transfer.types import OnConflict, stored_transfer


@strawberry.input
class ImportSiteInput:
    upload: strawberry.ID = strawberry.field(description="One of `createUpload`, with the bytes put; not completed.")
    dry_run: bool = strawberry.field(default=False, description="Only say what would be changed.")
    on_conflict: Optional[OnConflict] = strawberry.field(default=None, description="Left out, FAIL.")


@strawberry.mutation(
    description="Have an archive of a whole site read in; larger ones than uploads may be by `cms site`."
)
async def import_site(info: ManagementInfo, input: ImportSiteInput) -> TransferResult:
    how: Any = (input.on_conflict or OnConflict.FAIL).value
    work = start_import(
        info.context.services,
        info.context.actor,
        str(input.upload),
        on_conflict=how,
        dry_run=input.dry_run,
    )
    return await outcome(TransferResult, "transfer", work, stored_transfer)
