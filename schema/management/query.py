"""What editors may ask, put together; each area has its file in `schema.management.queries`."""

import strawberry

from schema.management.queries.applications import ApplicationQueries
from schema.management.queries.calls import CallQueries
from schema.management.queries.files import FileQueries
from schema.management.queries.history import HistoryQueries
from schema.management.queries.items import ItemQueries
from schema.management.queries.mails import MailQueries
from schema.management.queries.outbox import OutboxQueries
from schema.management.queries.people import PeopleQueries
from schema.management.queries.publishing import PublishingQueries
from schema.management.queries.releases import ReleaseQueries
from schema.management.queries.sessions import SessionQueries
from schema.management.queries.sites import SiteQueries
from schema.management.queries.teamwork import TeamworkQueries
from schema.management.queries.transfers import TransferQueries
from schema.management.queries.uploads import UploadQueries
from schema.management.queries.viewer import ViewerQueries
from schema.management.queries.vocabularies import VocabularyQueries
from schema.management.queries.webhooks import WebhookQueries


@strawberry.type
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
