"""Store one's own scores of an application."""

import strawberry

from cms.access.actor import Actor
from cms.applications.actions.score_application import score_application as action
from cms.applications.queries.applications import get_application
from cms.kernel.services import Services
from schema.management.answer import bounded, outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo
from storage.documents import HostApplication


@strawberry.input
class ScoreInput:
    criterion: str
    value: int


@strawberry.input
class ScoreApplicationInput:
    id: strawberry.ID
    scores: list[ScoreInput]
    comment: str = strawberry.field(default="", description="For the managers and the other reviewers.")
    private_note: str = strawberry.field(default="", description="For oneself.")
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
