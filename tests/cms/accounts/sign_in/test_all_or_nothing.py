"""A fault at any write of anything that changes how somebody gets in leaves either all of it or nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from pyotp.totp import TOTP

from cms.access.actor import SYSTEM
from cms.accounts.actions.change_password import change_password
from cms.accounts.actions.change_profile import change_profile
from cms.accounts.actions.end_sessions import end_session, end_sessions
from cms.accounts.actions.second_factor import (
    begin_second_factor,
    confirm_second_factor,
    renew_recovery_codes,
    turn_off_second_factor,
)
from cms.accounts.actions.turn_off_second_factor_of import turn_off_second_factor_of
from cms.accounts.invitations import SET_PASSWORD, invite
from cms.accounts.one_time_tokens import give_token
from cms.accounts.people import actor_of
from cms.accounts.sign_in.forgotten_password import mail_reset_link, request_reset, set_password
from cms.accounts.sign_in.oidc_provider import OidcPerson
from cms.accounts.sign_in.second_factor import new_secret, sealed_secret
from cms.accounts.sign_in.sessions import sign_out
from cms.accounts.sign_in.visitor import Visitor
from cms.accounts.sign_in.with_oidc import _enter
from cms.accounts.sign_in.with_password import CHALLENGE, sign_in, sign_in_with_code
from cms.kernel.services import Services
from storage.documents import Account, OutboxEvent, SecondFactor
from storage.mongo import Mongo, Session
from tests.cms.accounts.sign_in.conftest import PASSWORD
from tests.cms.items.test_all_or_nothing import Fault, everything, stopping

NEW = "quite another password"


@dataclass
class Scene:
    """Anna has a session `here`, an authenticator app, one that is not confirmed yet, a challenge and a link."""

    anna: Account
    here: str
    token: str
    code: str
    challenge: str
    link: str
    event: OutboxEvent


@pytest.fixture
async def scene(services: Services, anna: Account, mongo: Mongo) -> Scene:
    entered: Any = await sign_in(services, Visitor(), anna.email, PASSWORD)
    [session] = await mongo.db["sessions"].find({}).to_list(None)
    secret = new_secret()
    sealed = sealed_secret(services, anna.id, secret)

    async def write(session: Session) -> tuple[str, str]:
        await services.repository.second_factors.save(SecondFactor(id=anna.id, secret=sealed, pending=sealed), session)
        given = (("0", CHALLENGE), ("", SET_PASSWORD))
        tokens = [
            await give_token(services, session, purpose, timedelta(hours=1), account=anna.id, remembered=remembered)
            for remembered, purpose in given
        ]
        return tokens[0], tokens[1]

    challenge, link = await services.transact(write)
    await request_reset(services, Visitor(), anna.email)
    [event] = await mongo.db["outbox"].find({"name": "PasswordResetRequested"}).to_list(None)
    code = TOTP(secret).at(services.clock())
    return Scene(anna, session["_id"], entered.token, code, challenge, link, OutboxEvent.model_validate(event))


async def _invite(services: Services, scene: Scene) -> None:
    await services.transact(lambda session: invite(services, session, scene.anna))


async def _begin(services: Services, scene: Scene) -> None:
    await begin_second_factor(services, actor_of(scene.anna), scene.here, PASSWORD)


async def _oidc(services: Services, scene: Scene) -> None:
    person = OidcPerson("https://id.example.org", "new", "new@example.org", "New")
    await _enter(services, Visitor(token=scene.token), person, creates=True)


async def _without_factor(services: Services, scene: Scene) -> None:
    await sign_in(services, Visitor(token=scene.token), scene.anna.email, PASSWORD)


STEPS: dict[str, tuple[int, Callable[[Services, Scene], Awaitable[Any]]]] = {
    "sign in": (3, _without_factor),
    "sign in with a code": (4, lambda d, s: sign_in_with_code(d, Visitor(), s.challenge, s.code)),
    "sign in elsewhere": (5, _oidc),
    "sign out": (2, lambda d, s: sign_out(d, s.token)),
    "be invited": (3, _invite),
    "get a link": (5, lambda d, s: mail_reset_link(d, s.event)),
    "set a password": (5, lambda d, s: set_password(d, Visitor(), s.link, NEW)),
    "change the password": (5, lambda d, s: change_password(d, actor_of(s.anna), s.here, current=PASSWORD, new=NEW)),
    "change the name": (2, lambda d, s: change_profile(d, actor_of(s.anna), s.here, name="New")),
    "end a session": (3, lambda d, s: end_session(d, SYSTEM, s.here)),
    "end all sessions": (3, lambda d, s: end_sessions(d, SYSTEM, None, s.anna.id)),
    "begin a second factor": (3, _begin),
    "turn it on": (3, lambda d, s: confirm_second_factor(d, actor_of(s.anna), s.here, s.code)),
    "renew the codes": (4, lambda d, s: renew_recovery_codes(d, actor_of(s.anna), s.here, s.code)),
    "turn it off": (4, lambda d, s: turn_off_second_factor(d, actor_of(s.anna), s.here, s.code)),
    "turn it off for another": (4, lambda d, s: turn_off_second_factor_of(d, SYSTEM, s.anna.id)),
}
"""{what is done: (steps in its transaction at least, how)}"""


async def state(mongo: Mongo) -> dict[str, Any]:
    """Without the attempts, which are counted apart and before: one that failed for whatever reason stays one."""
    await mongo.db["attempts"].delete_many({})
    await mongo.db["one_time_tokens"].update_many({}, {"$set": {"tries": 0}})
    return await everything(mongo)


@pytest.mark.parametrize("name", STEPS)
async def test_what_is_stopped_after_any_of_its_writes_has_done_nothing(
    name: str, services: Services, mongo: Mongo, scene: Scene
) -> None:
    fewest, step = STEPS[name]
    if step in (_begin, _without_factor):
        await mongo.db["second_factors"].delete_many({})
    before = await state(mongo)
    stopped = 0
    while True:
        counter = [0]
        try:
            await step(stopping(services, stopped + 1, counter), scene)
        except Fault:
            stopped += 1
            assert await state(mongo) == before, f"after write {stopped}"
        else:
            break

    assert stopped == counter[0] >= fewest
    assert await state(mongo) != before
