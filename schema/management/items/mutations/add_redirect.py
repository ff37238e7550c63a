"""Let an old address of a site lead to an item."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.items.types.redirect import Redirect, redirect
from schema.management.scalars import Locale


@strawberry.input
class AddRedirectInput:
    site: str = strawberry.field(description="Key of the site; the right to manage it is needed.")
    path: str = strawberry.field(
        description="On the site, with or without the language in front: /events/old-name. What comes after ? counts."
    )
    locale: Optional[Locale] = strawberry.field(default=None, description="Left out, every language of the site.")
    item: strawberry.ID = strawberry.field(description="Where it leads, wherever that item moves.")
    replace: bool = strawberry.field(
        default=False, description="Also where it leads to another item; refused with LEADS_ELSEWHERE otherwise."
    )


@strawberry.type(description="Either `redirects`, one per language, or `refusal` and then nothing was changed.")
class AddRedirectResult(MutationResult):
    redirects: Optional[list[Redirect]] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Let an old address of a site lead to an item.")
async def add_redirect(info: ManagementInfo, input: AddRedirectInput) -> AddRedirectResult:
    services, actor = info.context.services, info.context.actor
    work = actions.add_redirect(
        services, actor, input.site, input.path, str(input.item), input.locale, replace=input.replace
    )
    return await outcome(
        AddRedirectResult, "redirects", work, lambda made: [redirect(one.model_dump(by_alias=True)) for one in made]
    )
