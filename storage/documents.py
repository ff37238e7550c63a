"""The documents of the editing world, as Beanie sees them; `published` is read as raw dictionaries."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from beanie import Document
from pydantic import BaseModel, Field

from storage.ids import new_id


def now() -> datetime:
    return datetime.now(UTC)


class Stored(Document):
    """A document with a string for an id, which Beanie declares to be an ObjectId."""

    if TYPE_CHECKING:
        id: Any = None
    else:
        id: str = Field(default_factory=new_id)


class LocaleState(BaseModel):
    """Where one language version of an item stands in the workflow (`cms.workflow`). `version` is the one that is
    live, None when none is; `submitted_by` whoever asked for review. `effective` and `expires` are moments at which
    `scheduled_version` is to become live, and what is live is to go; the worker sees to both."""

    state: str = "private"
    submitted_by: str | None = None
    version: int | None = None
    published_at: datetime | None = None
    effective: datetime | None = None
    scheduled_version: int | None = None
    expires: datetime | None = None


class Item(Stored):
    """An item as editors see it: the draft of all its locales.

    `addresses` is unique over all items: one per place where the item can be found. `origin` names where it was
    imported from, unique where given. `deleted_at`: it lies in the recycle bin.
    For lists: `title_words` holds the folded words of its titles, `stages` where its languages stand: "en", "pending"
    and "pending/en" for each.
    """

    type: str
    site: str
    shared: list[str] = []
    version: int = 1
    data: dict[str, Any] = {}
    slugs: dict[str, str] = {}
    addresses: list[str] = []
    states: dict[str, LocaleState] = {}
    title_words: list[str] = []
    stages: list[str] = []
    origin: str | None = None
    created_at: datetime = Field(default_factory=now)
    created_by: str = ""
    modified_at: datetime = Field(default_factory=now)
    modified_by: str = ""
    deleted_at: datetime | None = None
    deleted_by: str | None = None

    @property
    def locales(self) -> list[str]:
        """The languages that the item has an address or a state in."""
        return sorted({*self.slugs, *self.states})

    def stages_now(self) -> list[str]:
        stages = {locale: self.states.get(locale, LocaleState()).state for locale in self.locales}
        pairs = (f"{state}/{locale}" for locale, state in stages.items())
        return sorted({*stages, *(stages.values() or ["private"]), *pairs})

    class Settings:
        name = "items"
        use_cache = False


class Version(Stored):
    """What an item was after one change."""

    item: str
    version: int
    at: datetime
    by: str
    action: str
    data: dict[str, Any]
    slugs: dict[str, str]

    class Settings:
        name = "versions"


class AuditEntry(Stored):
    """Who did what, when; never changed, never deleted by the CMS."""

    at: datetime
    by: str
    action: str
    item: str | None = None
    type: str | None = None
    site: str | None = None
    locale: str | None = None
    version: int | None = None
    details: dict[str, Any] = {}

    class Settings:
        name = "audit"


class OutboxEvent(Stored):
    """Something that happened, or at `scheduled_for` is to happen, and to which others react. `due_at` moves with each
    failed try."""

    name: str
    at: datetime
    item: str
    type: str
    site: str
    locale: str | None = None
    version: int
    scheduled_for: datetime | None = None
    state: str = "waiting"
    due_at: datetime
    tries: int = 0
    leased_by: str | None = None
    leased_until: datetime | None = None
    error: str | None = None

    class Settings:
        name = "outbox"


class ReferenceEdge(Stored):
    """One reference from an item's field to another item, in the draft or in the live world."""

    source: str
    target: str
    at: str
    world: str

    class Settings:
        name = "references"


class Redirect(Stored):
    """An address that an item had. `_id` is the address; where the item is now is looked up when it is asked for."""

    item: str
    at: datetime

    class Settings:
        name = "redirects"


class Preview(Stored):
    """Leave to see the drafts of one site, for those who have its address; deleted when it expires or is revoked.
    `moment`: as of when, None for now."""

    site: str
    by: str
    created: datetime
    expires: datetime
    moment: datetime | None = None

    class Settings:
        name = "previews"


class Account(Stored):
    """Somebody with an account. Roles: {site key or "*": [role, …]}."""

    email: str
    name: str
    password_hash: str
    roles: dict[str, list[str]] = {}
    is_active: bool = True

    class Settings:
        name = "accounts"


DOCUMENTS: list[type[Document]] = [Item, Version, AuditEntry, OutboxEvent, ReferenceEdge, Redirect, Preview, Account]
