"""Whether nothing was lost: every receipt is there and right, by mail and in the database, and so is every letter."""

import hashlib
from collections.abc import Sequence
from email.message import Message

from benchmarks.rush.applicants import Submission
from cms.applications.receipt import fingerprint
from cms.kernel.services import Services
from storage.documents import HostApplication


async def faults(services: Services, submissions: Sequence[Submission], mails: Sequence[Message]) -> list[str]:
    """What is wrong, in words; nothing where all is right."""
    found = [*_of_references(submissions)]
    by_person = _receipts(mails)
    for one in submissions:
        found += _of_mail(one, by_person.get(one.email, []))
        found += await _of_database(services, one)
    return found


def _of_references(submissions: Sequence[Submission]) -> list[str]:
    numbers = sorted(int(one.reference.rpartition("-")[2]) for one in submissions)
    return [] if numbers == list(range(1, len(numbers) + 1)) else [f"references are not 1 to {len(numbers)}: {numbers}"]


def _receipts(mails: Sequence[Message]) -> dict[str, list[Message]]:
    found: dict[str, list[Message]] = {}
    for mail in mails:
        found.setdefault(str(mail["To"]).rpartition("<")[2].rstrip(">"), []).append(mail)
    return found


def _of_mail(one: Submission, mails: Sequence[Message]) -> list[str]:
    if len(mails) != 1:
        return [f"{one.email} got {len(mails)} receipts"]
    parts = list(mails[0].walk())
    plain = next(part for part in parts if part.get_content_type() == "text/plain")
    content = plain.get_payload(decode=True)
    text = content.decode() if isinstance(content, bytes) else ""
    pdfs = [part for part in parts if part.get_filename() == f"{one.reference}.pdf"]
    right = one.reference in str(mails[0]["Subject"]) and one.hash in text and len(pdfs) == 1
    return [] if right else [f"the receipt of {one.email} is another one"]


async def _of_database(services: Services, one: Submission) -> list[str]:
    stored = await HostApplication.get(one.application)
    if stored is None or stored.snapshot is None or stored.status != "submitted":
        return [f"the application of {one.email} is lost"]
    snapshot = stored.snapshot
    hash = fingerprint(one.reference, snapshot.at, snapshot.form_version, snapshot.answers, snapshot.files)
    if {hash, snapshot.hash} != {one.hash} or stored.reference != one.reference:
        return [f"the fingerprint of {one.email} is another one"]
    [letter] = snapshot.files
    digest = hashlib.sha256()
    async with await services.store.open(letter.key) as stream:
        async for chunk in stream:
            digest.update(chunk)
    return [] if digest.hexdigest() == letter.sha256 == one.sha256 else [f"the letter of {one.email} is another one"]
