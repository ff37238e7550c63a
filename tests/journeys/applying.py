"""Somebody who applies by the delivery API alone, with mails that arrive at a real mail server."""

import asyncio
import base64
import hashlib
import json
import re
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import httpx

from tests.applying import ANSWERS
from tests.mail_server import MailServer

WAIT_SECONDS = 60
FAULTS = "refusal { code message retryAfter } problems { field code message }"
APPLICATION = (
    "application { id reference status statusLabel revision missing answers hash receiptUrl history { statusLabel } }"
)


@dataclass
class ByApi:
    """`bearer` is that of the session on one device. A refusal comes back as data, an error of GraphQL fails."""

    cms: str
    mails: MailServer
    email: str
    site: str = "eccp"
    locale: str = "en"
    call: str = "demo-call"
    bearer: str | None = None

    async def ask(self, query: str, **variables: Any) -> Any:
        """The answer's first field."""
        headers = {"Authorization": f"Bearer {self.bearer}"} if self.bearer else {}
        async with httpx.AsyncClient(base_url=self.cms, timeout=60, headers=headers) as client:
            answer = await client.post("/graphql", json={"query": query, "variables": variables})
        assert answer.status_code == 200 and "errors" not in answer.json(), answer.text
        return next(iter(answer.json()["data"].values()))

    async def request_link(self, **options: Any) -> Any:
        proof = solved(await self.ask("{ proofChallenge }"))
        given = {"site": self.site, "call": self.call, "email": self.email, "locale": self.locale, "proof": proof}
        query = f"mutation($i: RequestApplicantLinkInput!) {{ requestApplicantLink(input: $i) {{ sent {FAULTS} }} }}"
        return await self.ask(query, i={**given, **options})

    async def open_link(self, token: str) -> Any:
        query = f"mutation($t: String!) {{ openApplicantSession(token: $t) {{ session {{ bearer call }} {FAULTS} }} }}"
        answer = await self.ask(query, t=token)
        self.bearer = answer["session"]["bearer"] if answer["session"] else self.bearer
        return answer

    async def arrive(self) -> None:
        """Asks for a link and opens it."""
        before = len(self.received())
        assert (await self.request_link())["sent"]
        await self.open_link(token_in(await self.mail(before)))

    def received(self) -> list[EmailMessage]:
        return [one for one in self.mails.received if self.email in str(one["To"])]

    async def mail(self, before: int = 0, said: str = "") -> EmailMessage:
        """The first one after so many that says this in its subject."""
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            if found := [one for one in self.received()[before:] if said in str(one["Subject"])]:
                return found[0]
            await asyncio.sleep(0.05)
        raise AssertionError([str(one["Subject"]) for one in self.received()])

    async def start(self) -> Any:
        given = {"site": self.site, "call": self.call, "locale": self.locale}
        answer = await self.ask(_mutation("startApplication", "StartApplicationInput"), i=given)
        assert answer["refusal"] is None, answer
        return answer["application"]

    async def save(self, application: Any, answers: dict[str, Any]) -> Any:
        given = {"id": application["id"], "revision": application["revision"], "answers": answers}
        answer = await self.ask(_mutation("saveAnswers", "SaveAnswersInput"), i=given)
        assert answer["refusal"] is None and answer["problems"] == [], answer
        return answer["application"]

    async def ticket(self, id: str, content: bytes, filename: str, question: str = "support_letter") -> Any:
        query = f"""mutation($i: CreateApplicationUploadInput!) {{ createApplicationUpload(input: $i) {{
          upload {{ id url method headers {{ name value }} }} {FAULTS} }} }}"""
        given = {"id": id, "question": question, "filename": filename, "byteSize": len(content)}
        return await self.ask(query, i=given)

    async def put(self, ticket: Any, content: bytes) -> int:
        headers = {one["name"]: one["value"] for one in ticket["headers"]}
        async with httpx.AsyncClient(base_url=self.cms, timeout=60) as client:
            return (await client.request(ticket["method"], ticket["url"], content=content, headers=headers)).status_code

    async def attach(self, ticket: Any) -> Any:
        query = f"""mutation($u: ID!) {{ attachApplicationFile(upload: $u) {{ pending {APPLICATION} {FAULTS} }} }}"""
        while (answer := await self.ask(query, u=ticket["id"]))["pending"]:
            await asyncio.sleep(0.2)
        return answer

    async def upload(self, id: str, content: bytes, filename: str) -> Any:
        """What was answered where it ended."""
        answer = await self.ticket(id, content, filename)
        if answer["refusal"]:
            return answer
        assert await self.put(answer["upload"], content) == 200
        return await self.attach(answer["upload"])

    async def submit(self, application: Any) -> Any:
        given = {"id": application["id"], "revision": application["revision"], "key": application["id"]}
        return await self.ask(_mutation("submitApplication", "SubmitApplicationInput"), i=given)

    async def cutoffs(self) -> list[Any]:
        query = """query($s: String!, $l: Locale!, $c: String!) { site(key: $s, locale: $l) { call(slug: $c) {
          cutoffs { key label passed at } } } }"""
        return (await self.ask(query, s=self.site, l=self.locale, c=self.call))["call"]["cutoffs"]


async def answers_for(applicant: ByApi, **changes: object) -> dict[str, object]:
    """All but the letter, for the first cut-off that is ahead."""
    cutoff = next(one for one in await applicant.cutoffs() if not one["passed"])
    start = datetime.fromisoformat(cutoff["at"]) + timedelta(days=100)
    days = [{"start": f"{start:%Y-%m-%d}", "end": f"{start + timedelta(days=1):%Y-%m-%d}"}]
    return {**ANSWERS, "cutoff": cutoff["key"], "preferred_dates": days, **changes}


def _mutation(name: str, kind: str) -> str:
    return f"mutation($i: {kind}!) {{ {name}(input: $i) {{ {APPLICATION} {FAULTS} }} }}"


def solved(challenge: Any) -> str:
    """As a browser does it."""
    salt, wanted = challenge["salt"], challenge["challenge"]
    numbers = range(challenge["maxnumber"] + 1)
    number = next(one for one in numbers if hashlib.sha256(f"{salt}{one}".encode()).hexdigest() == wanted)
    told = {key: challenge[key] for key in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps({**told, "number": number}).encode()).decode()


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return body.get_content()


def token_in(mail: EmailMessage) -> str:
    found = re.search(r"token=(\S+)", text_of(mail))
    assert found, text_of(mail)
    return found[1]
