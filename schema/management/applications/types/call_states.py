"""What is live of a call for hosts, and which calls ask a form."""

from datetime import datetime
from enum import Enum
from typing import Annotated, Optional

import strawberry

from cms.applications.queries import calls
from cms.content.rules.deadlines import Deadline as FoundDeadline
from cms.content.rules.wall_time import wall_time_label
from schema.management.items.types.item import Item, item
from schema.management.scalars import Locale


@strawberry.enum(name="CallState", description="Whether a call takes applications.")
class CallStanding(Enum):
    NOT_YET_OPEN = strawberry.enum_value("not_yet_open", description="Before `opensAt`.")
    OPEN = strawberry.enum_value("open", description="Applications are taken.")
    CLOSED = strawberry.enum_value("closed", description="Every deadline has passed.")


@strawberry.type(description="A cut-off of a call, or its one closing time.")
class CallDeadline:
    id: strawberry.ID = strawberry.field(description="Of the cut-off; `closes` for the one closing time.")
    at: datetime = strawberry.field(description="The moment itself.")
    wall: str = strawberry.field(description="As it is written, in the time of the call.")
    tentative: bool = strawberry.field(description="Whether the call says that it may still move.")
    passed: bool = strawberry.field(description="Whether it is over.")
    zone: strawberry.Private[str]

    @strawberry.field(description='With the zone of that day, such as "31 May 2024, 18:00 CEST".')
    def label(self, locale: Annotated[Locale, strawberry.argument(description="In which it is written.")]) -> str:
        return wall_time_label(self.wall, self.zone, locale)


@strawberry.type(description="A deadline that was moved while the call was live.")
class DeadlineMove:
    deadline: strawberry.ID = strawberry.field(description="Its `CallDeadline.id`.")
    since: datetime = strawberry.field(description="When that was published.")
    old: strawberry.Private[str]
    new: strawberry.Private[str]
    zone: strawberry.Private[str]

    @strawberry.field(description="Where it was, as `CallDeadline.label`.")
    def from_label(self, locale: Annotated[Locale, strawberry.argument(description="In which it is written.")]) -> str:
        return wall_time_label(self.old, self.zone, locale)

    @strawberry.field(description="Where it went, as `CallDeadline.label`.")
    def to_label(self, locale: Annotated[Locale, strawberry.argument(description="In which it is written.")]) -> str:
        return wall_time_label(self.new, self.zone, locale)


@strawberry.type(description="What visitors see of a call now.")
class LiveCall:
    state: CallStanding = strawberry.field(description="By the clock, at this moment.")
    opens_at: Optional[datetime] = strawberry.field(description="Null where the call names no moment.")
    deadlines: list[CallDeadline] = strawberry.field(
        description="The earliest first; of a call with one closing time this one."
    )
    moves: list[DeadlineMove] = strawberry.field(description="Extensions and other moves, the earliest first.")
    form: Optional[strawberry.ID] = strawberry.field(description="Id of the form that is asked; null for none.")
    form_version: Optional[int] = strawberry.field(description="Of the form, to which the call is pinned.")


@strawberry.type(description="A call that asks a form, live or as a draft.")
class FormUse:
    call: Item = strawberry.field(description="The item.")
    version: Optional[int] = strawberry.field(description="That it is pinned to; null where it is not live.")
    applications: int = strawberry.field(description="That answer the form, in whatever version.")


@strawberry.type(description="Who asks an application form.")
class FormUses:
    live_version: Optional[int] = strawberry.field(description="To which a call is pinned when it is published next.")
    calls: list[FormUse] = strawberry.field(
        description="Those that the viewer may read, the live ones first; at most 100."
    )


def live_call(found: calls.LiveStanding) -> LiveCall:
    return LiveCall(
        state=CallStanding(found.state.value),
        opens_at=found.opens_at,
        deadlines=[_deadline(one) for one in found.deadlines],
        moves=[
            DeadlineMove(
                deadline=strawberry.ID(one.deadline),
                since=one.since,
                old=one.from_wall,
                new=one.to_wall,
                zone=found.time_zone,
            )
            for one in found.extensions
        ],
        form=strawberry.ID(found.form) if found.form else None,
        form_version=found.form_version,
    )


def form_uses(found: calls.FormUses) -> FormUses:
    uses = [FormUse(call=item(one.call), version=one.version, applications=one.applications) for one in found.calls]
    return FormUses(live_version=found.live_version, calls=uses)


def _deadline(one: FoundDeadline) -> CallDeadline:
    return CallDeadline(
        id=strawberry.ID(one.id),
        at=one.at,
        wall=one.wall,
        tentative=one.tentative,
        passed=one.passed,
        zone=one.zone,
    )
