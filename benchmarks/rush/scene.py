"""A call that is open, and people who have filled in all of its form but for the letter."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.content.maker import HOME, Maker
from cms.applications.actions.save_answers import save_answers
from cms.applications.actions.start_application import start_application
from cms.applications.applicant import ApplicantActor, begin_session
from cms.demo.data import read_folder
from cms.demo.loading.loading import rich
from cms.kernel.services import Services
from storage.documents import Applicant
from storage.mongo import Session

ZONE = "Europe/Brussels"
SLUG = "rush"
MAX_CONCURRENT = 8
VOCABULARIES = ("applicant-types", "sectors")


@dataclass(frozen=True, slots=True)
class Ready:
    """Somebody whose application waits for the letter."""

    email: str
    bearer: str
    application: str
    revision: int


async def set_scene(services: Services, people: int, series: str) -> list[Ready]:
    """In a database that has the content of the benchmark."""
    answers = await _open_call(Maker(services), series)
    turns = asyncio.Semaphore(MAX_CONCURRENT)

    async def one(number: int) -> Ready:
        async with turns:
            return await _fill_in(services, f"applicant-{number:03}@rush.example", answers)

    return list(await asyncio.gather(*map(one, range(people))))


async def _open_call(maker: Maker, series: str) -> dict[str, Any]:
    """The answers to its form."""
    now = maker.services.clock().astimezone(ZoneInfo(ZONE))
    steps = [step for name, step in read_folder("texts/form").items() if name.startswith("step-")]
    form = await maker.make("ApplicationForm", {"title": {"en": "Application"}, "steps": steps})
    cutoff = {"id": "soon", "at": f"{now + timedelta(days=10):%Y-%m-%dT18:00}"}
    call = {
        "title": {"en": "Call for hosts"},
        "body": rich({"en": "<p>Apply.</p>"}),
        "series": series,
        "opens": f"{now - timedelta(days=1):%Y-%m-%dT09:00}",
        "cutoffs": [cutoff],
        "time_zone": ZONE,
        "form": form,
    }
    await maker.make("CallForHosts", call, slugs={"en": SLUG})
    start = now + timedelta(days=120)
    days = [{"start": f"{start:%Y-%m-%d}", "end": f"{start + timedelta(days=1):%Y-%m-%d}"}]
    return _answers(steps) | {"cutoff": cutoff["id"], "preferred_dates": days}


def _answers(steps: list[dict[str, Any]]) -> dict[str, Any]:
    """As long as they may be, for every required question."""
    questions = [one for step in steps for one in step["questions"] if one.get("required")]
    return {one["key"]: _answer(one) for one in questions if one["type"] in _ANSWERS}


def _answer(question: dict[str, Any]) -> Any:
    return _ANSWERS[question["type"]](question)


def _slug(question: dict[str, Any]) -> str:
    if question.get("vocabulary"):
        return {"applicant-types": "cluster", "sectors": "circular-economy"}[question["vocabulary"]]
    return question["options"][0]["slug"]


_ANSWERS: dict[str, Any] = {
    "text": lambda question: "Klastr Žďár"[: question.get("max_length", 100)],
    "long_text": lambda question: ("Ústí nad Labem spolupracuje. " * 200)[: question.get("max_length", 1000)].strip(),
    "email": lambda question: "contact@rush.example",
    "number": lambda question: question.get("min", 1),
    "choice": _slug,
    "choices": lambda question: [_slug(question)],
    "country": lambda question: "CZ",
    "texts": lambda question: ["To meet."],
    "consent": lambda question: True,
}


async def _fill_in(services: Services, email: str, answers: dict[str, Any]) -> Ready:
    now = services.clock()
    person = Applicant(email=email, locale="en", created_at=now, verified_at=now)

    async def arrive(session: Session) -> str:
        await services.repository.applicants.insert(person, session)
        return await begin_session(services, person, session)

    bearer = await services.transact(arrive)
    actor = ApplicantActor(person.id, email, "en")
    draft = await start_application(services, actor, site=HOME, call=SLUG, locale="en")
    saved = await save_answers(services, actor, draft.id, answers, revision=draft.revision)
    assert saved.problems == [], saved.problems
    return Ready(email, bearer, draft.id, saved.application.revision)
