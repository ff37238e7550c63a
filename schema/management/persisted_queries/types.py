"""Registered queries, as those who register them see them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Optional

import strawberry

from schema.management.accounts.types.people import Person, person


@strawberry.type(description="A GraphQL document that a site's pages ask by its hash.")
class RegisteredQuery:
    hash: str = strawberry.field(description="SHA-256 of the text in lower-case hexadecimal, by which clients name it.")
    site: str = strawberry.field(description="Key of the site that has registered it.")
    name: str = strawberry.field(description="What its authors call it: its operation or its file.")
    text: str = strawberry.field(description="The document, as it was registered.")
    registered_at: datetime = strawberry.field(description="When it was first registered.")
    registered_by: Optional[Person] = strawberry.field(description="Who registered it.")


def registered_query(document: Mapping[str, Any]) -> RegisteredQuery:
    names = ("hash", "site", "name", "text", "registered_at")
    return RegisteredQuery(**{name: document[name] for name in names}, registered_by=person(document["registered_by"]))
