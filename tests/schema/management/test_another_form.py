"""Applications by a form with other questions than the demo's are told apart, and what it lacks is said in words."""

import zipfile
from io import BytesIO
from typing import Any

import pytest

from cms.applications.actions.accept_application import accept_application
from cms.applications.actions.export_applications import export_applications
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Item
from tests.reviewing import DECIDER, MANAGER, REVIEWER, MakeApplication, shortlisted, under_review
from tests.schema.management.conftest import Ask
from tests.services import Publish

LIST = "{ applications(first: 5) { nodes { name reference isErased } } }"
RANKING = "query ($call: ID!) { ranking(call: $call) { applications { application { name reference } } } }"
ANSWERS = {"speaker": "Jana Nováková", "talk": "Heat  from\nwater", "minutes": 20, "kind": "talk", "city": None}


def question(key: str, type: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "type": type, "label": {"en": key.title()}, **more}


@pytest.fixture
async def form(publish: Publish) -> Item:
    """Six questions, of which the first is about a person."""
    options = [{"slug": "talk", "label": {"en": "A talk"}}]
    questions = [
        question("speaker", "text", personal="contact"),
        question("kind", "choice", options=options),
        question("talk", "text"),
        question("minutes", "number"),
        question("abstract", "long_text"),
        question("day", "cutoff"),
    ]
    steps = [{"key": "proposal", "title": {"en": "Proposal"}, "questions": questions}]
    return await publish("ApplicationForm", {"title": {"en": "Speaker proposal"}, "steps": steps})


async def test_an_application_is_called_by_its_first_answer_without_contact_data(
    services: Services, ask: Ask, make_application: MakeApplication
) -> None:
    application = await make_application(**ANSWERS)
    silent = await make_application(speaker="Jana", city=None)
    await under_review(services, application)

    found = (await ask(MANAGER, LIST))["applications"]["nodes"]
    ranked = (await ask(MANAGER, RANKING, call=application.call))["ranking"]["applications"]
    reviewed = (await ask(REVIEWER, LIST))["applications"]["nodes"]

    assert {one["reference"]: one["name"] for one in found} == {
        application.reference: "Heat from water",
        silent.reference: silent.reference,
    }
    assert ranked[0]["application"]["name"] == reviewed[0]["name"] == "Heat from water"


async def test_the_ranking_that_is_downloaded_calls_it_so_too(
    services: Services, make_application: MakeApplication
) -> None:
    application = await make_application(**ANSWERS)
    await under_review(services, application)

    made = await export_applications(services, MANAGER, application.call, "xlsx")

    assert b"Heat from water" in shared_strings(made.content)


async def test_acceptance_that_lacks_what_an_edition_is_called_by_is_refused_in_words(
    services: Services, make_application: MakeApplication
) -> None:
    application = await shortlisted(services, await make_application(**ANSWERS))

    with pytest.raises(Invalid, match="called by its city") as refused:
        await accept_application(services, DECIDER, application.id)

    kept = await services.repository.applications.get(application.id)
    assert [one.code for one in refused.value.problems] == ["CITY_MISSING"]
    assert kept and (kept.status, kept.edition) == ("shortlisted", None)


def shared_strings(content: bytes) -> bytes:

    with zipfile.ZipFile(BytesIO(content)) as book:
        return b"".join(book.read(name) for name in book.namelist() if name.endswith(".xml"))
