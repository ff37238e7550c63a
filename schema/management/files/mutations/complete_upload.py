"""Make a file of uploaded bytes."""

from typing import Any, Optional

import strawberry

from cms.files import actions
from cms.files.actions.complete_upload import Completion
from cms.kernel.errors import CmsError
from schema.management.answer import ItemResult, refused
from schema.management.context import ManagementInfo
from schema.management.items.types.item import item
from schema.management.scalars import Json

DETAILS = ("alt", "licence", "visibility", "tags", "focal_point")


@strawberry.input
class CompleteUploadInput:
    id: strawberry.ID = strawberry.field(description="Of the ticket.")
    alt: Optional[Json] = strawberry.field(default=None, description="{locale: text}, for images.")
    licence: Optional[str] = strawberry.field(default=None, description="Such as CC BY 4.0, at most 120 characters.")
    visibility: Optional[str] = strawberry.field(default=None, description="public or protected; left out, public.")
    tags: Optional[list[str]] = strawberry.field(
        default=None, description="For editors, to find it again: at most 20, of 60 characters each."
    )
    focal_point: Optional[Json] = strawberry.field(default=None, description="{x, y}, each from 0 to 1.")
    even_if_there: bool = strawberry.field(
        default=False, description="Make another file where there is one with the same bytes."
    )


@strawberry.type(description="`item`, or `refusal`; or neither, and then `isChecking`.")
class UploadResult(ItemResult):
    is_checking: bool = strawberry.field(
        default=False, description="The bytes are still being looked at: ask again in a second, with the same input."
    )
    is_duplicate: bool = strawberry.field(
        default=False,
        description="`item` was there before, with the same bytes. No other was made; see `evenIfThere`.",
    )


@strawberry.mutation(description="Make a file of the uploaded bytes, as a private draft. May be asked again.")
async def complete_upload(info: ManagementInfo, input: CompleteUploadInput) -> UploadResult:
    try:
        return _told(await _complete(info, input))
    except CmsError as error:
        return UploadResult(**vars(refused(error)))


async def _complete(info: ManagementInfo, input: CompleteUploadInput) -> Completion:
    details: dict[str, Any] = {name: getattr(input, name) for name in DETAILS if getattr(input, name) is not None}
    services, actor = info.context.services, info.context.actor
    return await actions.complete_upload(services, actor, str(input.id), details, even_if_there=input.even_if_there)


def _told(completion: Completion) -> UploadResult:
    if completion.item is None:
        return UploadResult(is_checking=True)
    return UploadResult(item=item(completion.item), is_duplicate=completion.is_duplicate)
