"""`cms person`: adds people, lists them, and gives them passwords, beside a running CMS or before its first start."""

import getpass
import sys
from collections.abc import Sequence

from rich.console import Console

from cms.access.actor import EVERYWHERE, SYSTEM
from cms.accounts.actions.add_person import add_person
from cms.accounts.actions.set_password_of import set_password_of
from cms.accounts.managed_people import Grant
from cms.accounts.queries.people import PeopleFilter, find_people
from cms.kernel.engines import engines_for
from cms.kernel.errors import Invalid, Problem
from cms.kernel.logs import configure_logs
from cms.kernel.settings import Settings
from cms.opening import open_services
from storage.documents import Account

BATCH = 200


async def run_add(
    settings: Settings, say: Console, email: str, *, name: str, roles: Sequence[str], password: str
) -> None:
    configure_logs(settings.log_format, settings.log_level)
    grants = [grant_of(role) for role in roles]
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        account = await add_person(services, email=email, name=name or email, password=password, grants=grants)
        say.print(f"{account.email} can sign in{_roles(account)}.", markup=False)


async def run_password(
    settings: Settings, say: Console, email: str, *, password: str, without_second_factor: bool
) -> None:
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        account = await set_password_of(services, email, password, without_second_factor=without_second_factor)
        say.print(f"{account.email} has the new password; whoever was signed in as this person is not any more.")


async def run_list(settings: Settings) -> None:
    """One line for each on standard output: address, name, roles, with tabs between."""
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        listing, after = find_people(services, SYSTEM, PeopleFilter()), None
        while page := await listing.page(BATCH, after):
            for document in page:
                sys.stdout.write(_line(Account.model_validate(document)))
            after = listing.key(page[-1])


def grant_of(text: str) -> Grant:
    """`editor@nca` is a role on a site, `editor` one on all. Raises Invalid."""
    role, at, site = text.partition("@")
    if not role or (at and not site):
        raise Invalid([Problem("role", "NOT_A_ROLE", "Write a role like administrator, or editor@nca for one site.")])
    return site or EVERYWHERE, role


def read_password() -> str:
    """Asked for twice without showing it; from a pipe its first line. Raises Invalid where both differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != password:
        raise Invalid([Problem("password", "DIFFERENT", "These are two different passwords; try again.")])
    return password


def _line(account: Account) -> str:
    state = "service" if account.is_service else "active" if account.is_active else "closed"
    return "\t".join([account.email, account.name, state, " ".join(_role_names(account))]) + "\n"


def _roles(account: Account) -> str:
    return f" with {', '.join(_role_names(account))}" if account.roles else ", without any role yet"


def _role_names(account: Account) -> list[str]:
    return [
        role if site == EVERYWHERE else f"{role}@{site}"
        for site, roles in sorted(account.roles.items())
        for role in roles
    ]
