"""Tickets for uploads."""

from datetime import datetime
from typing import Optional

import strawberry

from cms.files.upload_bytes import MAX_PARTS, Part, arrived_parts, parts_of
from cms.files.uploads import CONTENT_TYPE, part_address, upload_address
from schema.management.context import ManagementInfo
from storage.documents import Upload as StoredUpload


@strawberry.type(description="A header of an HTTP request.")
class Header:
    name: str = strawberry.field(description="Such as Content-Type.")
    value: str = strawberry.field(description="To be sent as it stands.")


@strawberry.type(description="One part of an upload, which is put by itself, with the headers of the upload.")
class UploadPart:
    number: int = strawberry.field(description="From 0.")
    offset: int = strawberry.field(description="Of its first byte in the file.")
    byte_size: int = strawberry.field(description="All have the same but the last, which may be smaller.")
    url: str = strawberry.field(description="As `Upload.url`, for this part alone; good for an hour, ask again then.")
    is_there: bool = strawberry.field(description="All its bytes have arrived.")


@strawberry.type(
    description="A ticket for one upload: put the bytes to `url`, or each part to its own, in any order; then "
    "`completeUpload` or `replaceFile`."
)
class Upload:
    stored: strawberry.Private[StoredUpload]
    id: strawberry.ID = strawberry.field(
        description="Of the ticket, for `completeUpload`, `replaceFile` and `cancelUpload`."
    )
    site: str = strawberry.field(description="Key of the site that will own the file.")
    filename: str = strawberry.field(description="As it was announced.")
    byte_size: int = strawberry.field(description="As it was announced; other lengths are refused.")
    sha256: Optional[str] = strawberry.field(description="As it was announced, in hexadecimal; null where it was not.")
    url: str = strawberry.field(
        description="Of the S3 server, or a path of the CMS, which begins with a slash. Who has it may put the bytes."
    )
    method: str = strawberry.field(description="PUT, of the whole and of parts.")
    headers: list[Header] = strawberry.field(description="To send besides the exact Content-Length.")
    expires: datetime = strawberry.field(description="Until when it must be completed.")

    @strawberry.field(
        description=f"At most {MAX_PARTS}. After a break ask for them again, and put those that are not there."
    )
    async def parts(self, info: ManagementInfo) -> list[UploadPart]:
        arrived = {part.number for part in await arrived_parts(info.context.services, self.stored)}
        return [_part(info, self.stored, part, part.number in arrived) for part in parts_of(self.stored)]

    @strawberry.field(description="In parts.")
    async def arrived_bytes(self, info: ManagementInfo) -> int:
        return sum(part.byte_size for part in await arrived_parts(info.context.services, self.stored))


def upload(info: ManagementInfo, stored: StoredUpload) -> Upload:
    return Upload(
        stored=stored,
        id=strawberry.ID(stored.id),
        site=stored.site,
        filename=stored.filename,
        byte_size=stored.byte_size,
        sha256=stored.sha256,
        url=upload_address(info.context.services, stored),
        method="PUT",
        headers=[Header(name="Content-Type", value=CONTENT_TYPE)],
        expires=stored.expires,
    )


def _part(info: ManagementInfo, stored: StoredUpload, part: Part, is_there: bool) -> UploadPart:
    url = part_address(info.context.services, stored, part)
    return UploadPart(number=part.number, offset=part.offset, byte_size=part.byte_size, url=url, is_there=is_there)
