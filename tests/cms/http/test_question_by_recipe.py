"""A kind of question written by the recipe of docs/architecture.md, one class and its control, reaches everybody:
whoever makes forms, applicants on the page and by GraphQL, those who review, and exports."""

import io
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.applications.actions.export_applications import export_applications
from cms.items.actions import create_item, publish_item
from cms.kernel.errors import Invalid
from cms.kernel.graphql_request import GraphQLRequest
from schema.delivery.lists.cursors import Cursors
from schema.execution.execute import Executor
from schema.management.context import ManagementContext
from schema.management.schema import schema
from storage.conditions import equal
from storage.documents import HostApplication
from tests.cms.http.call_visits import begun, come_in, form_token
from tests.journeys.calls_site import LOCALES, CallsSite
from tests.question_kinds import kind_of_question
from tests.services import Publish

KIND = '''
"""How long something takes, in minutes; written as hours and minutes."""

import re
from collections.abc import Iterator
from typing import Any

from cms.content.questions.asking import Fault, FormFault, Submission, Wording
from cms.content.questions.kind import QuestionKind
from cms.content.questions.question import Question
from cms.content.questions.shapes import WrongShape

_WRITTEN = re.compile(r"(\\d{1,2}):([0-5]\\d)")


class Duration(QuestionKind):
    name = "duration"
    label = "Duration"
    place = 65

    def form_faults(self, question: Any) -> Iterator[FormFault]:
        if not question.get("max"):
            yield FormFault("max", "NO_LIMIT", "Say how long it may take at most.")

    def cleaned(self, question: Question, value: Any) -> int | None:
        if value == "" or isinstance(value, int):
            return value or None
        if not (written := _WRITTEN.fullmatch(str(value))):
            raise WrongShape("NOT_A_NUMBER")
        return 60 * int(written[1]) + int(written[2])

    def faults(self, question: Question, answer: int, submission: Submission) -> Iterator[Fault]:
        if question.max and answer > question.max:
            yield Fault("TOO_BIG", values={"max": question.max})

    def texts(self, question: Question, answer: int, wording: Wording) -> list[str]:
        return [f"{answer // 60}:{answer % 60:02}"]
'''
CONTROL = """
{% import "controls.html" as controls with context %}
{% set shown = "%d:%02d" % (q.value // 60, q.value % 60) if q.value is integer else q.value or "" %}
<input id="f-{{ q.key }}" name="a.{{ q.key }}" class="duration" value="{{ shown }}"{{ controls.told(q) }}>
"""


def texts(en: str, cs: str, bg: str) -> dict[str, str]:
    return {"en": en, "cs": cs, "bg": bg}


VISIT = {
    "key": "visit",
    "type": "duration",
    "label": texts("How long is the visit?", "Jak dlouho potrvá návštěva?", "Колко дълго е посещението?"),
    "required": True,
    "max": 480,
}
LUNCH = {
    "key": "lunch",
    "type": "text",
    "label": texts("Where is lunch?", "Kde bude oběd?", "Къде е обядът?"),
    "show_if": {"question": "visit", "values": ["360"]},
}
STEP = {"key": "stay", "title": texts("Stay", "Pobyt", "Престой")}


@pytest.fixture(autouse=True)
def duration(tmp_path: Path) -> Iterator[None]:
    with kind_of_question(tmp_path, "duration", KIND, CONTROL):
        yield


def form_of(*questions: dict[str, Any]) -> dict[str, Any]:
    return {"title": texts("Visit", "Návštěva", "Посещение"), "steps": [{**STEP, "questions": [*questions]}]}


@pytest.fixture
async def call(calls_site: CallsSite, publish: Publish) -> str:
    """The id of a call that asks how long the visit is, and where lunch is if it takes six hours."""
    form = await publish("ApplicationForm", form_of(VISIT, LUNCH), LOCALES)
    series = await calls_site.services.repository.published.find_one(equal({"type": "Series"}))
    assert series
    data = {
        "title": texts("Call for visits", "Výzva k návštěvám", "Покана за посещения"),
        "body": {locale: {"type": "doc", "content": [{"type": "paragraph"}]} for locale in LOCALES},
        "series": series["_id"],
        "opens": "2024-03-01T09:00",
        "closes": "2024-05-31T18:00",
        "time_zone": "Europe/Brussels",
        "form": form.id,
        "contact_email": "calls@eccp.example",
    }
    return (await publish("CallForHosts", data, LOCALES, slugs=dict.fromkeys(LOCALES, "visits"))).id


@pytest.fixture
async def applicant(calls_site: CallsSite, call: str) -> AsyncIterator[httpx.AsyncClient]:
    url = calls_site.url.replace("hosts-2024-2025", "visits")
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:
        yield await come_in(calls_site, client, "jana@klastr.example")


@pytest.fixture
async def draft(applicant: httpx.AsyncClient) -> str:
    return await begun(applicant)


async def stored(calls_site: CallsSite, draft: str) -> HostApplication:
    found = await calls_site.services.repository.applications.get(draft.split("/")[1])
    assert found
    return found


async def write(calls_site: CallsSite, applicant: httpx.AsyncClient, draft: str, text: str) -> httpx.Response:
    """On the page, without a script."""
    token = await form_token(applicant, f"{draft}steps/stay")
    revision = (await stored(calls_site, draft)).revision
    fields = {"token": token, "revision": str(revision), "asked": "visit:0", "a.visit": text, "do": "save"}
    return await applicant.post(f"{draft}steps/stay", data=fields, follow_redirects=True)


async def submit(calls_site: CallsSite, applicant: httpx.AsyncClient, draft: str) -> httpx.Response:
    token = await form_token(applicant, f"{draft}review")
    fields = {"token": token, "revision": str((await stored(calls_site, draft)).revision), "once": "once"}
    return await applicant.post(f"{draft}submit", data=fields, follow_redirects=True)


def control(page: str) -> str:
    found = re.search(r'<input id="f-visit"[^>]*>', page)
    assert found
    return " ".join(found[0].split())


async def test_a_form_is_refused_by_what_its_kind_wants_and_without_a_kind(calls_site: CallsSite) -> None:
    services, unlimited, colour = calls_site.services, {**VISIT, "max": None}, {**VISIT, "type": "colour"}
    item = await create_item(services, SYSTEM, type="ApplicationForm", site="eccp", data=form_of(unlimited))

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, item.id, ["en"])
    with pytest.raises(Invalid) as unknown:
        await create_item(services, SYSTEM, type="ApplicationForm", site="eccp", data=form_of(colour))

    [problem] = refused.value.problems
    assert (problem.code, problem.message) == ("NO_LIMIT", "Say how long it may take at most.")
    assert problem.field.endswith(".max")
    assert "duration" in unknown.value.problems[0].message


async def test_a_question_without_words_is_refused_in_every_language_of_the_form(calls_site: CallsSite) -> None:
    data = form_of({name: one for name, one in VISIT.items() if name != "label"})
    item = await create_item(calls_site.services, SYSTEM, type="ApplicationForm", site="eccp", data=data)

    with pytest.raises(Invalid) as refused:
        await publish_item(calls_site.services, SYSTEM, item.id, LOCALES)

    told = [(one.field.rpartition(".")[2], one.locale, one.code) for one in refused.value.problems]
    assert told == [("label", locale, "REQUIRED") for locale in LOCALES]


async def test_the_page_shows_and_keeps_it(calls_site: CallsSite, applicant: httpx.AsyncClient, draft: str) -> None:
    empty = (await applicant.get(f"{draft}steps/stay")).text
    wrong = await write(calls_site, applicant, draft, "long")
    assert (await stored(calls_site, draft)).answers == {}
    right = await write(calls_site, applicant, draft, "1:30")

    in_czech = f"{calls_site.origin}/calls/eccp/cs/visits/{draft}steps/stay"
    assert "How long is the visit?" in empty and 'class="duration"' in control(empty)
    assert 'value="long"' in control(wrong.text) and "Write a whole number in digits." in wrong.text
    assert (await stored(calls_site, draft)).answers == {"visit": 90}
    assert 'value="1:30"' in control(right.text)
    assert "Jak dlouho potrvá návštěva?" in (await applicant.get(in_czech)).text


async def test_a_condition_may_hang_on_it(calls_site: CallsSite, applicant: httpx.AsyncClient, draft: str) -> None:
    short = (await write(calls_site, applicant, draft, "1:30")).text
    long = (await write(calls_site, applicant, draft, "6:00")).text

    hidden = [re.search(r'id="q-lunch"[^>]* hidden', page) is not None for page in (short, long)]
    assert hidden == [True, False]


async def test_what_is_missing_or_wrong_is_said_and_leads_to_it(
    calls_site: CallsSite, applicant: httpx.AsyncClient, draft: str
) -> None:
    missing = await submit(calls_site, applicant, draft)
    await write(calls_site, applicant, draft, "9:00")
    too_long = await submit(calls_site, applicant, draft)

    assert (missing.status_code, too_long.status_code) == (422, 422)
    link = f'/calls/eccp/en/visits/{draft}steps/stay#f-visit">How long is the visit? – '
    assert f"{link}Answer this question." in missing.text
    assert f"{link}Give a number of at most 480." in too_long.text


async def test_it_is_answered_by_graphql_reviewed_and_exported(
    calls_site: CallsSite, applicant: httpx.AsyncClient, draft: str, call: str
) -> None:
    id = draft.split("/")[1]
    saved = await save(calls_site, applicant, id, {"visit": "2:05"})
    shown = (await applicant.get(f"{draft}review")).text
    sent = await submit(calls_site, applicant, draft)

    assert saved == {"application": {"answers": {"visit": 125}, "missing": []}, "problems": []}
    assert (sent.status_code, (await stored(calls_site, draft)).status) == (200, "submitted")
    assert re.search(r"How long is the visit\?</dt><dd>\s*<span[^>]*>2:05</span>", shown)
    assert await reviewed(calls_site, id) == [["visit", ["2:05"]]]
    assert "2:05" in await workbook(calls_site, call)
    copy = ZipFile(io.BytesIO((await applicant.get(await copy_address(calls_site, applicant))).content))
    assert any("2:05" in copy.read(name).decode(errors="replace") for name in copy.namelist())


async def save(calls_site: CallsSite, applicant: httpx.AsyncClient, id: str, answers: dict[str, Any]) -> dict[str, Any]:
    query = """mutation($i: SaveAnswersInput!) {
      saveAnswers(input: $i) { application { answers missing } problems { field code } } }"""
    given = {"id": id, "answers": answers, "revision": (await stored(calls_site, f"applications/{id}")).revision}
    bearer = {"Authorization": f"Bearer {applicant.cookies['cms_applicant']}"}
    body = {"query": query, "variables": {"i": given}}
    answer = (await applicant.post(f"{calls_site.origin}/graphql", json=body, headers=bearer)).json()
    return answer["data"]["saveAnswers"]


async def reviewed(calls_site: CallsSite, id: str) -> list[list[Any]]:
    """[question, texts] as those who decide read them."""
    query = 'query($id: ID!) { application(id: $id) { sections(locale: "en") { answers { question texts } } } }'
    context = ManagementContext(calls_site.services, SYSTEM, "clara@example.org", Cursors("test secret"), None)
    answer = (await Executor(schema).execute(GraphQLRequest(query, None, {"id": id}), context)).body
    sections = answer["data"]["application"]["sections"]
    return [[one["question"], one["texts"]] for section in sections for one in section["answers"]]


async def workbook(calls_site: CallsSite, call: str) -> str:
    """The words in the exported workbook."""
    made = await export_applications(calls_site.services, SYSTEM, call, "xlsx")
    return ZipFile(io.BytesIO(made.content)).read("xl/sharedStrings.xml").decode()


async def copy_address(calls_site: CallsSite, applicant: httpx.AsyncClient) -> httpx.URL:
    """Of the copy of one's own data."""
    button = re.search(r'<a class="button" href="([^"]+)" download>', (await applicant.get("own-data")).text)
    assert button
    return httpx.URL(calls_site.url).join(button[1])
