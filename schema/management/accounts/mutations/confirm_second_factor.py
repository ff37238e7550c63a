"""Turn on one's second factor with a first code, or get new recovery codes with another."""

from typing import Optional

import strawberry

from cms.accounts.actions import second_factor
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class ConfirmSecondFactorInput:
    code: str = strawberry.field(description="What the authenticator app shows now.")


@strawberry.input
class RenewRecoveryCodesInput:
    code: str = strawberry.field(description="Of the authenticator app, or one of the old recovery codes.")


@strawberry.type(description="Either `recoveryCodes`, or `refusal` and then nothing was changed.")
class RecoveryCodesResult(MutationResult):
    recovery_codes: Optional[list[str]] = strawberry.field(
        default=None, description="Each lets the viewer in once in place of the app. They are shown this once."
    )


@strawberry.mutation(description="Turn the second factor on with a first code of the app.")
async def confirm_second_factor(info: ManagementInfo, input: ConfirmSecondFactorInput) -> RecoveryCodesResult:
    context = info.context
    work = second_factor.confirm_second_factor(context.services, context.actor, context.session, input.code)
    return await outcome(RecoveryCodesResult, "recovery_codes", work, list)


@strawberry.mutation(description="Get ten new recovery codes in place of the old ones.")
async def renew_recovery_codes(info: ManagementInfo, input: RenewRecoveryCodesInput) -> RecoveryCodesResult:
    context = info.context
    work = second_factor.renew_recovery_codes(context.services, context.actor, context.session, input.code)
    return await outcome(RecoveryCodesResult, "recovery_codes", work, list)
