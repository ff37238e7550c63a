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
from cms.accounts.actions.grant_role import Place, grant_role, revoke_role
from cms.accounts.actions.invite_person import invite_person
from cms.accounts.actions.revoke_token import revoke_token
from cms.accounts.actions.set_password_of import set_password_of
from cms.accounts.actions.update_person import update_person
from cms.accounts.people import actor_of
from cms.kernel.desk import Desk
from storage.documents import Account, ApiToken
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write

ADMINISTRATOR = {"*": ["administrator"]}
PASSWORD = "correct horse battery"


async def account(desk: Desk, name: str, **given: Any) -> Account:
    made = Account(email=f"{name}@example.org", name=name, **{"password_hash": "", "roles": ADMINISTRATOR, **given})
    await desk.transact(lambda session: desk.repository.accounts.insert(made, session))
    return made


async def token_of(desk: Desk, owner: Account) -> ApiToken:
    expires = desk.clock() + timedelta(days=1)
    made = await create_token(desk, actor_of(owner), "here", name="script", scopes=["read"], expires=expires)
    return made.token


async def make_token(desk: Desk, anna: Account, closed: Account) -> None:
    await token_of(desk, anna)


ACTIONS: dict[str, tuple[Callable[[Desk, Account, Account], Awaitable[Any]], int]] = {
    "create": (lambda desk, anna, _: create_person(desk, SYSTEM, email="new@example.org", name="N"), 3),
    "service": (lambda desk, anna, _: create_service(desk, SYSTEM, name="N"), 2),
    "invite": (lambda desk, anna, _: invite_person(desk, SYSTEM, anna.id), 3),
    "update": (lambda desk, anna, _: update_person(desk, SYSTEM, anna.id, name="N", email="n@example.org"), 4),
    "grant": (lambda desk, anna, _: grant_role(desk, SYSTEM, "editor", Place("*"), account=anna.id), 2),
    "revoke": (lambda desk, anna, _: revoke_role(desk, SYSTEM, "administrator", Place("*"), anna.id), 3),
    "deactivate": (lambda desk, anna, _: deactivate_person(desk, SYSTEM, anna.id), 5),
    "reactivate": (lambda desk, _, closed: reactivate_person(desk, SYSTEM, closed.id), 2),
    "create token": (make_token, 3),
    "add": (lambda desk, anna, _: add_person(desk, email="n@example.org", name="N", password=PASSWORD, grants=[]), 2),
    "password": (lambda desk, anna, _: set_password_of(desk, anna.email, PASSWORD, without_second_factor=True), 4),
}
"""{name: (the action, how many writes it has at least)}"""


@pytest.mark.parametrize("name", ACTIONS)
async def test_what_is_done_about_people_is_done_wholly_or_not_at_all(desk: Desk, mongo: Mongo, name: str) -> None:
    anna, closed = await account(desk, "anna"), await account(desk, "closed", is_active=False)
    await account(desk, "boris")
    await token_of(desk, anna)
    action, writes = ACTIONS[name]

    assert await stopped_after_each_write(desk, mongo, lambda stopping: action(stopping, anna, closed)) >= writes


async def test_a_token_is_revoked_wholly_or_not_at_all(desk: Desk, mongo: Mongo) -> None:
    token = await token_of(desk, await account(desk, "anna"))

    assert await stopped_after_each_write(desk, mongo, lambda stopping: revoke_token(stopping, SYSTEM, token.id)) >= 2
