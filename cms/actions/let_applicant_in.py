"""Give whoever applied an account that may work on the one draft edition, and on nothing else."""

from cms.access import Actor
from cms.actions.managing_people import record_person
from cms.applications.case import Case
from cms.desk import Desk
from cms.invitations import invite
from cms.mail.mail_templates import mail_locale
from storage.documents import Account, Item
from storage.mongo import Session

ROLE = "contributor"
LONGEST_NAME = 160


async def let_applicant_in(desk: Desk, actor: Actor, case: Case, edition: Item, session: Session) -> Account:
    """The account with the verified address of the application; a new one is invited by mail to choose a password."""
    there = await desk.repository.accounts.read_by_email(case.application.email, session)
    roles = {edition.id: [ROLE]}
    if there is not None:
        changes = {"item_roles": {**there.item_roles, **roles}}
        await desk.repository.accounts.change(there.id, changes, session)
        account = there.model_copy(update=changes)
    else:
        account = _new_account(case, roles)
        await desk.repository.accounts.insert(account, session)
        await invite(desk, session, account)
        await record_person(desk, actor, "create_person", account, session, roles={})
    await record_person(desk, actor, "grant_role", account, session, role=ROLE, item=edition.id)
    return account


def _new_account(case: Case, item_roles: dict[str, list[str]]) -> Account:
    application = case.application
    given = case.answers.get("contact_name")
    name = " ".join(given.split())[:LONGEST_NAME] if isinstance(given, str) else ""
    return Account(
        email=application.email,
        name=name or application.email.partition("@")[0],
        locale=mail_locale(application.locale),
        password_hash="",
        item_roles=item_roles,
    )
