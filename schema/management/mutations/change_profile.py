"""Change one's own name and language."""

from typing import Optional

import strawberry

from cms.actions.change_profile import change_profile as action
from schema.management.answer import Outcome, outcome
from schema.management.context import ManagementInfo
from schema.management.people import Viewer, viewer_of
from schema.management.scalars import Locale


@strawberry.input
class ChangeProfileInput:
    name: Optional[str] = None
    locale: Optional[Locale] = strawberry.field(default=None, description="Of mails: en, cs or bg.")


@strawberry.type
class ViewerResult(Outcome):
    viewer: Optional[Viewer] = None


async def change_profile(info: ManagementInfo, input: ChangeProfileInput) -> ViewerResult:
    context = info.context
    work = action(context.desk, context.actor, context.session, name=input.name, locale=input.locale)
    return await outcome(ViewerResult, "viewer", work, lambda account: viewer_of(info, account.name))
