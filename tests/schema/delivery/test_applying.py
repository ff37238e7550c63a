"""The applicants' side of the delivery API: what is asked by regional sites that render the form themselves."""

import base64
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cms.applications.applicant import ApplicantActor
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from schema.delivery.applications.gateway import ApplicantGateway
from schema.delivery.context import DeliveryContext
from schema.delivery.examples import contract_operations
from storage.documents import HostApplication, Item
from storage.ids import new_id
from tests.applying import ANSWERS, Become, last_token, mails_to
from tests.cms.files.samples import pdf
from tests.delivery import executor
from tests.services import Clock

Say = Callable[..., Awaitable[Any]]

REFUSAL = "refusal { code message retryAfter } problems { field code message }"


def mutation(name: str, fields: str, given: str = "input", type: str | None = None) -> str:
    """One that takes the variable `i`."""
    kind = type or f"{name[0].upper()}{name[1:]}Input!"
    return f"mutation($i: {kind}) {{ {name}({given}: $i) {{ {fields} {REFUSAL} }} }}"


ASK = mutation("requestApplicantLink", "sent")
OPEN = mutation("openApplicantSession", "session { bearer email call }", "token", "String!")
START = mutation("startApplication", "application { id revision formVersion missing }")
SAVE = mutation("saveAnswers", "application { revision answers missing } clashes { question theirs yours } revision")
UPLOAD = mutation("createApplicationUpload", "upload { id url method }")
ATTACH = mutation("attachApplicationFile", "pending application { revision files { filename } }", "upload", "ID!")
SUBMIT = mutation("submitApplication", "application { id reference status hash receiptUrl }")


@pytest.fixture
def say(services: Services, delivery: DeliveryContext) -> Say:
    """The data of an answer without errors, asked with a bearer token or without one."""

    async def ask(query: str, bearer: str | None = None, **variables: Any) -> Any:
        context = replace(delivery, gateway=ApplicantGateway(services, bearer, "192.0.2.7"))
        answer = (await executor.execute(GraphQLRequest(query, None, variables), context)).body
        assert "errors" not in answer, answer["errors"]
        return next(iter(answer["data"].values()))

    return ask


@pytest.fixture
def bearer_of(say: Say, services: Services, call: Item) -> Callable[[str], Awaitable[str]]:
    async def opened(email: str) -> str:
        wanted = {"site": "eccp", "call": "hosts-2024", "email": email, "locale": "en"}
        assert (await say(ASK, i=wanted))["sent"]
        return (await say(OPEN, i=await last_token(services, email)))["session"]["bearer"]

    return opened


async def test_an_application_from_the_link_to_the_receipt(
    say: Say, bearer_of: Callable[[str], Awaitable[str]], services: Services
) -> None:
    bearer = await bearer_of("jana@klastr.example")
    begun = (await say(START, bearer, i={"site": "eccp", "call": "hosts-2024", "locale": "en"}))["application"]
    assert "support_letter" in begun["missing"]

    answers = {**ANSWERS, "cutoff": "may"}
    saved = await say(SAVE, bearer, i={"id": begun["id"], "answers": answers, "revision": begun["revision"]})
    assert saved["application"]["missing"] == ["support_letter"]
    content = pdf()
    asked = {"id": begun["id"], "question": "support_letter", "filename": "letter.pdf", "byteSize": len(content)}
    ticket = (await say(UPLOAD, bearer, i=asked))["upload"]
    assert ticket["url"].startswith("/uploads/")
    await services.store.put(f"uploads/{ticket['id']}", content, "application/octet-stream")
    attached = (await say(ATTACH, bearer, i=ticket["id"]))["application"]
    done = await say(SUBMIT, bearer, i={"id": begun["id"], "revision": attached["revision"], "key": "k"})

    assert done["application"]["reference"] == "CMR-2024-0001" and done["application"]["status"] == "SUBMITTED"
    [mail] = await mails_to(services, "jana@klastr.example", "application_received")
    assert mail.values["hash"] == done["application"]["hash"]


async def test_the_query_of_the_contract_shows_ones_own_application(
    say: Say, bearer_of: Callable[[str], Awaitable[str]], ready: HostApplication
) -> None:
    bearer = await bearer_of("jana@klastr.example")

    viewer = await say(contract_operations()["MyApplication"], bearer, id=ready.id)

    assert viewer["email"] == "jana@klastr.example"
    shown = viewer["application"]
    assert shown["statusLabel"] == "Draft" and shown["canEdit"] and shown["canWithdraw"]
    assert shown["missing"] == []
    assert shown["cutoff"] == {"label": "31 May 2024, 18:00\u00a0CEST", "passed": False}
    assert shown["files"][0]["filename"] == "letter.pdf"
    assert shown["history"] == [{"at": "2024-04-02T12:00:00+00:00", "statusLabel": "Draft", "message": None}]


async def test_the_application_of_another_person_is_not_there(
    say: Say, bearer_of: Callable[[str], Awaitable[str]], ready: HostApplication
) -> None:
    eve = await bearer_of("eve@other.example")

    viewer = await say(contract_operations()["MyApplication"], eve, id=ready.id)
    change = await say(SAVE, eve, i={"id": ready.id, "answers": {"city": "x"}, "revision": ready.revision})

    assert viewer["application"] is None
    assert change["refusal"]["code"] == "NOT_FOUND"


async def test_all_own_applications_are_read_page_by_page_the_newest_first(
    say: Say, bearer_of: Callable[[str], Awaitable[str]], ready: HostApplication
) -> None:
    bearer = await bearer_of("jana@klastr.example")
    for number in range(11):
        begun = ready.created_at - timedelta(days=number // 2)
        await ready.model_copy(update={"id": new_id(), "reference": f"CMR-{number:02}", "created_at": begun}).insert()
    query = """query($first: Int, $after: String) { viewer { applications(first: $first, after: $after) {
      nodes { reference } edges { node { id } } totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }"""

    pages, after = [], None
    while not pages or pages[-1]["pageInfo"]["hasNextPage"]:
        pages.append((await say(query, bearer, first=5, after=after))["applications"])
        after = pages[-1]["pageInfo"]["endCursor"]

    ids = [edge["node"]["id"] for page in pages for edge in page["edges"]]
    shown = [node["reference"] for page in pages for node in page["nodes"]]
    assert [len(page["nodes"]) for page in pages] == [5, 5, 2] and len(set(ids)) == 12 and ready.id in ids
    assert shown[-1] == "CMR-10" and set(shown[3:5]) == {"CMR-02", "CMR-03"} and pages[1]["totalCount"] == 12
    assert [page["pageInfo"]["hasPreviousPage"] for page in pages] == [False, True, True]
    backwards = """query($before: String!) { viewer { applications(last: 5, before: $before) {
      nodes { reference } pageInfo { hasNextPage hasPreviousPage } } } }"""
    before = (await say(backwards, bearer, before=pages[2]["pageInfo"]["startCursor"]))["applications"]
    assert before["nodes"] == pages[1]["nodes"]
    assert before["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": True}


async def test_without_a_token_nobody_is_there_and_nothing_can_be_changed(say: Say, ready: HostApplication) -> None:
    assert await say("{ viewer { email } }") is None
    assert await say("{ viewer { email } }", "guessed") is None
    refused = await say(SUBMIT, None, i={"id": ready.id, "revision": ready.revision})
    assert refused["refusal"]["code"] == "SIGN_IN_FAILED"
    assert "Ask for a new link" in refused["refusal"]["message"]


async def test_the_form_is_delivered_in_the_version_that_the_application_answers(
    say: Say, bearer_of: Callable[[str], Awaitable[str]], ready: HostApplication
) -> None:
    bearer = await bearer_of("jana@klastr.example")
    query = """query($id: ID!) { viewer { application(id: $id) { form { version steps { key title
      questions { key type label required waivedIf options { slug label } } } } } } }"""

    form = (await say(query, bearer, id=ready.id))["application"]["form"]

    assert form["version"] == ready.form_version
    questions = {one["key"]: one for step in form["steps"] for one in step["questions"]}
    assert questions["type"]["options"][0] == {"slug": "cluster", "label": "Cluster organisation"}
    assert questions["support_letter"]["waivedIf"]["question"] == "type"


def solved(challenge: dict[str, Any]) -> str:
    """As a browser does it."""
    numbers = range(challenge["maxnumber"] + 1)
    salt, wanted = challenge["salt"], challenge["challenge"]
    number = next(one for one in numbers if hashlib.sha256(f"{salt}{one}".encode()).hexdigest() == wanted)
    told = {key: challenge[key] for key in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps({**told, "number": number}).encode()).decode()


async def test_a_solved_challenge_is_good_for_one_request(say: Say, services: Services, call: Item) -> None:
    proof = solved(await say("{ proofChallenge }"))
    wanted = {"site": "eccp", "call": "hosts-2024", "email": "jana@klastr.example", "locale": "en", "proof": proof}

    first, again = await say(ASK, i=wanted), await say(ASK, i=wanted)

    assert first["sent"]
    assert not again["sent"] and again["problems"][0]["code"] == "PROOF_NEEDED"


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


HALF = r'{"algorithm": "SHA-256", "challenge": "0", "number": 1, "salt": "\ud800", "signature": "\ud800"}'


@pytest.mark.parametrize("proof", ["", "!", "e30=", encoded('{"algorithm": 1}'), encoded(HALF), "A" * 5000])
async def test_a_made_up_proof_gets_no_mail(say: Say, services: Services, call: Item, proof: str) -> None:
    wanted = {"site": "eccp", "call": "hosts-2024", "email": "jana@klastr.example", "locale": "en", "proof": proof}

    refused = await say(ASK, i=wanted)

    assert refused["problems"][0]["code"] == "PROOF_NEEDED"
    assert await mails_to(services, "jana@klastr.example") == []


async def test_a_browser_without_javascript_holds_up_nobody_who_brings_a_proof(say: Say, call: Item) -> None:
    wanted = {"site": "eccp", "call": "hosts-2024", "locale": "en"}
    for number in range(9):
        proof = solved(await say("{ proofChallenge }"))
        assert (await say(ASK, i={**wanted, "email": f"a{number}@klastr.example", "proof": proof}))["sent"]

    plain = await say(ASK, i={**wanted, "email": "plain@klastr.example"})
    after = await say(ASK, i={**wanted, "email": "b@klastr.example", "proof": solved(await say("{ proofChallenge }"))})

    assert plain["sent"] and after["sent"]


@pytest.mark.parametrize(
    "email",
    ["<a@b.cz>", "a@[127.0.0.1]", "a@b..cz", ".a@b.cz", "a.@b.cz", "a@-b.cz", "a@b.cz?subject=x", "a b@c.cz", "a@b"],
)
async def test_what_no_mail_program_takes_is_no_address(say: Say, services: Services, call: Item, email: str) -> None:
    refused = await say(ASK, i={"site": "eccp", "call": "hosts-2024", "locale": "en", "email": email})

    assert [one["code"] for one in refused["problems"]] == ["NOT_AN_EMAIL"]


@pytest.mark.parametrize(
    ("email", "known"),
    [
        ("Info@Straße.DE", "info@xn--strae-oqa.de"),
        ("o'hara+eu@mail.co.uk", "o'hara+eu@mail.co.uk"),
        ("jana.novakova@příklad.cz", "jana.novakova@xn--pklad-zsa96e.cz"),
    ],
)
async def test_a_mail_goes_to_the_domain_that_was_typed(
    say: Say, services: Services, call: Item, email: str, known: str
) -> None:
    assert (await say(ASK, i={"site": "eccp", "call": "hosts-2024", "locale": "en", "email": email}))["sent"]

    assert len(await mails_to(services, known)) == 1


async def test_a_proof_is_over_after_half_an_hour(say: Say, call: Item, clock: Clock) -> None:
    proof = solved(await say("{ proofChallenge }"))
    clock.set("2024-04-02T12:30:01+00:00")

    wanted = {"site": "eccp", "call": "hosts-2024", "email": "jana@klastr.example", "locale": "en", "proof": proof}

    assert (await say(ASK, i=wanted))["problems"][0]["code"] == "PROOF_NEEDED"


async def test_robots_that_fill_in_the_hidden_field_get_the_same_answer_and_no_mail(
    say: Say, services: Services, call: Item
) -> None:
    wanted = {"site": "eccp", "call": "hosts-2024", "email": "bot@spam.example", "locale": "en", "trap": "Bot Ltd"}

    assert (await say(ASK, i=wanted))["sent"]
    assert await mails_to(services, "bot@spam.example") == []


async def test_a_network_that_asks_without_end_is_told_to_wait(say: Say, call: Item) -> None:
    answers = [
        await say(ASK, i={"site": "eccp", "call": "hosts-2024", "email": f"p{n}@x.example", "locale": "en"})
        for n in range(7)
    ]

    assert [one["sent"] for one in answers] == [True] * 6 + [False]
    assert answers[-1]["refusal"]["code"] == "TOO_MANY_REQUESTS" and answers[-1]["refusal"]["retryAfter"] > 0


async def test_one_address_gets_a_few_mails_only_and_whoever_asks_for_more_is_told_to_wait(
    say: Say, services: Services, call: Item, clock: Clock
) -> None:
    sent = []
    for _ in range(6):
        proof = solved(await say("{ proofChallenge }"))
        wanted = {"site": "eccp", "call": "hosts-2024", "email": "victim@x.example", "locale": "en", "proof": proof}
        sent.append(await say(ASK, i=wanted))

    assert [one["sent"] for one in sent] == [True] * 5 + [False]
    assert sent[-1]["refusal"]["code"] == "TOO_MANY_REQUESTS" and sent[-1]["refusal"]["retryAfter"] > 0
    assert len(await mails_to(services, "victim@x.example")) == 5


async def test_links_lead_to_pages_of_the_site_alone(say: Say, services: Services, call: Item) -> None:
    wanted = {"site": "eccp", "call": "hosts-2024", "email": "jana@klastr.example", "locale": "en"}

    for page in ("https://evil.example/steal", "https://[", "https://\u2100.com/", "//evil.example", "x" * 2000):
        refused = await say(ASK, i={**wanted, "page": page})

        assert [one["code"] for one in refused["problems"]] == ["FOREIGN_PAGE"], page
    assert await mails_to(services, "jana@klastr.example") == []


async def test_guessed_links_are_refused_and_then_slowed_down(say: Say, call: Item) -> None:
    answers = [await say(OPEN, i=f"guess-{number}") for number in range(33)]

    assert {one["refusal"]["code"] for one in answers[:30]} == {"INVALID"}
    assert answers[-1]["refusal"]["code"] == "TOO_MANY_REQUESTS"


async def test_a_copy_of_ones_data_holds_everything_and_erasure_leaves_nothing(
    say: Say,
    services: Services,
    become: Become,
    ready: HostApplication,
    applicant: ApplicantActor,
    bearer_of: Callable[[str], Awaitable[str]],
) -> None:
    bearer = await bearer_of("jana@klastr.example")

    copy = (await say("mutation { exportApplicantData { data } }", bearer))["data"]
    erased = await say("mutation { eraseApplicant { done } }", bearer)

    assert copy["applications"][0]["answers"]["contact_name"] == "Jana Nováková"
    assert copy["applications"][0]["files"][0]["filename"] == "letter.pdf"
    assert erased["done"]
    assert await say("{ viewer { email } }", bearer) is None
    stored = await services.repository.applications.get(ready.id)
    assert stored is not None
    assert "Jana" not in stored.model_dump_json() and "jana" not in stored.model_dump_json()
