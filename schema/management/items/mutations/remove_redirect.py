"""Let an old address lead nowhere any more."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.items.types.redirect import Redirect, redirect


@strawberry.input
class RemoveRedirectInput:
    id: strawberry.ID = strawberry.field(description="Of the redirect, as in `redirects`.")


@strawberry.type(description="Either `redirect` as it was, or `refusal` and then nothing was changed.")
class RemoveRedirectResult(MutationResult):
    redirect: Optional[Redirect] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Let an old address lead nowhere any more.")
async def remove_redirect(info: ManagementInfo, input: RemoveRedirectInput) -> RemoveRedirectResult:
    work = actions.remove_redirect(info.context.services, info.context.actor, str(input.id))
    return await outcome(RemoveRedirectResult, "redirect", work, lambda was: redirect(was.model_dump(by_alias=True)))
