"""The file that an item holds."""

from typing import Annotated, Optional

import strawberry

from cms.content.rules.file_types import BY_MIME
from cms.files.address import file_url
from cms.items.checks import content_type
from cms.kernel.errors import Invalid, Problem
from schema.management.context import ManagementInfo
from storage.documents import Item


@strawberry.type(description="The file that an item holds, as its draft has it.")
class ItemFile:
    stored: strawberry.Private[Item]
    filename: str = strawberry.field(description="What it is downloaded as; its extension is that of its real type.")
    mime: str = strawberry.field(description="By content, never by name.")
    byte_size: int = strawberry.field(description="Of the bytes that the draft has.")
    sha256: str = strawberry.field(description="Hexadecimal; the same for the same bytes.")
    width: Optional[int] = strawberry.field(description="Of an image, in pixels.")
    height: Optional[int] = strawberry.field(description="Of an image, in pixels.")
    page_count: Optional[int] = strawberry.field(
        description="Of a PDF: its pages, of a PPTX: its slides; null for others."
    )

    @strawberry.field(description="Path of the draft's bytes, for those who are signed in and may read the item.")
    def url(self) -> str:
        return file_url(self.stored.id, self.filename, draft=True)

    @strawberry.field(description="Of an image: path of the draft's picture, as WebP at least this wide.")
    def rendition_url(
        self, width: Annotated[int, strawberry.argument(description="In pixels, at least 1.")]
    ) -> Optional[str]:
        if width < 1:
            raise Invalid([Problem("width", "OUT_OF_RANGE", "Ask for a width of at least 1 pixel.")])
        kind = BY_MIME.get(self.mime)
        is_image = kind is not None and kind.is_image
        return file_url(self.stored.id, self.filename, width, draft=True) if is_image else None

    @strawberry.field(description="Path that visitors have; it stays when the bytes are replaced. Null while not live.")
    async def live_url(self, info: ManagementInfo) -> Optional[str]:
        live = await info.context.live.load(self.stored.id)
        return file_url(self.stored.id, live["data"]["filename"]) if live else None


def item_file(stored: Item) -> ItemFile | None:
    data = stored.data
    if not content_type(stored.type).holds_file or "sha256" not in data:
        return None
    return ItemFile(
        stored=stored,
        filename=data["filename"],
        mime=data["mime"],
        byte_size=data["byte_size"],
        sha256=data["sha256"],
        width=data.get("width"),
        height=data.get("height"),
        page_count=data.get("page_count"),
    )
