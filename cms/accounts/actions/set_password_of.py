"""Give somebody another password, on the command line: for whoever cannot get in and gets no mail."""

from cms.access.action import action
from cms.access.actor import SYSTEM
from cms.accounts.account_change import AnyAccountChange
from cms.accounts.managed_people import RIGHT
from cms.accounts.password_rules import password_problems
from cms.accounts.passwords import hash_password
from cms.accounts.sign_in.sessions import end_access
from cms.content.rules.email_address import email_key
from cms.kernel.errors import Invalid, NotFound
from cms.kernel.services import Services
from storage.documents import Account


async def set_password_of(
    services: Services, email: str, password: str, *, without_second_factor: bool = False
) -> Account:
    """Ends all sessions of this person; `without_second_factor` turns that off too. Raises NotFound, Invalid."""
    known = await services.repository.accounts.by_email(email_key(email))
    about = (known.email, known.name) if known else ()
    if problems := await password_problems("password", password, about=about):
        raise Invalid(problems)
    return await store_password(services, SYSTEM, email, await hash_password(password), without_second_factor)


@action(right=RIGHT, records="set_password_of")
async def store_password(
    change: AnyAccountChange, email: str, password_hash: str, without_second_factor: bool
) -> Account:
    """Raises NotFound."""
    account = await change.repository.accounts.read_by_email(email_key(email), change.session)
    if account is None:
        raise NotFound(f"Nobody has an account with the address {email[:200]}.")
    await change.repository.accounts.change(account.id, {"password_hash": password_hash}, change.session)
    await end_access(change.services, change.session, account.id)
    if without_second_factor:
        await change.repository.second_factors.remove(account.id, change.session)
    change.account = account
    change.tell(second_factor_off=without_second_factor)
    return account
