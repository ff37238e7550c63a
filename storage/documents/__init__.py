"""The documents of the editing world, as Beanie sees them, one file each with its indexes; `published` is read as raw
dictionaries."""

from beanie import Document

from storage.documents.account import Account
from storage.documents.audit_entry import AuditEntry
from storage.documents.item import Item, LocaleState
from storage.documents.mail import Mail
from storage.documents.outbox_event import OutboxEvent
from storage.documents.preview import Preview
from storage.documents.redirect import Redirect
from storage.documents.reference_edge import ReferenceEdge
from storage.documents.stored import now
from storage.documents.version import Version

__all__ = [
    "DOCUMENTS",
    "Account",
    "AuditEntry",
    "Item",
    "LocaleState",
    "Mail",
    "OutboxEvent",
    "Preview",
    "Redirect",
    "ReferenceEdge",
    "Version",
    "now",
]

DOCUMENTS: list[type[Document]] = [
    Account,
    AuditEntry,
    Item,
    Mail,
    OutboxEvent,
    Preview,
    Redirect,
    ReferenceEdge,
    Version,
]
