"""Put other bytes behind a file's address."""

from typing import Optional

import strawberry

from cms.files import actions
from cms.kernel.errors import CmsError
from schema.management.answer import refused
from schema.management.context import ManagementInfo
from schema.management.files.mutations.complete_upload import UploadResult
from schema.management.items.types.item import item


@strawberry.input
class ReplaceFileInput:
    id: strawberry.ID = strawberry.field(description="Of the file's item; see its `usedBy` first.")
    upload: strawberry.ID = strawberry.field(description="Of the ticket whose bytes it gets.")
    base_version: Optional[int] = strawberry.field(
        default=None, description="Of the item; CONFLICT where somebody replaced its bytes since."
    )


@strawberry.mutation(
    description="Put uploaded bytes behind a file's address, as a new version of its draft. May be asked again."
)
async def replace_file(info: ManagementInfo, input: ReplaceFileInput) -> UploadResult:
    id, ticket = str(input.id), str(input.upload)
    try:
        replaced = await actions.replace_file(info.context.services, info.context.actor, id, ticket, input.base_version)
    except CmsError as error:
        return UploadResult(**vars(refused(error)))
    return UploadResult(item=item(replaced)) if replaced else UploadResult(is_checking=True)
