"""The files of applications, for those who may read the answers."""

from cms.access.actor import Actor
from cms.applications.case import load_case, sees_answers
from cms.kernel.errors import NotFound
from cms.kernel.services import Services
from storage.documents import ApplicationFile


async def file_of_application(services: Services, actor: Actor, id: str, file: str) -> ApplicationFile:
    """As it was submitted. Raises NotFound, also for a reviewer who has not declared that there is no conflict."""
    case = await load_case(services, actor, id)
    own = await services.repository.application_reviews.of(case.application.id, actor.id)
    files = case.application.snapshot.files if case.application.snapshot else []
    found = next((one for one in files if one.id == file), None)
    if found is None or not sees_answers(actor, case, own):
        raise NotFound("There is no such file.")
    return found
