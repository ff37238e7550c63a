"""Give out a token with which a program uses the management API."""

from datetime import datetime
from typing import Optional

import strawberry

from cms.accounts.actions.create_token import create_token as action
from schema.management.accounts.types.accounts import ApiToken, api_token
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class CreateTokenInput:
    name: str = strawberry.field(description="What it is for; the audit trail tells it.")
    scopes: list[str] = strawberry.field(description="Rights, of `tokenScopes`; it never has more than its owner.")
    expires: datetime = strawberry.field(description="Within a year.")
    site: Optional[str] = strawberry.field(default=None, description="Left out, wherever its owner has the rights.")
    service: Optional[strawberry.ID] = strawberry.field(
        default=None, description="The service that will own it; left out, the viewer."
    )


@strawberry.type(description="A token that was just made, with its secret.")
class NewApiToken:
    token: ApiToken = strawberry.field(description="As `tokens` lists it from now on.")
    secret: str = strawberry.field(description="To send as `Authorization: Bearer …`. Shown this once.")


@strawberry.type(description="Either `created`, or `refusal` and then nothing was changed.")
class CreateTokenResult(MutationResult):
    created: Optional[NewApiToken] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Give out a token for a program: one's own, or one of a service. Never by a token.")
async def create_token(info: ManagementInfo, input: CreateTokenInput) -> CreateTokenResult:
    work = action(
        info.context.services,
        info.context.actor,
        info.context.session,
        name=input.name,
        scopes=input.scopes,
        expires=input.expires,
        site=input.site,
        account=str(input.service) if input.service is not None else None,
    )
    return await outcome(
        CreateTokenResult, "created", work, lambda new: NewApiToken(token=api_token(new.token), secret=new.secret)
    )
