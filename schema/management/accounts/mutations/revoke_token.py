"""End a token at once."""

from typing import Optional

import strawberry

from cms.accounts.actions.revoke_token import revoke_token as action
from schema.management.accounts.types.accounts import ApiToken, api_token
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class RevokeTokenInput:
    id: strawberry.ID


@strawberry.type(description="Either `token` as it was, or `refusal` and then nothing was changed.")
class RevokeTokenResult(MutationResult):
    token: Optional[ApiToken] = None


@strawberry.mutation(description="End a token at once.")
async def revoke_token(info: ManagementInfo, input: RevokeTokenInput) -> RevokeTokenResult:
    work = action(info.context.services, info.context.actor, str(input.id))
    return await outcome(RevokeTokenResult, "token", work, api_token)
