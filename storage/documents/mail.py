"""A mail to be sent, or kept for people to read where no mail server is set."""

from datetime import datetime

from pymongo import DESCENDING, IndexModel

from storage.documents.stored import Stored


class Mail(Stored):
    """`template` and `values` give its text in `locale` (`cms.mail`); `sealed` are those of the values that nobody may
    read here, such as links that let somebody in (`cms.mail.mail_values`); `about`: the item it is about.
    State: waiting, sent, kept (no mail server is set) or failed."""

    to: str
    template: str
    locale: str
    values: dict[str, str] = {}
    sealed: dict[str, str] = {}
    about: str | None = None
    queued_at: datetime
    state: str = "waiting"
    sent_at: datetime | None = None
    error: str | None = None

    class Settings:
        name = "mails"
        indexes = [IndexModel([("queued_at", DESCENDING), ("_id", DESCENDING)], name="queued")]
