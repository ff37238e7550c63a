"""Give whoever applied an account that may work on the one draft edition, and on nothing else."""

from cms.access.actor import Actor
from cms.accounts.invitations import password_page
from cms.accounts.managed_people import record_person
from cms.applications.case import Case
from cms.applications.decision_mail import chosen_values
from cms.kernel.services import Services
from cms.mail.mail_templates import mail_locale
from storage.documents import Account, Item
from storage.mongo import Session

ROLE = "contributor"
LONGEST_NAME = 160


async def let_applicant_in(services: Services, actor: Actor, case: Case, edition: Item, session: Session) -> Account:
    """The account with the verified address of the application; one without a password gets its link in the mail that
    tells of the decision."""
    there = await services.repository.accounts.read_by_email(case.application.email, session)
    roles = {edition.id: [ROLE]}
    if there is not None:
        changes = {"item_roles": {**there.item_roles, **roles}}
        await services.repository.accounts.change(there.id, changes, session)
        account = there.model_copy(update=changes)
    else:
        account = _new_account(case, roles)
        await services.repository.accounts.insert(account, session)
        await record_person(services, actor, "create_person", account, session, roles={})
    await record_person(services, actor, "grant_role", account, session, role=ROLE, item=edition.id)
    return account


async def acceptance_values(services: Services, case: Case) -> dict[str, str]:
    """What the mail of an acceptance would say now, before there is a draft. Raises Unavailable."""
    is_new = needs_password(await services.repository.accounts.by_email(case.application.email))
    draft = f"{services.base_url}/admin/"
    values = chosen_values(case, draft=draft, sets_password=is_new)
    return {**values, "link": password_page(services) if is_new else draft}


def needs_password(account: Account | None) -> bool:
    return account is None or (account.is_active and not account.password_hash)


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
