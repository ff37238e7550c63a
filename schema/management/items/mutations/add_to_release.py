"""Put items into a release."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import bounded
from schema.management.context import ManagementInfo
from schema.management.enums import ReleaseAction
from schema.management.ids import ID_OF
from schema.management.items.types.release_result import ReleaseResult, release_answer
from schema.management.items.types.targets_choice import TargetsInput
from schema.management.scalars import Locale
from storage.documents import Release, ReleaseEntry


@strawberry.input(description="What a release is to do with one item.")
class ReleaseEntryInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    locales: list[Locale] = strawberry.field(description="The languages that go live, or away.")
    action: Optional[ReleaseAction] = strawberry.field(default=None, description="PUBLISH where left out.")
    even_if_used: bool = strawberry.field(
        default=False, description="With UNPUBLISH: though something live refers to it; see `impact`."
    )


@strawberry.input
class AddToReleaseInput(TargetsInput):
    id: strawberry.ID = strawberry.field(description="Of a release that is a draft or has failed.")
    entries: list[ReleaseEntryInput] = strawberry.field(
        description="At most 40 at once. One for an item that is in it already with the same action replaces that one."
    )


@strawberry.mutation(description="Put items into a release; the right to publish each of them is needed.")
async def add_to_release(info: ManagementInfo, input: AddToReleaseInput) -> ReleaseResult:
    return await release_answer(_add(info, input))


async def _add(info: ManagementInfo, input: AddToReleaseInput) -> Release:
    entries = [_entry(one) for one in bounded("entries", input.entries)]
    return await actions.add_to_release(
        info.context.services, info.context.actor, str(input.id), entries, input.choice()
    )


def _entry(given: ReleaseEntryInput) -> ReleaseEntry:
    return ReleaseEntry(
        item=str(given.id),
        locales=list(dict.fromkeys(given.locales)),
        action=str((given.action or ReleaseAction.PUBLISH).value),
        even_if_used=given.even_if_used,
    )
