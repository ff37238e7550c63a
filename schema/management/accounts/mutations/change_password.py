"""Change one's own password."""

from typing import Optional

import strawberry

from cms.accounts.actions.change_password import change_password as action
from cms.accounts.password_rules import FEWEST_DIFFERENT, SHORTEST
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class ChangePasswordInput:
    current: str = strawberry.field(description="The present one.")
    new: str = strawberry.field(
        description=f"At least {SHORTEST} characters, of which {FEWEST_DIFFERENT} differ; what is easily guessed "
        "is refused."
    )


@strawberry.type(description="Either `isChanged`, or `refusal` and then nothing was changed.")
class PasswordResult(MutationResult):
    is_changed: Optional[bool] = strawberry.field(
        default=None, description="True: sign in again, as all sessions of this account have ended, this one too."
    )


@strawberry.mutation(description="Change one's own password.")
async def change_password(info: ManagementInfo, input: ChangePasswordInput) -> PasswordResult:
    context = info.context
    work = action(context.services, context.actor, context.session, current=input.current, new=input.new)
    return await outcome(PasswordResult, "is_changed", work, lambda _account: True)
