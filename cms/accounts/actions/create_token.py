"""Give out a token with which a program uses the management API: one's own, or one of a service."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cms.access.action import action
from cms.access.actor import TOKEN_RIGHTS, Actor
from cms.accounts.api_tokens import LONGEST_LIFE, new_api_token
from cms.accounts.managed_people import RIGHT
from cms.accounts.one_time_tokens import hash_of
from cms.accounts.sign_in.own_account import own_account
from cms.accounts.token_change import NewTokenChange
from cms.content.sites import require_site
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import ApiToken

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
    stored = await store_token(services, actor, account, hash_of(secret), name, wanted, expires, site)
    return NewToken(stored, secret)


@action(right=RIGHT, records="create_token")
async def store_token(
    change: NewTokenChange,
    account: str | None,
    token_hash: str,
    name: str,
    scopes: list[str],
    expires: datetime,
    site: str | None,
) -> ApiToken:
    """Raises NotPermitted, NotFound, Invalid (site, too many)."""
    owner, tokens = change.owner.id, change.repository.api_tokens
    if site is not None:
        await require_site(change.repository, site, change.session)
    await change.repository.serialize(f"api_tokens/{owner}", change.session)
    if await tokens.count(owner, change.now, change.session) >= MAX_PER_ACCOUNT:
        raise Invalid([Problem("", "TOO_MANY", f"There are {MAX_PER_ACCOUNT} tokens already; revoke one first.")])
    token = ApiToken(
        token_hash=token_hash,
        account=owner,
        name=name,
        scopes=scopes,
        site=site,
        created_at=change.now,
        created_by=change.actor.id,
        expires=expires,
    )
    await tokens.insert(token, change.session)
    change.tell(account=owner, name=name, scopes=scopes, site=site, api_token=token.id)
    return token


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
