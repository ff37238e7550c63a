"""Tickets for uploads."""

from datetime import datetime

import strawberry

from cms.uploads import CONTENT_TYPE, upload_address
from schema.management.context import ManagementInfo
from storage.documents import Upload as StoredUpload


@strawberry.type
class Header:
    name: str
    value: str


@strawberry.type(description="A ticket for one upload: put the bytes to `url`, then `completeUpload` or `replaceFile`.")
class Upload:
    id: strawberry.ID
    url: str = strawberry.field(
        description="Of the S3 server, or a path of the CMS, which begins with a slash. Who has it may put the bytes."
    )
    method: str
    headers: list[Header] = strawberry.field(description="To send besides the exact Content-Length.")
    expires: datetime = strawberry.field(description="Until when it must be completed.")


def upload(info: ManagementInfo, stored: StoredUpload) -> Upload:
    return Upload(
        id=strawberry.ID(stored.id),
        url=upload_address(info.context.desk, stored),
        method="PUT",
        headers=[Header(name="Content-Type", value=CONTENT_TYPE)],
        expires=stored.expires,
    )
