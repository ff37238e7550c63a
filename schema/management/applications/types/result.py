"""How mutations about applications answer."""

from typing import Optional

import strawberry

from schema.management.answer import MutationResult
from schema.management.applications.types.application import Application


@strawberry.type(description="Either `application` as it is now, or `refusal` and then nothing was changed.")
class ApplicationResult(MutationResult):
    application: Optional[Application] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.type(description="Either the `applications` that got reviewers, or `refusal`.")
class BalanceResult(MutationResult):
    applications: Optional[list[Application]] = strawberry.field(
        default=None, description="Only those; null where it was refused."
    )
