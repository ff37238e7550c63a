"""Store one's own scores of an application."""

import strawberry

from cms.access.actor import Actor
from cms.applications.actions.score_application import LONGEST_TEXT
from cms.applications.actions.score_application import score_application as action
from cms.applications.queries.applications import get_application
from cms.kernel.services import Services
from schema.management.answer import bounded, outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo
from storage.documents import HostApplication


@strawberry.input(description="What one reviewer gives by one criterion.")
class ScoreInput:
    criterion: str = strawberry.field(description="Key of a criterion of the call.")
    value: int = strawberry.field(description="From 0 to `Criterion.max`.")


@strawberry.input
class ScoreApplicationInput:
    id: strawberry.ID = strawberry.field(description="Of an application that the viewer reviews.")
    scores: list[ScoreInput] = strawberry.field(description="All of them anew; a draft may be partial.")
    comment: str = strawberry.field(
        default="", description=f"For the managers and the other reviewers, at most {LONGEST_TEXT:,} characters."
    )
    private_note: str = strawberry.field(default="", description=f"For oneself, at most {LONGEST_TEXT:,} characters.")
    submit: bool = strawberry.field(default=False, description="They count; all are needed, and a comment.")


@strawberry.mutation(description="Store one's own scores; with `submit` they count.")
async def score_application(info: ManagementInfo, input: ScoreApplicationInput) -> ApplicationResult:
    return await outcome(
        ApplicationResult, "application", _score(info.context.services, info.context.actor, input), application
    )


async def _score(services: Services, actor: Actor, input: ScoreApplicationInput) -> HostApplication:
    scores = {one.criterion: one.value for one in bounded("scores", input.scores)}
    id = str(input.id)
    await action(
        services, actor, id, scores, comment=input.comment, private_note=input.private_note, submit=input.submit
    )
    return (await get_application(services, actor, id)).application
