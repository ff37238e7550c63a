"""Tokens with which programs use the management API: found by their hash, and never worth more than their owner."""

from datetime import timedelta

from cms.access.actor import EVERYWHERE, Actor
from cms.accounts.holders import active_account
from cms.accounts.one_time_tokens import hash_of, new_token
from cms.accounts.people import actor_of
from cms.kernel.services import Services
from storage.documents import Account, ApiToken

PREFIX = "cms_"
LENGTH = len(PREFIX) + len(new_token())
LONGEST_LIFE = timedelta(days=365)
TOUCHED_EVERY = timedelta(minutes=1)


def new_api_token() -> str:
    """With 256 random bits, and a beginning by which leaked ones are found in texts."""
    return f"{PREFIX}{new_token()}"


async def find_api_token(services: Services, token: str) -> tuple[ApiToken, Account] | None:
    """The token and its owner, by two indexed reads; that it was used is written once a minute at most. None where it
    is unknown or expired, or its owner's account closed. Raises Unavailable."""
    if len(token) != LENGTH or not token.startswith(PREFIX):
        return None
    now = services.clock()
    found = await services.repository.api_tokens.by_hash(hash_of(token), now)
    owner = await active_account(services, found.account) if found else None
    if found is None or owner is None:
        return None
    if found.used_at is None or now - found.used_at >= TOUCHED_EVERY:
        await services.repository.api_tokens.touch(found.id, now, now - TOUCHED_EVERY)
    return found, owner


def actor_by_token(token: ApiToken, owner: Account) -> Actor:
    """The owner with the roles of this moment, limited to what the token is for. One for a single site reaches nothing
    by roles on single items, which may be of other sites."""
    whole = actor_of(owner)
    if token.site is None:
        return Actor(owner.id, owner.name, whole.roles, whole.item_roles, frozenset(token.scopes))
    here = whole.roles.get(EVERYWHERE, frozenset()) | whole.roles.get(token.site, frozenset())
    return Actor(owner.id, owner.name, {token.site: here}, only=frozenset(token.scopes))
