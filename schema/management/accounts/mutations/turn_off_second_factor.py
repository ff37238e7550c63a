"""Turn off a second factor: one's own with a code, somebody else's as whoever manages people."""

from typing import Optional

import strawberry

from cms.accounts.actions import second_factor
from cms.accounts.actions.turn_off_second_factor_of import turn_off_second_factor_of as action_of
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class TurnOffSecondFactorInput:
    code: str = strawberry.field(description="Of the authenticator app, or a recovery code.")


@strawberry.input
class TurnOffSecondFactorOfInput:
    account: strawberry.ID = strawberry.field(description="Whose; its sessions end too.")


@strawberry.type(description="Either `isOff`, or `refusal` and then nothing was changed.")
class SecondFactorOffResult(MutationResult):
    is_off: Optional[bool] = strawberry.field(default=None, description="True once it is; null where it was refused.")


@strawberry.mutation(description="Sign in with the password alone.")
async def turn_off_second_factor(info: ManagementInfo, input: TurnOffSecondFactorInput) -> SecondFactorOffResult:
    context = info.context
    work = second_factor.turn_off_second_factor(context.services, context.actor, context.session, input.code)
    return await outcome(SecondFactorOffResult, "is_off", work, _true)


@strawberry.mutation(
    description="Turn it off for somebody who has lost app and recovery codes, by whoever manages people."
)
async def turn_off_second_factor_of(info: ManagementInfo, input: TurnOffSecondFactorOfInput) -> SecondFactorOffResult:
    context = info.context
    work = action_of(context.services, context.actor, str(input.account))
    return await outcome(SecondFactorOffResult, "is_off", work, _true)


def _true(_nothing: None) -> bool:
    return True
