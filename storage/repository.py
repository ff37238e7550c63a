"""Everything that is read and written, put together."""

from copy import copy
from typing import Any

from storage.keyset import Keyset
from storage.mongo import Mongo, Session
from storage.published import Published
from storage.repositories.accounts import Accounts
from storage.repositories.api_tokens import ApiTokens
from storage.repositories.applicants import Applicants
from storage.repositories.application_reviews import ApplicationReviews
from storage.repositories.applications import Applications
from storage.repositories.attempts import AttemptCounts
from storage.repositories.comments import Comments
from storage.repositories.counters import Counters
from storage.repositories.file_hashes import FileHashes
from storage.repositories.history import History
from storage.repositories.identities import Identities
from storage.repositories.imported_objects import ImportedObjects
from storage.repositories.items import Items
from storage.repositories.mails import Mails
from storage.repositories.one_time_tokens import OneTimeTokens
from storage.repositories.outbox import Outbox
from storage.repositories.overrides import Overrides
from storage.repositories.personal_traces import PersonalTraces
from storage.repositories.pinned_forms import PinnedForms
from storage.repositories.presences import Presences
from storage.repositories.previews import Previews
from storage.repositories.purges import Purges
from storage.repositories.recipients import Recipients
from storage.repositories.recurring_jobs import RecurringJobs
from storage.repositories.redirects import Redirects
from storage.repositories.references import References
from storage.repositories.registered_queries import RegisteredQueries
from storage.repositories.releases import Releases
from storage.repositories.second_factors import SecondFactors
from storage.repositories.sessions import Sessions
from storage.repositories.site_content import SiteContent
from storage.repositories.term_moves import TermMoves
from storage.repositories.transfers import Transfers
from storage.repositories.uploads import Uploads
from storage.repositories.webhooks import WebhookDeliveries, Webhooks


class Repository:
    """The reads and writes of every kind of document, over one database."""

    def __init__(self, mongo: Mongo) -> None:
        self.mongo = mongo
        self.items = Items()
        self.history = History()
        self.outbox = Outbox()
        self.purges = Purges(self.outbox)
        mongo.live_changes.recorder = self.purges.note
        self.references = References()
        self.redirects = Redirects()
        self.accounts = Accounts()
        self.account_lists = Keyset(mongo, "accounts")
        self.api_tokens = ApiTokens()
        self.api_token_lists = Keyset(mongo, "api_tokens")
        self.sessions = Sessions()
        self.session_lists = Keyset(mongo, "sessions")
        self.identities = Identities()
        self.imported_objects = ImportedObjects()
        self.second_factors = SecondFactors()
        self.one_time_tokens = OneTimeTokens()
        self.attempts = AttemptCounts(mongo)
        self.mails = Mails()
        self.site_content = SiteContent(mongo)
        self.mail_lists = Keyset(mongo, "mails")
        self.recipients = Recipients()
        self.published = Published(mongo)
        self.registered_queries = RegisteredQueries(mongo)
        self.registered_query_lists = Keyset(mongo, "registered_queries")
        self.releases = Releases()
        self.release_lists = Keyset(mongo, "releases")
        self.item_lists = Keyset(mongo, "items")
        self.webhooks = Webhooks()
        self.webhook_lists = Keyset(mongo, "webhooks")
        self.webhook_deliveries = WebhookDeliveries()
        self.webhook_delivery_lists = Keyset(mongo, "webhook_deliveries")
        self.outbox_lists = Keyset(mongo, "outbox")
        self.version_lists = Keyset(mongo, "versions")
        self.audit_lists = Keyset(mongo, "audit")
        self.reference_lists = Keyset(mongo, "references")
        self.comments = Comments()
        self.comment_lists = Keyset(mongo, "comments")
        self.presences = Presences()
        self.drafts = Published(mongo, "drafts")
        self.previews = Previews()
        self.preview_lists = Keyset(mongo, "previews")
        self.transfers = Transfers()
        self.transfer_lists = Keyset(mongo, "transfers")
        self.uploads = Uploads()
        self.file_hashes = FileHashes(mongo)
        self.recurring_jobs = RecurringJobs()
        self.overrides = Overrides()
        self.override_lists = Keyset(mongo, "site_overrides")
        self.term_moves = TermMoves()
        self.term_move_lists = Keyset(mongo, "term_moves")
        self.redirect_lists = Keyset(mongo, "redirects")
        self.applicants = Applicants()
        self.applications = Applications()
        self.application_lists = Keyset(mongo, "applications")
        self.application_reviews = ApplicationReviews()
        self.pinned_forms = PinnedForms()
        self.counters = Counters(mongo)
        self.personal_traces = PersonalTraces()

    def with_details(self, **details: Any) -> "Repository":
        """The same, with every audit entry that is written through it telling this besides."""
        other = copy(self)
        other.history = History(details)
        return other

    def with_parts(self, *, items: Items, imported_objects: ImportedObjects) -> "Repository":
        """The same over others of these."""
        other = copy(self)
        other.items, other.imported_objects = items, imported_objects
        return other

    async def serialize(self, name: str, session: Session) -> None:
        """Lets one transaction at a time go on that serializes on `name`: the others meet a write conflict and retry.
        Needed where a change follows from reading documents that the transaction does not write."""
        await self.mongo.db["locks"].update_one({"_id": name}, {"$inc": {"turn": 1}}, upsert=True, session=session)
