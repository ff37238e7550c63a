"""The journeys of applicants as far as the delivery API goes: no browser, real mails."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pypdfium2
import pytest

from schema.delivery.examples import contract_operations
from tests.cms.files.samples import pdf, program
from tests.journeys.applying import ByApi, answers_for, text_of, token_in
from tests.journeys.cms_process import ROOT, CmsProcess
from tests.journeys.test_management_editor_script import Script
from tests.mail_server import MailServer, serving

LETTER = pdf(pages=2)


@dataclass(frozen=True)
class Running:
    cms: CmsProcess
    mails: MailServer

    def somebody(self, name: str, **options: str) -> ByApi:
        return ByApi(self.cms.url, self.mails, f"{name}@applicants.example", **options)


@pytest.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    async with serving() as mails:
        cms = CmsProcess(tmp_path_factory.mktemp("applying") / "data", "--demo", smtp_url=mails.url())
        yield Running(cms, mails)
        assert cms.stop() == 0, cms.said


def attached(mail: EmailMessage) -> tuple[str, str]:
    """(file name, text of the first page)."""
    [one] = mail.iter_attachments()
    page = pypdfium2.PdfDocument(one.get_content())[0]
    return str(one.get_filename()), page.get_textpage().get_text_bounded()


async def test_an_address_is_verified_and_the_draft_is_resumed_on_another_device(running: Running) -> None:
    laptop = running.somebody("jana")
    await laptop.arrive()
    begun = await laptop.start()
    await laptop.save(begun, {"organisation": "Klastr Ostrava", "description": "Žluťoučký 😀 שלום عالم"})

    phone = running.somebody("jana")
    await phone.arrive()
    viewer = await phone.ask(contract_operations()["MyApplication"], id=begun["id"])

    assert viewer["email"] == "jana@applicants.example"
    assert viewer["application"]["answers"]["description"] == "Žluťoučký 😀 שלום عالم"
    assert viewer["application"]["canEdit"]
    assert phone.bearer != laptop.bearer


async def test_a_cluster_needs_the_letter_and_an_authority_does_not(running: Running) -> None:
    cluster, authority = running.somebody("cluster"), running.somebody("authority")
    for one in (cluster, authority):
        await one.arrive()
    without = await cluster.save(await cluster.start(), await answers_for(cluster))
    waived = await authority.save(await authority.start(), await answers_for(authority, type="regional_authority"))

    refused, accepted = await cluster.submit(without), await authority.submit(waived)

    assert [(one["field"], one["code"]) for one in refused["problems"]] == [("support_letter", "FILE_REQUIRED")]
    assert accepted["application"]["status"] == "SUBMITTED"


async def test_a_renamed_program_is_refused_a_real_letter_works_and_the_receipt_arrives(running: Running) -> None:
    petr = running.somebody("petr", locale="cs", site="nca")
    await petr.arrive()
    draft = await petr.save(await petr.start(), await answers_for(petr))

    refused = await petr.upload(draft["id"], program(), "dopis.pdf")
    draft = (await petr.upload(draft["id"], LETTER, "dopis.pdf"))["application"]
    done = (await petr.submit(draft))["application"]

    assert refused["problems"][0]["code"] == "FILE_TYPE"
    assert "Podle obsahu to není soubor typu PDF" in refused["problems"][0]["message"]
    receipt = await petr.mail(said="Přijato")
    filename, page = attached(receipt)
    assert done["reference"] in str(receipt["Subject"]) and done["reference"] in page
    assert filename == f"{done['reference']}.pdf"
    assert done["hash"] in text_of(receipt)
    assert done["hash"] in "".join(page.split())
    assert "Číslo přihlášky" in page and "Klastr Ostrava" in page
    async with httpx.AsyncClient(base_url=running.cms.url) as client:
        fetched = await client.get(done["receiptUrl"])
        forged = await client.get(done["receiptUrl"][:-1] + "x")
    assert fetched.headers["content-type"] == "application/pdf" and fetched.headers["cache-control"].startswith("priv")
    assert forged.status_code == 404


async def test_who_manages_the_call_is_told_and_a_second_submission_changes_nothing(running: Running) -> None:
    vera, manager = running.somebody("vera"), ByApi(running.cms.url, running.mails, "calls@example.org")
    await vera.arrive()
    draft = await vera.save(await vera.start(), await answers_for(vera, type="national_authority"))

    first, second = await vera.submit(draft), await vera.submit(draft)

    assert first["application"]["reference"] == second["application"]["reference"]
    assert first["application"]["hash"] == second["application"]["hash"]
    notice = await manager.mail(said=first["application"]["reference"])
    assert "/admin/applications/" in text_of(notice)
    await vera.mail(said="Received")
    assert len([one for one in vera.received() if "Received" in str(one["Subject"])]) == 1


async def test_the_application_of_somebody_else_is_not_there(running: Running) -> None:
    owner, eve = running.somebody("owner"), running.somebody("eve")
    await owner.arrive()
    await eve.arrive()
    draft = await owner.start()

    viewer = await eve.ask(contract_operations()["MyApplication"], id=draft["id"])
    submitted = await eve.submit(draft)
    ticket = await eve.ticket(draft["id"], LETTER, "letter.pdf")

    assert viewer["application"] is None
    assert submitted["refusal"]["code"] == ticket["refusal"]["code"] == "NOT_FOUND"


async def test_a_lost_connection_and_a_replayed_ticket_do_no_harm(running: Running) -> None:
    luca = running.somebody("luca")
    await luca.arrive()
    draft = await luca.start()
    ticket = (await luca.ticket(draft["id"], LETTER, "letter.pdf"))["upload"]

    assert await luca.put(ticket, LETTER[: len(LETTER) // 2]) == 413
    missing = await luca.attach(ticket)
    assert await luca.put(ticket, LETTER) == 200
    done, again = await luca.attach(ticket), await luca.attach(ticket)

    assert missing["problems"][0]["code"] == "UPLOAD_MISSING"
    assert done["application"]["revision"] == again["application"]["revision"]
    assert await luca.put(ticket, LETTER) == 409


async def test_a_copy_withdrawal_and_erasure(running: Running) -> None:
    mia = running.somebody("mia")
    await mia.arrive()
    draft = await mia.save(await mia.start(), await answers_for(mia, type="local_authority"))
    await mia.submit(draft)

    copy = (await mia.ask("mutation { exportApplicantData { data } }"))["data"]
    query = "mutation($i: ID!) { withdrawApplication(id: $i) { application { statusLabel canWithdraw } } }"
    withdrawn = (await mia.ask(query, i=draft["id"]))["application"]
    await mia.mail(said="Withdrawn")
    assert (await mia.ask("mutation { eraseApplicant { done } }"))["done"]

    assert copy["applications"][0]["submitted"]["answers"]["city"] == "Ostrava"
    assert withdrawn == {"statusLabel": "Withdrawn", "canWithdraw": False}
    await mia.mail(said="erased")
    assert await mia.ask("{ viewer { email } }") is None


async def test_the_program_of_the_documentation_works_as_it_stands_there(running: Running) -> None:
    chapter = (ROOT / "docs" / "site-developers.md").read_text().partition("\n## Calls for hosts")[2]
    [text] = re.findall(r"```python\n(.*?)```", chapter.partition("\n## ")[0], re.DOTALL)
    program: dict[str, Any] = {}
    exec(compile(text, "site-developers.md", "exec"), program)
    cms, nora = running.cms.url, running.somebody("nora")

    proof = program["solve"]((await asyncio.to_thread(program["ask"], cms, "{ proofChallenge }"))["proofChallenge"])
    assert (await nora.request_link(proof=proof))["sent"]
    await nora.open_link(token_in(await nora.mail()))
    draft = await nora.start()
    ticket = (await nora.ticket(draft["id"], LETTER, "letter.pdf"))["upload"]
    await asyncio.to_thread(program["put"], cms, ticket, LETTER)
    attached = await nora.attach(ticket)
    viewer = await asyncio.to_thread(program["ask"], cms, "{ viewer { email } }", nora.bearer)

    assert attached["application"]["id"] == draft["id"]
    assert viewer == {"viewer": {"email": nora.email}}


async def test_after_the_cutoff_the_draft_is_kept_and_the_next_one_offered(running: Running) -> None:
    """The last journey of this file: it moves the first cut-off of the demo's call into the past."""
    late = running.somebody("late")
    await late.arrive()
    draft = await late.save(await late.start(), await answers_for(late, type="regional_authority"))
    first, second = await late.cutoffs()
    editor = Script(running.cms, "editor@example.org")
    id = editor.first("CallForHosts", "open now")
    call = editor.ask("query($id: ID!) { item(id: $id) { version data } }", id=id)["item"]
    passed = datetime.now(ZoneInfo("Europe/Brussels")) - timedelta(minutes=1)
    cutoffs = [{**call["data"]["cutoffs"][0], "at": f"{passed:%Y-%m-%dT%H:%M}"}, call["data"]["cutoffs"][1]]
    editor.do("updateItem", id=id, baseVersion=call["version"], changes={"cutoffs": cutoffs})
    editor.do("publishItem", id=id, locales=["en", "cs", "bg"])
    editor.http.close()

    refused = await late.submit(draft)

    [problem] = [one for one in refused["problems"] if one["code"] == "CUTOFF_PASSED"]
    assert problem["field"] == "cutoff" and second["label"] in problem["message"]
    kept = await late.ask(contract_operations()["MyApplication"], id=draft["id"])
    assert kept["application"]["cutoff"]["passed"] and kept["application"]["canEdit"]
    later = await late.save(draft, await answers_for(late, type="regional_authority"))
    assert (await late.submit(later))["application"]["status"] == "SUBMITTED"
    query = '{ site(key: "eccp") { call(slug: "demo-call") { extensions { cutoff before since } } } }'
    [moved] = (await late.ask(query))["call"]["extensions"]
    assert (moved["cutoff"], moved["before"]) == (first["key"], first["label"])
    assert datetime.fromisoformat(moved["since"]) <= datetime.now(UTC)


async def test_a_link_works_until_a_newer_one_is_used(running: Running) -> None:
    otto = running.somebody("otto")
    await otto.request_link()
    first = token_in(await otto.mail())
    await otto.request_link()
    second = token_in(await otto.mail(before=1))

    before, new, after = [await otto.open_link(token) for token in (first, second, first)]

    assert before["session"]["call"] == new["session"]["call"] == "demo-call"
    assert after["problems"][0]["code"] == "LINK_OVER"
