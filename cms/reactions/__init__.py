"""What follows from events, done by workers: each reaction may run twice and must then change nothing more."""

from collections.abc import Awaitable, Callable

from cms.accounts.sign_in.forgotten_password import RESET_REQUESTED, mail_reset_link
from cms.applications.actions.submit_application import APPLICATION_SUBMITTED
from cms.applications.erasing import APPLICATION_ERASED
from cms.applications.reactions.tell_of_application import FILE_REMOVED, delete_removed_files, tell_of_application
from cms.files.reactions.orphaned_bytes import delete_orphaned_bytes
from cms.files.reactions.public_copies import COPIES_DUE, ask_for_copies, copy_public_file
from cms.items.accompanying_targets import TARGETS_LEFT_BEHIND
from cms.items.actions.purge_item import ITEM_PURGED
from cms.items.actions.schedule_item import EXPIRY_DUE, PUBLICATION_DUE
from cms.items.actions.schedule_release import RELEASE_DUE
from cms.items.live_change import LIVE_CHANGED
from cms.items.reactions.failed_release import tell_of_failed_release
from cms.items.reactions.left_behind import tell_of_targets_left_behind
from cms.items.reactions.notify_people import (
    ask_for_review,
    tell_of_disabled_webhook,
    tell_of_publication,
    tell_of_sending_back,
)
from cms.items.reactions.schedule import expire_when_due, publish_when_due, release_when_due
from cms.items.reactions.site_channels import bring_channels_up_to_date
from cms.items.reactions.tell_of_mention import tell_of_mention
from cms.items.reactions.term_moves import move_terms_on
from cms.items.term_moves import TERMS_MOVING
from cms.kernel.services import Services
from cms.mail.queue_mail import MAIL_QUEUED
from cms.reactions.send_mail import send_mail
from cms.transfer.actions.start_transfer import TRANSFER_ASKED
from cms.transfer.reactions.run_transfer import run_transfer
from cms.webhooks.actions.replay_webhook import REPLAY_ASKED
from cms.webhooks.deliveries import DELIVERY_DUE
from cms.webhooks.reactions.deliver_webhook import WEBHOOK_DISABLED, deliver_webhook
from cms.webhooks.reactions.replay_webhook import replay_to_webhook
from cms.webhooks.reactions.tell_caches import tell_caches
from cms.webhooks.reactions.tell_webhooks import tell_webhooks
from storage.documents import OutboxEvent
from storage.repositories.purges import CACHES_CHANGED

Reaction = Callable[[Services, OutboxEvent], Awaitable[None]]

ANY = "*"

REACTIONS: dict[tuple[str, str], tuple[Reaction, ...]] = {
    ("ItemPublished", "Site"): (bring_channels_up_to_date,),
    (ITEM_PURGED, ANY): (delete_orphaned_bytes,),
    (PUBLICATION_DUE, ANY): (publish_when_due,),
    (EXPIRY_DUE, ANY): (expire_when_due,),
    (RELEASE_DUE, ANY): (release_when_due,),
    ("ReleaseFailed", ANY): (tell_of_failed_release,),
    (TARGETS_LEFT_BEHIND, ANY): (tell_of_targets_left_behind,),
    (LIVE_CHANGED, ANY): (tell_webhooks,),
    (CACHES_CHANGED, ANY): (tell_caches,),
    (LIVE_CHANGED, "FileAsset"): (ask_for_copies,),
    (COPIES_DUE, ANY): (copy_public_file,),
    (DELIVERY_DUE, ANY): (deliver_webhook,),
    (REPLAY_ASKED, ANY): (replay_to_webhook,),
    (TERMS_MOVING, ANY): (move_terms_on,),
    (RESET_REQUESTED, ANY): (mail_reset_link,),
    (MAIL_QUEUED, ANY): (send_mail,),
    (TRANSFER_ASKED, ANY): (run_transfer,),
    ("ItemImported", "Site"): (bring_channels_up_to_date,),
    ("ItemSubmitted", ANY): (ask_for_review,),
    ("ItemSentBack", ANY): (tell_of_sending_back,),
    ("ItemPublished", ANY): (tell_of_publication,),
    ("ItemCommented", ANY): (tell_of_mention,),
    ("ItemCommentEdited", ANY): (tell_of_mention,),
    (WEBHOOK_DISABLED, ANY): (tell_of_disabled_webhook,),
    (APPLICATION_SUBMITTED, ANY): (tell_of_application,),
    (FILE_REMOVED, ANY): (delete_removed_files,),
    (APPLICATION_ERASED, ANY): (delete_removed_files,),
}
"""{(event, content type): reactions}."""


def reactions_to(event: OutboxEvent) -> tuple[Reaction, ...]:
    return (*REACTIONS.get((event.name, event.type), ()), *REACTIONS.get((event.name, ANY), ()))
