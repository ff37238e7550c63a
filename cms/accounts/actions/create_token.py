"""Give out a token with which a program uses the management API: one's own, or one of a service."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cms.access.actor import EVERYWHERE, TOKEN_RIGHTS, Actor
from cms.accounts.api_tokens import LONGEST_LIFE, new_api_token
from cms.accounts.one_time_tokens import hash_of
from cms.accounts.sign_in.own_account import own_account
from cms.accounts.sign_in.record import record_sign_in
from cms.content.sites import require_site
from cms.kernel.errors import Invalid, NotFound, NotPermitted, Problem
from cms.kernel.services import Services
from storage.documents import Account, ApiToken
from storage.mongo import Session

LONGEST_NAME = 80
MAX_PER_ACCOUNT = 50


@dataclass(frozen=True, slots=True)
class NewToken:
    """`secret` is shown this once; nothing here knows it afterwards."""

    token: ApiToken
    secret: str = field(repr=False)


async def create_token(
    services: Services,
    actor: Actor,
    here: str | None,
    *,
    name: str,
    scopes: Sequence[str],
    expires: datetime,
    site: str | None = None,
    account: str | None = None,
) -> NewToken:
    """`here`: the id of the session that asks. `scopes`: rights that it may use of those that its owner has at that
    moment, on `site` or, where that is None, wherever the owner has them. `account`: the service that will own it.

    Raises NotPermitted (by a token; for a service without `manage_people` on all sites), NotFound (no such service),
    Invalid.
    """
    await own_account(services, actor, here)
    name, wanted = name.strip(), sorted(set(scopes))
    _check(services, name, wanted, expires)
    secret = new_api_token()

    async def write(session: Session) -> NewToken:
        owner = await _owner(services, actor, account, session)
        if site is not None:
            await require_site(services.repository, site, session)
        await services.repository.serialize(f"api_tokens/{owner.id}", session)
        if await services.repository.api_tokens.count(owner.id, services.clock(), session) >= MAX_PER_ACCOUNT:
            raise Invalid([Problem("", "TOO_MANY", f"There are {MAX_PER_ACCOUNT} tokens already; revoke one first.")])
        token = ApiToken(
            token_hash=hash_of(secret),
            account=owner.id,
            name=name,
            scopes=wanted,
            site=site,
            created_at=services.clock(),
            created_by=actor.id,
            expires=expires,
        )
        await services.repository.api_tokens.insert(token, session)
        details = {"account": owner.id, "name": name, "scopes": wanted, "site": site, "api_token": token.id}
        await record_sign_in(services, session, "create_token", actor.id, **details)
        return NewToken(token, secret)

    return await services.transact(write)


def _check(services: Services, name: str, scopes: Sequence[str], expires: datetime) -> None:
    problems: list[Problem] = []
    if not name.isprintable() or not 0 < len(name) <= LONGEST_NAME:
        text = f"Say in at most {LONGEST_NAME} characters what it is for."
        problems.append(Problem("name", "WRONG_LENGTH", text))
    known = ", ".join(sorted(TOKEN_RIGHTS))
    if not scopes:
        problems.append(Problem("scopes", "REQUIRED", f"Choose at least one of {known}."))
    problems += [
        Problem("scopes", "UNKNOWN_SCOPE", f"No token may {scope[:50]}; known: {known}.")
        for scope in scopes
        if scope not in TOKEN_RIGHTS
    ]
    if expires.tzinfo is None or not services.clock() < expires <= services.clock() + LONGEST_LIFE:
        text = f"Choose a moment, with its time zone, within the next {LONGEST_LIFE.days} days."
        problems.append(Problem("expires", "OUT_OF_RANGE", text))
    if problems:
        raise Invalid(problems)


async def _owner(services: Services, actor: Actor, account: str | None, session: Session) -> Account:
    """Nobody gets a token of another person: what is done with it would be recorded as done by that one."""
    if account is not None and account != actor.id and not actor.may("manage_people", EVERYWHERE):
        raise NotPermitted("Only administrators of all sites make tokens of services.")
    owner = await services.repository.accounts.read(account or actor.id, session)
    if owner is None or (owner.id != actor.id and not owner.is_service):
        raise NotFound(f"There is no service {account}.")
    return owner
