"""Begin to turn on one's second factor."""

from typing import Optional

import strawberry

from cms.accounts.actions.second_factor import Enrolment
from cms.accounts.actions.second_factor import begin_second_factor as action
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class BeginSecondFactorInput:
    password: Optional[str] = strawberry.field(
        default=None, description="The present one; not needed where the account has none."
    )


@strawberry.type(description="Shown this once.")
class SecondFactorEnrolment:
    secret: str = strawberry.field(description="For typing it into an authenticator app.")
    uri: str = strawberry.field(description="otpauth://… for a picture that the app reads.")


@strawberry.type(description="Either `enrolment`, or `refusal` and then nothing was changed.")
class EnrolmentResult(MutationResult):
    enrolment: Optional[SecondFactorEnrolment] = strawberry.field(
        default=None, description="The secret to be confirmed by `confirmSecondFactor`; null where it was refused."
    )


@strawberry.mutation(description="Get a secret for an authenticator app; nothing is asked for before it is confirmed.")
async def begin_second_factor(info: ManagementInfo, input: BeginSecondFactorInput) -> EnrolmentResult:
    context = info.context
    work = action(context.services, context.actor, context.session, input.password)
    return await outcome(EnrolmentResult, "enrolment", work, _shown)


def _shown(enrolment: Enrolment) -> SecondFactorEnrolment:
    return SecondFactorEnrolment(secret=enrolment.secret, uri=enrolment.uri)
