"""What editors may do, put together; each area has its file in `schema.management.verbs`."""

import strawberry

from schema.management.verbs.applications import ApplicationVerbs
from schema.management.verbs.files import FileVerbs
from schema.management.verbs.items import ItemVerbs
from schema.management.verbs.mails import MailVerbs
from schema.management.verbs.outbox import OutboxVerbs
from schema.management.verbs.people import PeopleVerbs
from schema.management.verbs.previews import PreviewVerbs
from schema.management.verbs.releases import ReleaseVerbs
from schema.management.verbs.sign_in import SignInVerbs
from schema.management.verbs.sites import SiteVerbs
from schema.management.verbs.teamwork import TeamworkVerbs
from schema.management.verbs.transfers import TransferVerbs
from schema.management.verbs.vocabularies import VocabularyVerbs
from schema.management.verbs.webhooks import WebhookVerbs


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
