"""Mutations about people, their roles, and tokens of programs."""

from datetime import timedelta
from typing import Any

from cms.access.actor import SYSTEM
from cms.accounts.actions.create_service import create_service
from cms.accounts.actions.create_token import create_token
from cms.accounts.actions.deactivate_person import deactivate_person
from cms.accounts.people import actor_of
from storage.documents import Account
from tests.schema.management.roles import HERE, Row, Stage


async def olga(stage: Stage, **given: Any) -> Account:
    """A reviewer of eccp, whom its administrators manage."""
    usual: dict[str, Any] = {"roles": {"eccp": ["reviewer"]}, "password_hash": ""}
    account = Account(email="olga@example.org", name="Olga", **{**usual, **given})
    await stage.services.transact(lambda session: stage.services.repository.accounts.insert(account, session))
    return account


async def new_person(stage: Stage) -> dict[str, Any]:
    roles = [{"site": "eccp", "role": "contributor"}]
    return {"email": "nina@example.org", "name": "Nina", "locale": "bg", "roles": roles}


async def new_service(stage: Stage) -> dict[str, Any]:
    return {"name": "Newsletter", "roles": [{"site": "eccp", "role": "call_reviewer"}]}


async def invited(stage: Stage) -> dict[str, Any]:
    return {"id": (await olga(stage)).id}


async def changed(stage: Stage) -> dict[str, Any]:
    return {"id": (await olga(stage)).id, "name": "Olga Nová", "email": "nova@example.org"}


async def deactivated(stage: Stage) -> dict[str, Any]:
    account = await olga(stage)
    await deactivate_person(stage.services, SYSTEM, account.id)
    return {"id": account.id}


async def new_role(stage: Stage) -> dict[str, Any]:
    return {"person": (await olga(stage)).id, "site": "eccp", "role": "editor"}


async def old_role(stage: Stage) -> dict[str, Any]:
    return {"person": (await olga(stage)).id, "site": "eccp", "role": "reviewer"}


async def new_token(stage: Stage) -> dict[str, Any]:
    return {"name": "script", "scopes": ["read"], "expires": (stage.services.clock() + timedelta(days=30)).isoformat()}


async def token_of_service(stage: Stage) -> dict[str, Any]:
    services = stage.services
    service = await create_service(services, SYSTEM, name="Newsletter")
    return {**await new_token(stage), "service": service.id}


async def own_token(stage: Stage) -> dict[str, Any]:
    expires = stage.services.clock() + timedelta(days=30)
    me = actor_of(stage.somebody)
    made = await create_token(stage.services, me, HERE, name="script", scopes=["read"], expires=expires)
    return {"id": made.token.id}


ROWS = {
    "createPerson": Row("manage_people", new_person, unseen="NOT_PERMITTED"),
    "createService": Row("manage_people", new_service, site="*", unseen="NOT_PERMITTED"),
    "invitePerson": Row("manage_people", invited, hidden=True),
    "updatePerson": Row("manage_people", changed, hidden=True),
    "deactivatePerson": Row("manage_people", invited, hidden=True),
    "reactivatePerson": Row("manage_people", deactivated, hidden=True),
    "grantRole": Row("manage_people", new_role, unseen="NOT_PERMITTED"),
    "revokeRole": Row("manage_people", old_role, unseen="NOT_PERMITTED"),
    "createToken": Row(None, new_token),
    "revokeToken": Row(None, own_token),
}
