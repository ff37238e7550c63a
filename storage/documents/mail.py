"""A mail to be sent, or kept for people to read where no mail server is set."""

from datetime import datetime

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by

KEPT_SECONDS = 90 * 24 * 3600
"""How long a mail stays, whatever became of it."""


class Mail(Stored):
    """`template` and `values` give its text in `locale` (`cms.mail`); `sealed` are those of the values that nobody may
    read here, such as links that let somebody in (`cms.mail.mail_values`), none once the mail is sent; `about`: the
    item or application it is about; `site`: the key of the site in whose name it is sent; `reply_to`: who gets
    the answers, the sender without it; `attach`: what comes with it (`cms.applications.mail_attachments`).
    State: waiting, sent, kept (no mail server is set) or failed. `tries` have gone wrong so far, the last with `error`;
    `next_at`: not before then comes the next one."""

    to: str
    template: str
    locale: str
    values: dict[str, str] = {}
    sealed: dict[str, str] = {}
    about: str | None = None
    site: str | None = None
    reply_to: str | None = None
    attach: str | None = None
    queued_at: datetime
    state: str = "waiting"
    tries: int = 0
    next_at: datetime | None = None
    sent_at: datetime | None = None
    error: str | None = None

    class Settings:
        name = "mails"
        indexes = [
            IndexModel([("queued_at", DESCENDING), ("_id", DESCENDING)], name="queued"),
            newest_by("state", "queued_at"),
            newest_by("site", "queued_at"),
            IndexModel([("queued_at", ASCENDING)], name="kept", expireAfterSeconds=KEPT_SECONDS),
        ]
