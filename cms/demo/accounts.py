"""People who can sign in to the demo.

Nobody chooses their passwords and nothing keeps them: each follows from the secret key of this installation and the
address, so that this installation can print them at every start and nobody else can guess them, wherever it listens.
"""

import asyncio
import base64
import hashlib
import hmac
from dataclasses import dataclass, field

from cms.accounts.passwords import verify_password
from cms.accounts.people import create_account
from cms.kernel.services import Services
from storage.documents import Account

CHARACTERS = 16
CHANGED = "(made with another secret key)"


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """`role` as people call it; `password` is CHANGED where it cannot be told any more."""

    role: str
    email: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Person:
    role: str
    email: str
    name: str
    roles: dict[str, list[str]]


PEOPLE = (
    _Person("Administrator", "admin@example.org", "Alex Admin (demo)", {"*": ["administrator"]}),
    _Person("Editor of both sites", "editor@example.org", "Eva Editor (demo)", {"eccp": ["editor"], "nca": ["editor"]}),
    _Person("Editor of nca", "editor-nca@example.org", "Ema Redaktorka (demo)", {"nca": ["editor"]}),
    _Person("Reviewer", "reviewer@example.org", "Rita Reviewer (demo)", {"eccp": ["reviewer"], "nca": ["reviewer"]}),
    _Person("Call manager", "calls@example.org", "Clara Calls (demo)", {"eccp": ["call_manager"]}),
    _Person("Call reviewer", "reviewer-1@example.org", "Karel Kritik (demo)", {"eccp": ["call_reviewer"]}),
    _Person("Call reviewer", "reviewer-2@example.org", "Radka Rozvážná (demo)", {"eccp": ["call_reviewer"]}),
    _Person("Decision maker", "decisions@example.org", "Dana Decides (demo)", {"eccp": ["decision_maker"]}),
)


async def place_accounts(services: Services, secret_key: str) -> list[DemoLogin]:
    """Creates those that are missing; an account that is there is left as it is.

    Whether the passwords are still those of this key is tried with the first account only: a trial takes as long as a
    sign-in does, and they all follow from one key.
    """
    accounts = [await services.repository.accounts.by_email(person.email) for person in PEOPLE]
    is_our_key = accounts[0] is None or await _has_our_password(accounts[0], secret_key)
    missing = [person for person, account in zip(PEOPLE, accounts, strict=True) if account is None]
    await asyncio.gather(*(_create(services, person, secret_key) for person in missing))
    return [
        DemoLogin(person.role, person.email, demo_password(secret_key, person.email))
        if is_our_key or person in missing
        else DemoLogin(person.role, person.email, CHANGED)
        for person in PEOPLE
    ]


async def _has_our_password(account: Account, secret_key: str) -> bool:
    return await verify_password(account.password_hash, demo_password(secret_key, account.email))


async def _create(services: Services, person: _Person, secret_key: str) -> None:
    password = demo_password(secret_key, person.email)
    await create_account(services, email=person.email, name=person.name, password=password, roles=person.roles)


def demo_password(secret_key: str, email: str) -> str:
    """16 small letters and digits in groups of four, 80 bits."""
    digest = hmac.digest(secret_key.encode(), f"demo password of {email}".encode(), hashlib.sha256)
    letters = base64.b32encode(digest).decode().lower()[:CHARACTERS]
    return "-".join(letters[start : start + 4] for start in range(0, CHARACTERS, 4))
