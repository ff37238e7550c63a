"""What editors may ask, put together; each feature has its own part, `schema.management.<feature>.queries`."""

import strawberry

from schema.management.accounts.queries.people import PeopleQueries
from schema.management.accounts.queries.sessions import SessionQueries
from schema.management.accounts.queries.viewer import ViewerQueries
from schema.management.applications.queries.applications import ApplicationQueries
from schema.management.applications.queries.calls import CallQueries
from schema.management.files.queries.files import FileQueries
from schema.management.files.queries.uploads import UploadQueries
from schema.management.items.queries.history import HistoryQueries
from schema.management.items.queries.items import ItemQueries
from schema.management.items.queries.publishing import PublishingQueries
from schema.management.items.queries.releases import ReleaseQueries
from schema.management.items.queries.sites import SiteQueries
from schema.management.items.queries.teamwork import TeamworkQueries
from schema.management.items.queries.vocabularies import VocabularyQueries
from schema.management.mail.queries import MailQueries
from schema.management.outbox.queries import OutboxQueries
from schema.management.persisted_queries.queries import RegisteredQueryQueries
from schema.management.transfer.queries import TransferQueries
from schema.management.webhooks.queries import WebhookQueries


@strawberry.type(description="What editors and their programs may ask; all of it needs a session or a token.")
class Query(
    ApplicationQueries,
    CallQueries,
    FileQueries,
    HistoryQueries,
    ItemQueries,
    MailQueries,
    OutboxQueries,
    PeopleQueries,
    PublishingQueries,
    RegisteredQueryQueries,
    ReleaseQueries,
    SessionQueries,
    SiteQueries,
    TeamworkQueries,
    TransferQueries,
    UploadQueries,
    ViewerQueries,
    VocabularyQueries,
    WebhookQueries,
):
    """One base per line, so that an area is added by a line."""
