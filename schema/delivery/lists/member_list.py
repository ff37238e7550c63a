"""The lists of organisations that a site has, such as its members."""

import strawberry

from schema.delivery.lists.organisation_lists import organisations_field
from schema.delivery.projection.read_context import ReadContext


@strawberry.type(description="A list of the site that organisations are on.")
class MemberList:
    key: str = strawberry.field(description="As `organisations(memberOf:)` takes it.")
    reading: strawberry.Private[ReadContext]

    organisations = organisations_field(lambda self: (self.reading, self.key), "The organisations on it, by name.")
