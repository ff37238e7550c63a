"""People who apply: a call that is open, its form, and an applicant in a session."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.applications.actions.attach_application_file import attach_application_file
from cms.applications.actions.create_application_upload import create_application_upload
from cms.applications.actions.open_applicant_session import open_applicant_session
from cms.applications.actions.request_applicant_link import request_applicant_link
from cms.applications.actions.save_answers import save_answers
from cms.applications.actions.start_application import start_application
from cms.applications.applicant import ApplicantActor, applicant_of
from cms.applications.own import own_application
from cms.demo.data import read_folder
from cms.kernel.services import Services
from cms.mail.mail_values import mail_values
from storage.documents import HostApplication, Item, Mail
from tests.cms.files.samples import pdf
from tests.kept import lay_down
from tests.services import Clock, Publish, only

Become = Callable[..., Awaitable[ApplicantActor]]

ANSWERS: dict[str, Any] = {
    "organisation": "Klastr Ostrava",
    "type": "cluster",
    "country": "CZ",
    "region": "Moravskoslezský kraj",
    "description": "We bring firms and schools together.",
    "contact_name": "Jana Nováková",
    "contact_position": "Director",
    "contact_email": "jana@klastr.example",
    "regional_authority": "Moravskoslezský kraj",
    "city": "Ostrava",
    "preferred_dates": [{"start": "2024-10-01", "end": "2024-10-02"}],
    "theme": "Industry in transition",
    "rationale": "Coal leaves, new work must come.",
    "objectives": ["Meet", "Learn"],
    "sectors": ["circular-economy"],
    "transition": "Heat from water.",
    "cluster_landscape": "Three clusters.",
    "policy_link": "It is in the strategy.",
    "expected_impact": "Ten projects.",
    "capacity": 200,
    "rooms": 5,
    "accessibility": ["step_free"],
    "participants": 150,
    "host_provides": ["venue"],
    "privacy": True,
    "accuracy": True,
    "representation": True,
    "publish_if_selected": True,
}
"""All that the demo's form asks of a cluster, but for the cut-off and the letter of support."""


def demo_steps() -> list[dict[str, Any]]:
    """Of the form that the demo has."""
    return [step for name, step in read_folder("texts/form").items() if name.startswith("step-")]


@pytest.fixture
async def form(services: Services, clock: Clock, publish: Publish) -> Item:
    """The form of the demo, with its vocabularies."""

    async def make() -> None:
        await publish_form(publish)

    await lay_down(services.repository.mongo, ("form", clock()), make)
    return await only(services, "ApplicationForm")


async def publish_form(publish: Publish) -> None:
    folder = read_folder("texts/vocabularies")
    for key in ("applicant-types", "sectors"):
        found = next(one for one in folder.values() if one["key"] == key)
        terms = [{"slug": term["slug"], "label": term["label"]} for term in found["terms"]]
        await publish("Vocabulary", {"key": key, "title": found["title"], "terms": terms})
    title = {"en": "Application", "cs": "Přihláška", "bg": "Кандидатура"}
    await publish("ApplicationForm", {"title": title, "steps": demo_steps()}, ["en", "cs", "bg"])


@pytest.fixture
def call_data(series: Item, form: Item) -> dict[str, Any]:
    """It opened on 1 March 2024 and has cut-offs on 31 May and 30 September 2024, 18:00 in Brussels."""
    return {
        "title": {"en": "Call for hosts 2024", "cs": "Výzva pro hostitele 2024"},
        "body": {"en": _rich("Apply."), "cs": _rich("Přihlaste se.")},
        "series": series.id,
        "opens": "2024-03-01T09:00",
        "cutoffs": [{"id": "may", "at": "2024-05-31T18:00"}, {"id": "september", "at": "2024-09-30T18:00"}],
        "time_zone": "Europe/Brussels",
        "form": form.id,
        "contact_email": "calls@eccp.example",
    }


@pytest.fixture
async def call(services: Services, clock: Clock, publish: Publish, call_data: dict[str, Any]) -> Item:
    slugs = dict.fromkeys(["en", "cs"], "hosts-2024")

    async def make() -> None:
        await publish("CallForHosts", call_data, ["en", "cs"], slugs=slugs, shared=["nca"])

    await lay_down(services.repository.mongo, ("call", clock.now, repr(call_data)), make)
    return await only(services, "CallForHosts")


@pytest.fixture
def become(services: Services, call: Item) -> Become:
    """Asks for a link, opens it, and is then that applicant."""

    async def apply(email: str = "jana@klastr.example", locale: str = "en", site: str = "eccp") -> ApplicantActor:
        await request_applicant_link(
            services, site=site, call="hosts-2024", email=email, locale=locale, proof=None, address=email
        )
        opened = await open_applicant_session(services, await last_token(services, email))
        found = await applicant_of(services, opened.bearer)
        assert found is not None
        return found

    return apply


@pytest.fixture
async def applicant(become: Become) -> ApplicantActor:
    return await become()


async def mails_to(services: Services, email: str, template: str | None = None) -> list[Mail]:
    """Oldest first."""
    query: dict[str, Any] = {"to": email, **({"template": template} if template else {})}
    return await Mail.find(query, sort="+_id").to_list()


async def last_token(services: Services, email: str) -> str:
    """Out of the newest link that was mailed to this address."""
    mails = [one for one in await mails_to(services, email) if "link" in one.sealed]
    return mail_values(services, mails[-1])["link"].rpartition("token=")[2]


@pytest.fixture
async def draft(services: Services, applicant: ApplicantActor) -> HostApplication:
    """Empty, of `applicant`, on the European site."""
    return await start_application(services, applicant, site="eccp", call="hosts-2024", locale="en")


async def upload(
    services: Services,
    applicant: ApplicantActor,
    id: str,
    content: bytes,
    filename: str,
    question: str = "support_letter",
) -> HostApplication:
    """The application with the file in it."""
    ticket = await create_application_upload(
        services, applicant, id, question, filename=filename, byte_size=len(content)
    )
    await services.store.put(ticket.key, content, "application/octet-stream")
    attached = await attach_application_file(services, applicant, ticket.id)
    assert attached.application is not None
    return attached.application


async def filled(services: Services, applicant: ApplicantActor, id: str, **changes: Any) -> HostApplication:
    """Ready to be submitted but for the letter of support."""
    answers = {**ANSWERS, "cutoff": "may", **changes}
    known = await own_application(services, applicant, id)
    return (await save_answers(services, applicant, id, answers, revision=known.revision)).application


@pytest.fixture
async def ready(services: Services, applicant: ApplicantActor, draft: HostApplication) -> HostApplication:
    """All that is needed is there."""
    await filled(services, applicant, draft.id)
    return await upload(services, applicant, draft.id, pdf(), "letter.pdf")


def _rich(text: str) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]}]}
