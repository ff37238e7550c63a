"""Mutations about registered queries."""

from typing import Any

from cms.access.actor import SYSTEM
from cms.persisted_queries.actions.register_queries import register_queries
from cms.persisted_queries.registration import Registration
from tests.schema.management.roles import Row, Stage

RIGHT = "register_queries"


async def document(stage: Stage) -> dict[str, Any]:
    return {"site": "eccp", "documents": [{"name": "Name", "text": '{ site(key: "eccp") { name } }'}]}


async def registered(stage: Stage) -> dict[str, Any]:
    query = Registration("Name", '{ site(key: "eccp") { key } }')
    await register_queries(stage.services, SYSTEM, site="eccp", documents=[query])
    return {"site": "eccp", "hashes": [query.hash]}


ROWS = {
    "registerQueries": Row(RIGHT, document, unseen="NOT_PERMITTED"),
    "removeRegisteredQueries": Row(RIGHT, registered, unseen="NOT_PERMITTED"),
}
