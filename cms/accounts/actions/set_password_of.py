"""Give somebody another password, on the command line: for whoever cannot get in and gets no mail."""

from cms.access.actor import SYSTEM
from cms.accounts.managed_people import record_person
from cms.accounts.password_rules import password_problems
from cms.accounts.passwords import hash_password
from cms.accounts.sign_in.sessions import end_access
from cms.content.rules.email_address import email_key
from cms.kernel.errors import Invalid, NotFound
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session


async def set_password_of(
    services: Services, email: str, password: str, *, without_second_factor: bool = False
) -> Account:
    """Ends all sessions of this person; `without_second_factor` turns that off too. Raises NotFound, Invalid."""
    known = await services.repository.accounts.by_email(email_key(email))
    about = (known.email, known.name) if known else ()
    if problems := await password_problems("password", password, about=about):
        raise Invalid(problems)
    hash = await hash_password(password)

    async def write(session: Session) -> Account:
        account = await services.repository.accounts.read_by_email(email_key(email), session)
        if account is None:
            raise NotFound(f"Nobody has an account with the address {email[:200]}.")
        await services.repository.accounts.change(account.id, {"password_hash": hash}, session)
        await end_access(services, session, account.id)
        if without_second_factor:
            await services.repository.second_factors.remove(account.id, session)
        await record_person(
            services, SYSTEM, "set_password_of", account, session, second_factor_off=without_second_factor
        )
        return account

    return await services.transact(write)
