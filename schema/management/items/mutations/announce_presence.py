"""Tell others that one is editing an item, and who else is."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.items.types.presence import Presence, presence
from schema.management.scalars import Locale


@strawberry.input
class AnnouncePresenceInput:
    item: strawberry.ID = strawberry.field(description="Id of an item that the viewer may change.")
    field: str = strawberry.field(default="", description="Dotted path with element ids; empty for nowhere.")
    locale: Optional[Locale] = strawberry.field(
        default=None, description="The language that is being edited; null for none in particular."
    )


@strawberry.input
class LeavePresenceInput:
    item: strawberry.ID = strawberry.field(description="Id of the item; harmless where the viewer was not there.")


@strawberry.type(description="Either `others`, or `refusal` and then nothing was changed.")
class PresenceResult(MutationResult):
    others: Optional[list[Presence]] = strawberry.field(
        default=None, description="Who else is there, whoever was seen last first."
    )


@strawberry.mutation(
    description="Tell others that the viewer is editing an item; forgotten after 40 seconds, so tell it every 15."
)
async def announce_presence(info: ManagementInfo, input: AnnouncePresenceInput) -> PresenceResult:
    return await outcome(PresenceResult, "others", _announce(info, input), list)


@strawberry.mutation(description="Tell others that the viewer has left an item.")
async def leave_presence(info: ManagementInfo, input: LeavePresenceInput) -> PresenceResult:
    return await outcome(PresenceResult, "others", _leave(info, input), list)


async def _announce(info: ManagementInfo, input: AnnouncePresenceInput) -> list[Presence]:
    context, id = info.context, str(input.item)
    await actions.announce_presence(context.services, context.actor, id, field=input.field, locale=input.locale)
    return await _others(info, id)


async def _leave(info: ManagementInfo, input: LeavePresenceInput) -> list[Presence]:
    await actions.leave_presence(info.context.services, info.context.actor, str(input.item))
    return await _others(info, str(input.item))


async def _others(info: ManagementInfo, id: str) -> list[Presence]:
    return [presence(one) for one in await info.context.presence.load(id)]
