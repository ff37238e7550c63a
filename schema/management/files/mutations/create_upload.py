"""Ask for a ticket for one upload."""

from functools import partial
from typing import Optional

import strawberry

from cms.files import actions
from cms.files.upload_limits import LONGEST_NAME
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.files.types.uploads import Upload, upload


@strawberry.input
class CreateUploadInput:
    site: str = strawberry.field(description="Key of the site that will own the file.")
    filename: str = strawberry.field(
        description=f"With its extension, at most {LONGEST_NAME} characters; types that are not taken are refused."
    )
    byte_size: int = strawberry.field(
        description="Exactly as many bytes must be put. How many there may be depends on the type."
    )
    sha256: Optional[str] = strawberry.field(default=None, description="Hexadecimal; other bytes are then refused.")


@strawberry.type(description="Either `upload` or `refusal`.")
class CreateUploadResult(MutationResult):
    upload: Optional[Upload] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Ask for a ticket, then put the bytes to its `url`.")
async def create_upload(info: ManagementInfo, input: CreateUploadInput) -> CreateUploadResult:
    work = actions.create_upload(
        info.context.services,
        info.context.actor,
        site=input.site,
        filename=input.filename,
        byte_size=input.byte_size,
        sha256=input.sha256,
    )
    return await outcome(CreateUploadResult, "upload", work, partial(upload, info))
