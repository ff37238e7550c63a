"""What editors may do, put together; each feature has its own part, `schema.management.<feature>.verbs`."""

import strawberry

from schema.management.accounts.verbs.people import PeopleVerbs
from schema.management.accounts.verbs.sign_in import SignInVerbs
from schema.management.applications.verbs import ApplicationVerbs
from schema.management.files.verbs import FileVerbs
from schema.management.items.verbs.items import ItemVerbs
from schema.management.items.verbs.previews import PreviewVerbs
from schema.management.items.verbs.releases import ReleaseVerbs
from schema.management.items.verbs.sites import SiteVerbs
from schema.management.items.verbs.teamwork import TeamworkVerbs
from schema.management.items.verbs.vocabularies import VocabularyVerbs
from schema.management.mail.verbs import MailVerbs
from schema.management.outbox.verbs import OutboxVerbs
from schema.management.transfer.verbs import TransferVerbs
from schema.management.webhooks.verbs import WebhookVerbs


@strawberry.type
class Mutation(
    ApplicationVerbs,
    FileVerbs,
    ItemVerbs,
    MailVerbs,
    OutboxVerbs,
    PeopleVerbs,
    PreviewVerbs,
    ReleaseVerbs,
    SignInVerbs,
    SiteVerbs,
    TransferVerbs,
    VocabularyVerbs,
    WebhookVerbs,
    TeamworkVerbs,
):
    """One base per line, so that an area is added by a line."""
