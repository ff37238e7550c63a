"""Change one's own name and language."""

from typing import Optional

import strawberry

from cms.accounts.actions.change_profile import change_profile as action
from schema.management.accounts.types.people import Viewer, viewer_of
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class ChangeProfileInput:
    name: Optional[str] = None
    locale: Optional[Locale] = strawberry.field(default=None, description="Of mails: en, cs or bg.")
    notifications: Optional[bool] = strawberry.field(
        default=None, description="Whether mails tell of what others do: reviews, comments, publications."
    )


@strawberry.type
class ViewerResult(MutationResult):
    viewer: Optional[Viewer] = None


@strawberry.mutation(description="Change one's own name and language.")
async def change_profile(info: ManagementInfo, input: ChangeProfileInput) -> ViewerResult:
    context = info.context
    given = {"name": input.name, "locale": input.locale, "notifications": input.notifications}
    work = action(context.services, context.actor, context.session, **given)
    return await outcome(ViewerResult, "viewer", work, lambda account: viewer_of(info, account.name))
