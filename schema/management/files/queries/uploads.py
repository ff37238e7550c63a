"""Uploads that were begun."""

from typing import Annotated, Optional

import strawberry

from cms.files.queries.uploads import open_uploads
from schema.management.context import ManagementInfo
from schema.management.files.types.uploads import Upload, upload


@strawberry.type
class UploadQueries:
    @strawberry.field(
        description="The viewer's own uploads that still wait for bytes, the newest first: after a break they go on "
        "where they were. With `sha256` those for these bytes."
    )
    async def open_uploads(
        self,
        info: ManagementInfo,
        sha256: Annotated[
            Optional[str], strawberry.argument(description="Hexadecimal, 64 digits; left out, all of them.")
        ] = None,
    ) -> list[Upload]:
        found = await open_uploads(info.context.services, info.context.actor, sha256)
        return [upload(info, one) for one in found]

    @strawberry.field(description="One of the viewer's own that still waits for bytes; null for any other.")
    async def open_upload(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description="Of the ticket.")]
    ) -> Optional[Upload]:
        found = await open_uploads(info.context.services, info.context.actor)
        return next((upload(info, one) for one in found if one.id == id), None)
