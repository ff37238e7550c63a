"""The audit trail of people getting in and out; it never holds passwords, codes, tokens or addresses of strangers."""

from typing import Any

from cms.access.actor import ANONYMOUS
from cms.access.record import Subject, record
from cms.kernel.services import Services
from storage.mongo import Session


async def record_sign_in(
    services: Services, session: Session, action: str, account: str | None, /, **details: Any
) -> None:
    """`account`: whose, None where nobody knows."""
    await record(services, account or ANONYMOUS.id, action, Subject(), session, details)


async def record_failure(services: Services, account: str | None, reason: str, network: str) -> None:
    async def write(session: Session) -> None:
        await record_sign_in(services, session, "sign_in_failed", account, reason=reason, network=network)

    await services.transact(write)
