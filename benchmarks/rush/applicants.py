"""What one applicant does at the cut-off: letter, submission, receipt."""

import asyncio
import contextlib
import hashlib
import os
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from benchmarks.rush.letters import letter_of
from benchmarks.rush.scene import Ready

TICKET = """mutation($i: CreateApplicationUploadInput!) { createApplicationUpload(input: $i) {
  upload { id url } refusal { code message } } }"""
ATTACH = """mutation($u: ID!) { attachApplicationFile(upload: $u) {
  pending application { revision } refusal { code message } } }"""
SUBMIT = """mutation($i: SubmitApplicationInput!) { submitApplication(input: $i) {
  application { reference hash submittedAt } refusal { code message } problems { field code } } }"""
RETRIES = 60
LATER = (408, 429, 503)
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Without it every client would read the certificates of this machine, which takes longer than its requests."""


@dataclass(frozen=True, slots=True)
class Submission:
    """`seconds` from the first click to the receipt; `sha256` of the letter."""

    email: str
    application: str
    reference: str
    hash: str
    sha256: str
    seconds: float


class Refused(Exception):
    """The server said no; the message says how."""


def submit_all(
    url: str, people: Sequence[Ready], template: bytes, waits: Sequence[float]
) -> tuple[list[Submission], list[str]]:
    """Each after so many seconds of waiting; and why those who have no receipt have none. Applicants have machines of
    their own: here they get what the server leaves of this one."""
    os.nice(10)
    return asyncio.run(_submit_all(url, people, template, waits))


async def _submit_all(
    url: str, people: Sequence[Ready], template: bytes, waits: Sequence[float]
) -> tuple[list[Submission], list[str]]:
    work = [submit(url, one, template, wait) for one, wait in zip(people, waits, strict=True)]
    done = await asyncio.gather(*work, return_exceptions=True)
    failed = [f"{type(one).__name__}: {one}" for one in done if isinstance(one, BaseException)]
    return [one for one in done if isinstance(one, Submission)], failed


async def submit(url: str, ready: Ready, template: bytes, wait: float) -> Submission:
    """After so many seconds of waiting. Raises Refused."""
    await asyncio.sleep(wait)
    letter = letter_of(template, ready.email)
    started = time.perf_counter()
    headers = {"authorization": f"Bearer {ready.bearer}"}
    async with httpx.AsyncClient(base_url=url, timeout=120, headers=headers, verify=NO_TLS) as client:
        ticket = await ticket_of(client, ready, len(letter))
        await _put(client, ticket["url"], letter)
        while (attached := await _ask(client, ATTACH, u=ticket["id"]))["pending"]:
            await asyncio.sleep(0.5)
        revision = attached["application"]["revision"]
        done = await _ask(client, SUBMIT, i={"id": ready.application, "revision": revision, "key": ready.application})
    receipt = done["application"]
    sha256, seconds = hashlib.sha256(letter).hexdigest(), time.perf_counter() - started
    return Submission(ready.email, ready.application, receipt["reference"], receipt["hash"], sha256, seconds)


async def ticket_of(client: httpx.AsyncClient, ready: Ready, byte_size: int) -> Any:
    """For the letter. Raises Refused."""
    asked = {"id": ready.application, "question": "support_letter", "filename": "letter.pdf", "byteSize": byte_size}
    return (await _ask(client, TICKET, i=asked))["upload"]


async def _put(client: httpx.AsyncClient, url: str, letter: bytes) -> None:
    """Again a moment later where the server says that many files are coming in, or has closed the line while the
    letter was still being sent: as the page does it."""
    for _ in range(RETRIES):
        with contextlib.suppress(httpx.TransportError):
            answer = await client.put(url, content=letter, headers={"content-type": "application/octet-stream"})
            if answer.status_code == 200:
                return
            if answer.status_code not in LATER:
                raise Refused(answer.text)
        await asyncio.sleep(1)
    raise Refused("No place for the letter.")


async def _ask(client: httpx.AsyncClient, query: str, **variables: Any) -> Any:
    """Again where an engine is away for a moment, or the line was closed: every step may be asked for twice."""
    for _ in range(RETRIES):
        try:
            answer = (await client.post("/graphql", json={"query": query, "variables": variables})).json()
        except (httpx.TransportError, ValueError):  # also what a server says to a connection that was slow to begin
            await asyncio.sleep(1)
            continue
        if "errors" not in answer:
            return _granted(next(iter(answer["data"].values())))
        if answer["errors"][0]["extensions"]["code"] not in ("UNAVAILABLE", "TIMEOUT"):
            raise Refused(str(answer["errors"]))
        await asyncio.sleep(1)
    raise Refused("The engines stayed away.")


def _granted(found: Any) -> Any:
    if found["refusal"]:
        raise Refused(str(found))
    return found
