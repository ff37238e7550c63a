"""The documents of the editing world, as Beanie sees them, one file each with its indexes; `published` is read as raw
dictionaries."""

from beanie import Document

from storage.documents.account import Account
from storage.documents.api_token import ApiToken
from storage.documents.applicant import Applicant, ApplicantSession
from storage.documents.application_review import ApplicationReview
from storage.documents.attempts import Attempts
from storage.documents.audit_entry import AuditEntry
from storage.documents.comment_thread import Comment, CommentThread
from storage.documents.host_application import ApplicationFile, HostApplication, StatusChange, Submitted
from storage.documents.identity import Identity
from storage.documents.imported_object import ImportedObject, Publication
from storage.documents.item import LANGUAGES, GoesAlong, Item, LocaleState, Planned
from storage.documents.mail import Mail
from storage.documents.one_time_token import OneTimeToken
from storage.documents.outbox_event import OutboxEvent
from storage.documents.pinned_form import PinnedForm
from storage.documents.presence import Presence
from storage.documents.preview import Preview
from storage.documents.recurring_job import RecurringJob
from storage.documents.redirect import Redirect
from storage.documents.reference_edge import ReferenceEdge
from storage.documents.registered_query import RegisteredQuery
from storage.documents.release import Release, ReleaseEntry, ReleaseProblem
from storage.documents.second_factor import SecondFactor
from storage.documents.signed_in_session import SignedInSession
from storage.documents.site_override import SiteOverride
from storage.documents.stored import now
from storage.documents.term_move import TermMove
from storage.documents.transfer import Transfer
from storage.documents.upload import Upload
from storage.documents.version import Version
from storage.documents.webhook import Webhook, WebhookDelivery

__all__ = [
    "DOCUMENTS",
    "LANGUAGES",
    "Account",
    "ApiToken",
    "Applicant",
    "ApplicantSession",
    "ApplicationFile",
    "ApplicationReview",
    "Attempts",
    "AuditEntry",
    "Comment",
    "CommentThread",
    "GoesAlong",
    "HostApplication",
    "Identity",
    "ImportedObject",
    "Item",
    "LocaleState",
    "Mail",
    "OneTimeToken",
    "OutboxEvent",
    "PinnedForm",
    "Planned",
    "Presence",
    "Preview",
    "Publication",
    "RecurringJob",
    "Redirect",
    "ReferenceEdge",
    "RegisteredQuery",
    "Release",
    "ReleaseEntry",
    "ReleaseProblem",
    "SecondFactor",
    "SignedInSession",
    "SiteOverride",
    "StatusChange",
    "Submitted",
    "TermMove",
    "Transfer",
    "Upload",
    "Version",
    "Webhook",
    "WebhookDelivery",
    "now",
]

DOCUMENTS: list[type[Document]] = [
    Account,
    ApiToken,
    Applicant,
    ApplicantSession,
    ApplicationReview,
    Attempts,
    AuditEntry,
    CommentThread,
    HostApplication,
    Identity,
    ImportedObject,
    Item,
    Mail,
    OneTimeToken,
    OutboxEvent,
    PinnedForm,
    Presence,
    Preview,
    RecurringJob,
    Redirect,
    ReferenceEdge,
    RegisteredQuery,
    Release,
    SecondFactor,
    SignedInSession,
    SiteOverride,
    TermMove,
    Transfer,
    Upload,
    Version,
    Webhook,
    WebhookDelivery,
]
