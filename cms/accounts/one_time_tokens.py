"""Tokens that work once and for a time: given to one person, and stored as a hash only."""

import hashlib
import secrets
from datetime import timedelta

from cms.kernel.services import Services
from storage.documents import OneTimeToken
from storage.mongo import Session

LONGEST = 200


def hash_of(token: str) -> str:
    """Of a token with 256 random bits, which needs no salt."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(32)


async def give_token(
    services: Services,
    session: Session,
    purpose: str,
    lasts: timedelta,
    *,
    account: str = "",
    remembered: str = "",
) -> str:
    """A new token. `remembered` is stored sealed until the token is taken."""
    token = new_token()
    hash = hash_of(token)
    sealed = services.vault.seal(purpose, hash, remembered) if remembered else ""
    expires = services.clock() + lasts
    stored = OneTimeToken(id=hash, purpose=purpose, account=account, expires=expires, sealed=sealed)
    await services.repository.one_time_tokens.insert(stored, session)
    return token


async def take_token(services: Services, session: Session, purpose: str, token: str) -> OneTimeToken | None:
    """Uses the token up. None for one that is unknown, used, expired or made for something else."""
    if len(token) > LONGEST:
        return None
    return await services.repository.one_time_tokens.take(hash_of(token), purpose, services.clock(), session)


def remembered_by(services: Services, token: OneTimeToken) -> str | None:
    return services.vault.open(token.purpose, token.id, token.sealed)


async def is_first_time(services: Services, session: Session, purpose: str, id: str, remembered_for: timedelta) -> bool:
    """Whether this was not asked before about `id`: for what follows from an event and must happen once only."""
    if await services.repository.one_time_tokens.is_there(id, session):
        return False
    marker = OneTimeToken(id=id, purpose=purpose, expires=services.clock() + remembered_for)
    await services.repository.one_time_tokens.insert(marker, session)
    return True
