"""Mutations about how people get in: their own profile, password, sessions and second factor, and those of others."""

from typing import Any

from pyotp.totp import TOTP

from cms.accounts.sign_in.second_factor import new_secret, sealed_secret
from cms.accounts.sign_in.sessions import begin_session
from cms.accounts.sign_in.visitor import Visitor
from storage.conditions import equal
from storage.documents import Account, SecondFactor
from storage.keyset import Order
from storage.mongo import Session
from tests.schema.management.roles import PASSWORD, Row, Stage

NEWEST = Order("created")


async def nothing(stage: Stage) -> dict[str, Any]:
    return {"name": "Another name", "locale": "cs"}


async def password(stage: Stage) -> dict[str, Any]:
    return {"current": PASSWORD, "new": "quite another password"}


async def password_again(stage: Stage) -> dict[str, Any]:
    return {"password": PASSWORD}


async def session_of(stage: Stage, account: Account) -> str:
    async def begin(session: Session) -> str:
        await begin_session(stage.services, session, account, Visitor(), "password")
        return account.id

    await stage.services.transact(begin)
    newest = await stage.services.repository.session_lists.page(equal({"account": account.id}), NEWEST, 1)
    return newest[0]["_id"]


async def own_session(stage: Stage) -> dict[str, Any]:
    return {"id": await session_of(stage, stage.somebody)}


async def own_sessions(stage: Stage) -> dict[str, Any]:
    await session_of(stage, stage.somebody)
    return {}


async def factor_of(stage: Stage, account: str, *, is_on: bool) -> dict[str, Any]:
    secret = new_secret()
    sealed = sealed_secret(stage.services, account, secret)
    factor = SecondFactor(id=account, secret=sealed) if is_on else SecondFactor(id=account, pending=sealed)
    await stage.services.transact(lambda session: stage.services.repository.second_factors.save(factor, session))
    return {"code": TOTP(secret).at(stage.services.clock())}


async def begun(stage: Stage) -> dict[str, Any]:
    return await factor_of(stage, stage.somebody.id, is_on=False)


async def enabled(stage: Stage) -> dict[str, Any]:
    return await factor_of(stage, stage.somebody.id, is_on=True)


async def enabled_by_another(stage: Stage) -> dict[str, Any]:
    another = Account(email="another@example.org", name="Another", password_hash="")
    await stage.services.transact(lambda session: stage.services.repository.accounts.insert(another, session))
    await factor_of(stage, another.id, is_on=True)
    return {"account": another.id}


ROWS = {
    "changeProfile": Row(None, nothing),
    "changePassword": Row(None, password),
    "endSession": Row(None, own_session, hidden=True),
    "endSessions": Row(None, own_sessions, hidden=True),
    "beginSecondFactor": Row(None, password_again),
    "confirmSecondFactor": Row(None, begun),
    "renewRecoveryCodes": Row(None, enabled),
    "turnOffSecondFactor": Row(None, enabled),
    "turnOffSecondFactorOf": Row("manage_people", enabled_by_another, site="*", unseen="NOT_PERMITTED"),
}
