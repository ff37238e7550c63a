"""Change one's own name and language."""

from typing import Optional

import strawberry

from cms.accounts.actions.change_profile import LONGEST_NAME
from cms.accounts.actions.change_profile import change_profile as action
from schema.management.accounts.types.people import Viewer, viewer_of
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class ChangeProfileInput:
    name: Optional[str] = strawberry.field(
        default=None, description=f"At most {LONGEST_NAME} characters; left out, it stays."
    )
    locale: Optional[Locale] = strawberry.field(default=None, description="Of mails: en, cs or bg; left out, it stays.")
    notifications: Optional[bool] = strawberry.field(
        default=None,
        description="Whether mails tell of what others do: reviews, comments, publications. Left out, it stays.",
    )


@strawberry.type(description="Either `viewer` as it is now, or `refusal` and then nothing was changed.")
class ViewerResult(MutationResult):
    viewer: Optional[Viewer] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Change one's own name and language.")
async def change_profile(info: ManagementInfo, input: ChangeProfileInput) -> ViewerResult:
    context = info.context
    given = {"name": input.name, "locale": input.locale, "notifications": input.notifications}
    work = action(context.services, context.actor, context.session, **given)
    return await outcome(ViewerResult, "viewer", work, lambda account: viewer_of(info, account.name))
