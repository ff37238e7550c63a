"""The library of files."""

from typing import Annotated, Any, Optional

import strawberry

from cms.files.queries.files import FileFilter, file_with_bytes, find_files
from schema.management.context import ManagementInfo
from schema.management.items.types.item import Item, item
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from storage.documents import Item as StoredItem


@strawberry.input(description="Which files to list.")
class FileFilterInput:
    site: Optional[str] = strawberry.field(default=None, description="Its own files and those shared with it.")
    mime: Optional[str] = strawberry.field(default=None, description="A type, image/png, or a family, image.")
    tag: Optional[str] = strawberry.field(
        default=None, description="The whole of one of its tags; case does not matter."
    )
    search: Optional[str] = strawberry.field(default=None, description="Beginnings of words of the file name.")
    is_unused: bool = strawberry.field(default=False, description="Only those that nothing refers to.")


@strawberry.type
class FileQueries:
    @strawberry.field(description="The files that the viewer may read, the latest change first.")
    async def files(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[FileFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Item]:
        wanted = FileFilter(**(vars(filter) if filter else {}))
        return await page(info, find_files(info.context.services, info.context.actor, wanted), _item, first, after)

    @strawberry.field(description="A file that has these bytes, so that nobody need upload them again; null for none.")
    async def file_by_sha256(
        self, info: ManagementInfo, sha256: Annotated[str, strawberry.argument(description="Hexadecimal, 64 digits.")]
    ) -> Optional[Item]:
        found = await file_with_bytes(info.context.services, info.context.actor, sha256)
        return item(found) if found else None


def _item(document: dict[str, Any]) -> Item:
    return item(StoredItem.model_validate(document))
