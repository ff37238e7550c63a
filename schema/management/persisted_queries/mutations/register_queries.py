"""Register the documents that a site's pages ask."""

from typing import Optional

import strawberry

from cms.persisted_queries.actions.register_queries import register_queries as register
from cms.persisted_queries.registration import (
    LONGEST_NAME,
    LONGEST_TEXT,
    MAX_AT_ONCE,
    RIGHT,
    Registration,
    check_registrations,
)
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input(description="A document as the site's pages send it, to the byte.")
class DocumentInput:
    name: str = strawberry.field(
        description=f"For people, such as the name of its operation; at most {LONGEST_NAME} characters."
    )
    text: str = strawberry.field(description=f"The document, at most {LONGEST_TEXT:,} bytes.")


@strawberry.input
class RegisterQueriesInput:
    site: str = strawberry.field(description=f"Key of a published site; needs the right `{RIGHT}` on it.")
    documents: list[DocumentInput] = strawberry.field(
        description=f"At most {MAX_AT_ONCE} at a time; those that are registered already stay as they are."
    )


@strawberry.type(description="Either `added` or `refusal`.")
class RegisterQueriesResult(MutationResult):
    added: Optional[list[str]] = strawberry.field(
        default=None, description="Hashes of those that were not registered before; null where it was refused."
    )


@strawberry.mutation(
    description="Register documents of the delivery API, so that a site's pages can ask them by their hash; all of "
    "them, or where one is not valid or beyond the limits none."
)
async def register_queries(info: ManagementInfo, input: RegisterQueriesInput) -> RegisterQueriesResult:
    return await outcome(RegisterQueriesResult, "added", _register(info, input), list)


async def _register(info: ManagementInfo, input: RegisterQueriesInput) -> list[str]:
    context = info.context
    context.actor.require(RIGHT, input.site)
    documents = [Registration(one.name, one.text) for one in input.documents]
    await check_registrations(documents, context.check_document)
    added = await register(context.services, context.actor, site=input.site, documents=documents)
    return [query.hash for query in added]
