"""What may be done with mails."""

import strawberry

from schema.management.mail.mutations.send_mail_again import send_mail_again


@strawberry.type
class MailVerbs:
    send_mail_again = strawberry.mutation(
        send_mail_again, description="Send a mail that has failed, or was kept for want of a mail server."
    )
