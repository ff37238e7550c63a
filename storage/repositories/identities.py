"""Identities at providers of OpenID Connect."""

from storage.documents import Identity
from storage.mongo import Session


class Identities:
    """Identities at providers of OpenID Connect."""

    async def find(self, issuer: str, subject: str, session: Session) -> Identity | None:
        return await Identity.find_one({"issuer": issuer, "subject": subject}, session=session)

    async def of(self, issuer: str, account: str, session: Session) -> Identity | None:
        return await Identity.find_one({"issuer": issuer, "account": account}, session=session)

    async def insert(self, identity: Identity, session: Session) -> None:
        await identity.insert(session=session)
