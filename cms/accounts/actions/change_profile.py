"""Change one's own name and language, and whether one gets notifications."""

from cms.access.actor import Actor
from cms.accounts.sign_in.own_account import own_account
from cms.accounts.sign_in.record import record_sign_in
from cms.content.fields import Report, Text
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from cms.mail.mail_templates import LOCALES
from storage.documents import Account
from storage.mongo import Session

LONGEST_NAME = 200


async def change_profile(
    services: Services,
    actor: Actor,
    here: str | None,
    *,
    name: str | None = None,
    locale: str | None = None,
    notifications: bool | None = None,
) -> Account:
    """What is None stays. `here`: the id of the session that asks. Raises NotPermitted, Invalid."""
    account = await own_account(services, actor, here)
    changes = {
        **({} if name is None else {"name": clean_name(name)}),
        **({} if locale is None else {"locale": known_locale(locale)}),
        **({} if notifications is None else {"notifications": notifications}),
    }

    async def write(session: Session) -> None:
        if changes:
            await services.repository.accounts.change(account.id, changes, session)
            await record_sign_in(services, session, "profile_changed", account.id, fields=sorted(changes))

    await services.transact(write)
    return account.model_copy(update=changes)


def clean_name(name: str) -> str:
    """Raises Invalid."""
    report = Report()
    cleaned = Text().clean_value(name, "name", report) or ""
    if not cleaned or len(cleaned) > LONGEST_NAME:
        raise Invalid([Problem("name", "WRONG_LENGTH", f"Give a name with at most {LONGEST_NAME} characters.")])
    return cleaned


def known_locale(locale: str) -> str:
    """Raises Invalid."""
    if locale not in LOCALES:
        raise Invalid([Problem("locale", "UNKNOWN_LOCALE", f"Choose one of {', '.join(LOCALES)}.")])
    return locale
