"""Sessions, as those see them who are signed in by them."""

from datetime import datetime
from typing import Any

import strawberry

from schema.management.context import ManagementInfo


@strawberry.type(description="One browser or program in which somebody is signed in.")
class SignedInSession:
    id: strawberry.ID = strawberry.field(description="For `endSession`.")
    created: datetime = strawberry.field(description="When it began.")
    seen: datetime = strawberry.field(description="When it was used last, give or take a minute.")
    expires: datetime = strawberry.field(description="When it ends unless it is used.")
    ends: datetime = strawberry.field(description="When it ends whatever happens.")
    user_agent: str = strawberry.field(
        description="What the browser or program called itself when it began; empty where it said nothing."
    )
    network: str = strawberry.field(description="The address it began from; of IPv6 the network.")
    way: str = strawberry.field(description="password, totp, recovery (a code on paper) or oidc.")

    @strawberry.field(description="Whether it is the one that asks.")
    def is_current(self, info: ManagementInfo) -> bool:
        return str(self.id) == info.context.session


def signed_in_session(document: dict[str, Any]) -> SignedInSession:
    names = ("created", "seen", "expires", "ends", "user_agent", "network", "way")
    return SignedInSession(id=strawberry.ID(document["_id"]), **{name: document[name] for name in names})
