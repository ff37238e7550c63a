"""What somebody wrote into a step after the session had ended: it is given back, as nothing can be stored."""

import re
from contextlib import AsyncExitStack

from starlette.responses import Response

from cms.applications.form_version import FormVersion, form_of_call
from cms.applications.pages.multipart import read_posted
from cms.applications.pages.posted import Posted
from cms.applications.pages.visit import Visit
from cms.content.questions.question import text_of

_NAME = re.compile(r"a\.([A-Za-z0-9_-]{1,64})(?:\..*)?")


async def give_back(visit: Visit) -> Response:
    """401 with the texts to be copied. Raises Refusal, ClientGone, NotFound where the call has no form."""
    form = await form_of_call(visit.services, visit.place.call)
    async with AsyncExitStack() as closing:
        # files have to be chosen anew
        posted = await read_posted(visit.request, visit.receiving, visit.sender, {}, closing)
    written = _written(visit, form, posted)
    page = visit.page("applications")
    return visit.render("unsaved.html", page=page, status=401, written=written)


def _written(visit: Visit, form: FormVersion, posted: Posted) -> list[tuple[str, str]]:
    """(question, text) of what is not empty."""
    found: list[tuple[str, str]] = []
    for name, values in posted.fields.items():
        match = _NAME.fullmatch(name)
        question = form.questions.get(match[1]) if match else None
        if question and question.kind.is_written:
            found += [(text_of(question.label, visit.locale), value) for value in values if value.strip()]
    return found
