"""Calls deliver the form they were published with; the landing page follows the clock."""

from cms.access.actor import SYSTEM
from cms.applications.actions.start_application import start_application
from cms.applications.applicant import ApplicantActor
from cms.items.actions import publish_item, update_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.delivery import Ask
from tests.services import Clock

FORM = """{ site(key: "eccp") { call(slug: "hosts-2024") {
  form { version title steps { questions {
    key label options { slug label } vocabulary { slug label } waivedIf maxDays daysAhead } } } } } }"""
TEASER = """{ site(key: "eccp") { series(slug: "clusters-meet-regions") {
  currentCall { title state nextCutoff { key label } } } } }"""


async def change_form(services: Services, form: Item) -> Item:
    """The first question is asked in other words."""
    steps = form.data["steps"]
    first = {**steps[0]["questions"][0], "label": {"en": "Who are you?"}}
    steps = [{**steps[0], "questions": [first, *steps[0]["questions"][1:]]}, *steps[1:]]
    changed = await update_item(services, SYSTEM, form.id, form.version, {"steps": steps})
    return await publish_item(services, SYSTEM, changed.id, ["en"])


async def asked(ask: Ask) -> tuple[int, str]:
    """(version, words of the first question)."""
    form = (await ask(FORM))["site"]["call"]["form"]
    return form["version"], form["steps"][0]["questions"][0]["label"]


async def test_a_call_keeps_its_form_until_it_is_published_again(
    services: Services, ask: Ask, form: Item, call: Item
) -> None:
    before = await asked(ask)
    changed = await change_form(services, form)
    pinned = await asked(ask)
    await publish_item(services, SYSTEM, call.id, ["en"])

    assert before == pinned == (form.version, "Name of the organisation")
    assert await asked(ask) == (changed.version, "Who are you?")


async def test_a_draft_keeps_the_form_it_was_begun_with(
    services: Services, form: Item, call: Item, applicant: ApplicantActor
) -> None:
    first = await start_application(services, applicant, site="eccp", call="hosts-2024", locale="en")
    await change_form(services, form)
    await publish_item(services, SYSTEM, call.id, ["en"])

    second = await start_application(services, applicant, site="eccp", call="hosts-2024", locale="en")

    assert first.form_version < second.form_version


async def test_the_options_of_a_vocabulary_come_with_the_form(ask: Ask, call: Item) -> None:
    form = (await ask(FORM))["site"]["call"]["form"]

    questions = {one["key"]: one for step in form["steps"] for one in step["questions"]}
    assert {"slug": "cluster", "label": "Cluster organisation"} in questions["type"]["options"]
    assert questions["type"]["vocabulary"] == {"slug": "applicant-types", "label": "applicant-types"}
    assert questions["preferred_dates"]["vocabulary"] is None
    assert (questions["preferred_dates"]["maxDays"], questions["preferred_dates"]["daysAhead"]) == (3, 90)


async def test_the_teaser_follows_the_clock_to_the_second(ask: Ask, call: Item, clock: Clock) -> None:
    async def teaser(moment: str) -> object:
        clock.set(moment)
        found = (await ask(TEASER))["site"]["series"]["currentCall"]
        return found and (found["state"], found["nextCutoff"] and found["nextCutoff"]["key"])

    assert await teaser("2024-03-01T07:59:59+00:00") == ("NOT_YET_OPEN", "may")
    assert await teaser("2024-03-01T08:00:00+00:00") == ("OPEN", "may")
    assert await teaser("2024-05-31T15:59:59+00:00") == ("OPEN", "may")
    assert await teaser("2024-05-31T16:00:00+00:00") == ("OPEN", "september")
    assert await teaser("2024-09-30T15:59:59+00:00") == ("OPEN", "september")
    assert await teaser("2024-09-30T16:00:00+00:00") is None
