"""A fault at any write about people or tokens leaves all of the action or nothing of it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.accounts.actions.add_person import add_person
from cms.accounts.actions.create_person import create_person
from cms.accounts.actions.create_service import create_service
from cms.accounts.actions.create_token import create_token
from cms.accounts.actions.deactivate_person import deactivate_person, reactivate_person
from cms.accounts.actions.grant_role import RoleScope, grant_role, revoke_role
from cms.accounts.actions.invite_person import invite_person
from cms.accounts.actions.revoke_token import revoke_token
from cms.accounts.actions.set_password_of import set_password_of
from cms.accounts.actions.update_person import update_person
from cms.accounts.people import actor_of
from cms.kernel.services import Services
from storage.documents import Account, ApiToken
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write

ADMINISTRATOR = {"*": ["administrator"]}
PASSWORD = "correct horse battery"


async def account(services: Services, name: str, **given: Any) -> Account:
    made = Account(email=f"{name}@example.org", name=name, **{"password_hash": "", "roles": ADMINISTRATOR, **given})
    await services.transact(lambda session: services.repository.accounts.insert(made, session))
    return made


async def token_of(services: Services, owner: Account) -> ApiToken:
    expires = services.clock() + timedelta(days=1)
    made = await create_token(services, actor_of(owner), "here", name="script", scopes=["read"], expires=expires)
    return made.token


async def make_token(services: Services, anna: Account, closed: Account) -> None:
    await token_of(services, anna)


ACTIONS: dict[str, tuple[Callable[[Services, Account, Account], Awaitable[Any]], int]] = {
    "create": (lambda services, anna, _: create_person(services, SYSTEM, email="new@example.org", name="N"), 3),
    "service": (lambda services, anna, _: create_service(services, SYSTEM, name="N"), 2),
    "invite": (lambda services, anna, _: invite_person(services, SYSTEM, anna.id), 3),
    "update": (lambda services, anna, _: update_person(services, SYSTEM, anna.id, name="N", email="n@example.org"), 4),
    "grant": (lambda services, anna, _: grant_role(services, SYSTEM, "editor", RoleScope("*"), account=anna.id), 2),
    "revoke": (lambda services, anna, _: revoke_role(services, SYSTEM, "administrator", RoleScope("*"), anna.id), 3),
    "deactivate": (lambda services, anna, _: deactivate_person(services, SYSTEM, anna.id), 5),
    "reactivate": (lambda services, _, closed: reactivate_person(services, SYSTEM, closed.id), 2),
    "create token": (make_token, 3),
    "add": (
        lambda services, anna, _: add_person(services, email="n@example.org", name="N", password=PASSWORD, grants=[]),
        2,
    ),
    "password": (
        lambda services, anna, _: set_password_of(services, anna.email, PASSWORD, without_second_factor=True),
        4,
    ),
}
"""{name: (the action, how many writes it has at least)}"""


@pytest.mark.parametrize("name", ACTIONS)
async def test_what_is_done_about_people_is_done_wholly_or_not_at_all(
    services: Services, mongo: Mongo, name: str
) -> None:
    anna, closed = await account(services, "anna"), await account(services, "closed", is_active=False)
    await account(services, "boris")
    await token_of(services, anna)
    action, writes = ACTIONS[name]

    assert await stopped_after_each_write(services, mongo, lambda stopping: action(stopping, anna, closed)) >= writes


async def test_a_token_is_revoked_wholly_or_not_at_all(services: Services, mongo: Mongo) -> None:
    token = await token_of(services, await account(services, "anna"))

    assert (
        await stopped_after_each_write(services, mongo, lambda stopping: revoke_token(stopping, SYSTEM, token.id)) >= 2
    )
