"""Send a mail that has failed, or was kept."""

from typing import Optional

import strawberry

from cms.mail.actions.send_mail_again import send_mail_again as send
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.mail.types import Mail, stored_mail


@strawberry.input
class SendMailAgainInput:
    id: strawberry.ID = strawberry.field(description="Of a mail that is FAILED or KEPT.")


@strawberry.type(description="Either `mail` or `refusal`.")
class SendMailAgainResult(MutationResult):
    mail: Optional[Mail] = strawberry.field(default=None, description="Waiting again; null where it was refused.")


@strawberry.mutation(description="Send a mail that has failed, or was kept for want of a mail server.")
async def send_mail_again(info: ManagementInfo, input: SendMailAgainInput) -> SendMailAgainResult:
    work = send(info.context.services, info.context.actor, str(input.id))
    return await outcome(SendMailAgainResult, "mail", work, stored_mail)
