"""Archives that were tampered with: each is refused with what is wrong, and nothing of it is written."""

import json
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.content.richtext import VERSION
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.transfer import zip_directory
from cms.transfer.import_site import import_site
from cms.transfer.report import ImportReport
from storage.mongo import Mongo
from tests.whole_sites import Empty, Export

Parts = dict[str, bytes]
Change = Callable[[Parts], None]
NEWS = "items/NewsItem.jsonl"


@pytest.fixture
async def parts(site: str, export: Export) -> Parts:
    """The entries of a good archive."""
    with zipfile.ZipFile(BytesIO(await export())) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture
async def fresh(parts: Parts, empty: Empty) -> Services:
    return await empty()


@pytest.fixture
def take(fresh: Services, tmp_path: Path) -> Callable[..., Awaitable[ImportReport]]:
    async def taken(archive: bytes | Parts, services: Services | None = None) -> ImportReport:
        path = tmp_path / "hostile.zip"
        path.write_bytes(packed(archive) if isinstance(archive, dict) else archive)
        return await import_site(services or fresh, SYSTEM, path)

    return taken


@pytest.fixture(autouse=True)
async def nothing_is_written(mongo: Mongo, fresh: Services) -> Any:
    yield
    assert [await mongo.db[name].count_documents({}) for name in ("items", "versions", "published", "audit")] == [0] * 4
    assert [key async for key in fresh.store.list_objects("")] == []


Take = Callable[..., Awaitable[ImportReport]]


def packed(parts: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def changed(parts: Parts, name: str, change: Callable[[Any], None], at: int = 0) -> Parts:
    """With one line of JSON changed."""
    lines = parts[name].splitlines(keepends=True)
    value = json.loads(lines[at])
    change(value)
    lines[at] = json.dumps(value).encode() + b"\n"
    return {**parts, name: b"".join(lines)}


def news_with(parts: Parts, change: Callable[[Any], None]) -> Parts:
    """The news that is live."""
    lines = [json.loads(line) for line in parts[NEWS].splitlines()]
    at = next(place for place, one in enumerate(lines) if "live" in one)
    return changed(parts, NEWS, change, at)


async def code_of(work: Awaitable[Any]) -> str:
    with pytest.raises(Invalid) as refused:
        await work
    return refused.value.problems[0].code


async def codes_of(work: Awaitable[ImportReport]) -> set[str]:
    report = await work
    assert not report.is_done
    return {problem.code for entry in report.entries for problem in entry.problems}


# -- the ZIP -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [b"", b"PK", b"not a zip at all" * 100, b"PK\x05\x06" + bytes(10)])
async def test_what_is_no_zip(take: Take, text: bytes) -> None:
    assert await code_of(take(text)) == "BROKEN"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
async def test_a_zip_that_is_cut_off(take: Take, parts: Parts, share: float) -> None:
    whole = packed(parts)

    assert await code_of(take(whole[: int(len(whole) * share)])) == "BROKEN"


async def test_a_zip_with_a_damaged_entry(take: Take, parts: Parts) -> None:
    whole = packed(parts, zipfile.ZIP_STORED)
    place = whole.index(b'"Pozv') if b'"Pozv' in whole else whole.index(parts[NEWS][:40])

    assert await code_of(take(whole[:place] + b"XXXX" + whole[place + 4 :])) in ("BROKEN", "NOT_JSON")


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "items/../../x.jsonl",
        "items\\NewsItem.jsonl",
        "files/short",
        "files/files/" + "0" * 64,
        "files/" + "A" * 64,
        "nested.zip",
        "items/",
        "items/NewsItem.jsonl\n",
        "__MACOSX/x",
    ],
)
async def test_names_that_are_not_ours(take: Take, parts: Parts, name: str) -> None:
    assert await code_of(take({**parts, name: b"x"})) == "FOREIGN_ENTRY"


async def test_two_entries_with_one_name(take: Take, parts: Parts) -> None:
    buffer = BytesIO(packed(parts))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(NEWS, parts[NEWS])

    assert await code_of(take(buffer.getvalue())) == "REPEATED_ENTRY"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFDIR])
async def test_links_and_devices(take: Take, parts: Parts, kind: int) -> None:
    buffer = BytesIO(packed(parts))
    link = zipfile.ZipInfo("files/" + "0" * 64)
    link.create_system, link.external_attr = 3, (kind | 0o777) << 16
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(link, "/etc/passwd")

    assert await code_of(take(buffer.getvalue())) == "NOT_A_FILE"


async def test_a_bomb_by_its_own_word(take: Take, parts: Parts) -> None:
    bomb = {**parts, "items/Page.jsonl": b"\x00" * 30_000_000}

    assert await code_of(take(bomb)) == "ZIP_BOMB"


async def test_a_bomb_that_lies_about_its_size(take: Take, parts: Parts) -> None:
    """The directory says one byte less than there are; what is unpacked is never more than was said."""
    whole = bytearray(packed({**parts, "items/Page.jsonl": b'{"id": 1}' * 100_000}))
    said = struct.pack("<I", 900_000)
    for place in [at for at in range(len(whole)) if whole[at : at + 4] == said]:
        whole[place : place + 4] = struct.pack("<I", 100)

    assert await code_of(take(bytes(whole))) in ("BROKEN", "NOT_JSON", "INCOMPLETE")


async def test_more_than_is_allowed_altogether(take: Take, parts: Parts, fresh: Services) -> None:
    narrow = replace(fresh, settings=load_settings(import_max_bytes=1000))

    assert await code_of(take(parts, narrow)) == "TOO_LARGE"


async def test_entries_that_share_their_bytes(take: Take, parts: Parts) -> None:
    """One body, named by many entries of the directory, as the best bombs are made."""
    body = zlib.compress(b"x" * 900_000)[2:-4]
    crc, name = zlib.crc32(b"x" * 900_000), b"items/NewsItem.jsonl"
    local = (
        struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(body), 900_000, len(name), 0) + name + body
    )
    directory = b""
    for number in range(200):
        other = f"files/{number:064x}".encode()
        head = (b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(body), 900_000, len(other), 0, 0, 0, 0, 0, 0)
        directory += struct.pack("<4s6H3I5H2I", *head) + other
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 200, 200, len(directory), len(local), 0)

    assert await code_of(take(local + directory + end)) == "OVERLAPPING_ENTRIES"


async def test_too_many_entries(take: Take, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_directory, "MAX_ENTRIES", 5)

    assert await code_of(take(parts)) == "TOO_MANY_ENTRIES"


async def test_a_directory_that_would_fill_the_memory(take: Take) -> None:
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 65_535, 65_535, 2**31, 0, 0)

    assert await code_of(take(end)) == "TOO_MANY_ENTRIES"


async def test_an_archive_with_a_password(take: Take, parts: Parts) -> None:
    whole = bytearray(packed(parts))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(mark)
        whole[at + offset] |= 1

    assert await code_of(take(bytes(whole))) == "ENCRYPTED"


# -- the manifest ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda one: one.update(version=2), "WRONG_VERSION"),
        (lambda one: one.update(version="1"), "WRONG_VERSION"),
        (lambda one: one.update(format="plone"), "NOT_A_SITE"),
        (lambda one: one.update(extra=1), "MANIFEST_FIELDS"),
        (lambda one: one.pop("missing"), "MANIFEST_FIELDS"),
        (lambda one: one.update(missing=["../x"]), "MANIFEST_FIELDS"),
        (lambda one: one.update(items=[]), "MANIFEST_FIELDS"),
        (lambda one: one["items"].update(NewsItem=7), "INCOMPLETE"),
        (lambda one: one.update(files=7), "INCOMPLETE"),
    ],
)
async def test_a_manifest_that_is_not_right(take: Take, parts: Parts, change: Change, code: str) -> None:
    assert await code_of(take(changed(parts, "manifest.json", change))) == code


async def test_no_manifest(take: Take, parts: Parts) -> None:
    assert await code_of(take({name: one for name, one in parts.items() if name != "manifest.json"})) == "NO_MANIFEST"


# -- items -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{", "NOT_JSON"),
        (b"[]", "NOT_JSON"),
        (b'{"a": NaN}', "NOT_JSON"),
        (b"[" * 5000 + b"]" * 5000, "NOT_JSON"),
        (b"{}", "NOT_AN_ITEM"),
    ],
)
async def test_a_line_that_is_no_item(take: Take, parts: Parts, line: bytes, code: str) -> None:
    assert await code_of(take({**parts, NEWS: parts[NEWS] + line + b"\n"})) == code


async def test_a_line_that_is_too_long(take: Take, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.transfer.open_archive.LONGEST_LINE", 100)

    assert await code_of(take(parts)) == "LINE_TOO_LONG"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda one: one.update(created_by="system"), "NOT_AN_ITEM"),
        (lambda one: one.update(addresses=["nca/cs/x"]), "NOT_AN_ITEM"),
        (lambda one: one.update(id="../../x"), "NOT_AN_ITEM"),
        (lambda one: one.update(id={"$gt": ""}), "NOT_AN_ITEM"),
        (lambda one: one.update(site="nca.$x"), "NOT_AN_ITEM"),
        (lambda one: one.update(version=True), "NOT_AN_ITEM"),
        (lambda one: one.update(version=0), "NOT_AN_ITEM"),
        (lambda one: one["slugs"].update({"$set": "x"}), "NOT_AN_ITEM"),
        (lambda one: one["states"]["cs"].update(state="deleted"), "NOT_AN_ITEM"),
        (lambda one: one["states"]["cs"].update(effective="2024-13-45T99:00:00.000Z"), "NOT_AN_ITEM"),
        (lambda one: one.update(type="Edition"), "FOREIGN_TYPE"),
    ],
)
async def test_an_item_of_another_shape(take: Take, parts: Parts, change: Change, code: str) -> None:
    assert await code_of(take(news_with(parts, change))) == code


async def test_a_foreign_type(take: Take, parts: Parts) -> None:
    renamed = changed(parts, "manifest.json", lambda one: one["items"].update(Secret=one["items"].pop("Menu")))
    renamed["items/Secret.jsonl"] = renamed.pop("items/Menu.jsonl")

    assert await code_of(take(renamed)) == "FOREIGN_TYPE"


async def test_one_id_twice(take: Take, parts: Parts) -> None:
    assert await code_of(take({**parts, NEWS: parts[NEWS] + parts[NEWS].splitlines(keepends=True)[0]})) == "REPEATED_ID"


SCRIPT = {"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"href": "javascript:alert(1)"}}]}


def body(*content: Any) -> list[dict[str, Any]]:
    doc = {"type": "doc", "content": [{"type": "paragraph", "content": list(content)}]}
    return [{"id": "b", "kind": "text", "body": doc}]


def prepared_body() -> list[dict[str, Any]]:
    """As if it had been prepared for visitors already."""
    [block] = body({"type": "text", "text": "x"})
    html = "<script>alert(1)</script>"
    prepared = {"version": VERSION, "html": [html], "plain": html, "references": []}
    return [{**block, "body": {**block["body"], "prepared": prepared}}]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda one: one["data"].update(evil=1), "UNKNOWN_FIELD"),
        (lambda one: one["live"]["data"].update(evil=1), "UNKNOWN_FIELD"),
        (lambda one: one["versions"][0]["data"].update(evil=1), "UNKNOWN_FIELD"),
        (lambda one: one["overrides"][0]["data"].update(evil=1), "UNKNOWN_FIELD"),
        (lambda one: one["data"].update(title="no language"), "NOT_LOCALIZED"),
        (lambda one: one["data"]["body"].update(cs=body({"type": "script", "text": "x"})), "UNKNOWN_NODE"),
        (lambda one: one["data"]["body"].update(cs=body(SCRIPT)), "UNSAFE_ADDRESS"),
        (lambda one: one["live"]["data"]["body"].update(cs=body(SCRIPT)), "UNSAFE_ADDRESS"),
        (lambda one: one["live"]["data"]["body"].update(cs=prepared_body()), "UNKNOWN_KEY"),
        (lambda one: one["data"]["body"].update(cs=prepared_body()), "UNKNOWN_KEY"),
        (lambda one: one["data"]["body"].update(cs=[{"id": "b", "kind": "html", "html": "<script>"}]), "NOT_A_BLOCK"),
        (lambda one: one["data"].update(image="0" * 24), "UNKNOWN_REFERENCE"),
        (lambda one: one["live"]["data"].update(edition="0" * 24), "UNKNOWN_REFERENCE"),
        (lambda one: one["data"].update(image=one["data"]["edition"]), "UNKNOWN_REFERENCE"),
        (lambda one: one["slugs"].update(cs="../admin"), "NOT_A_SLUG"),
        (lambda one: one["live"]["data"].pop("title"), "REQUIRED"),
        (lambda one: one["states"].pop("cs"), "INCONSISTENT"),
        (lambda one: one.update(versions=[]), "MISSING_VERSION"),
        (lambda one: one["versions"].reverse(), "INCONSISTENT"),
        (lambda one: one.update(site="elsewhere"), "UNKNOWN_SITE"),
        (lambda one: one["data"].update(lead={"cs": os.urandom(600_000).hex()}), "TOO_LONG"),
    ],
)
async def test_content_that_the_api_would_refuse(take: Take, parts: Parts, change: Change, code: str) -> None:
    assert code in await codes_of(take(news_with(parts, change)))


async def test_two_items_at_one_address(take: Take, parts: Parts) -> None:
    same = {"cs": "pozvanka-do-burgasu"}
    lines = [json.loads(line) for line in parts[NEWS].splitlines()]
    at = next(place for place, one in enumerate(lines) if "live" not in one)

    assert "TAKEN" in await codes_of(take(changed(parts, NEWS, lambda one: one.update(slugs=same), at)))


# -- files -------------------------------------------------------------------------------------------------------


def with_file(parts: Parts, content: bytes, *, name: str | None = None) -> Parts:
    """In place of the one file."""
    [old] = [one for one in parts if one.startswith("files/")]
    hash = name or sha256(content).hexdigest()
    others = {one: text.replace(old[6:].encode(), hash.encode()) for one, text in parts.items() if one != old}
    return {**others, f"files/{hash}": content}


async def test_bytes_that_are_not_those_of_their_name(take: Take, parts: Parts) -> None:
    from tests.cms.files import samples

    other = with_file(parts, samples.image(width=10), name="ab" * 32)

    assert await code_of(take(other)) == "FILE_HASH"


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"<!doctype html><script>alert(1)</script>",
        b"MZ" + bytes(200),
        b"#!/bin/sh\nrm -rf /\n",
    ],
)
async def test_bytes_of_a_kind_that_is_not_taken(take: Take, parts: Parts, content: bytes) -> None:
    assert await code_of(take(with_file(parts, content))) == "FILE_TYPE"


async def test_bytes_that_are_not_what_is_said_of_them(take: Take, parts: Parts) -> None:
    from tests.cms.files import samples

    assert "FILE_FACTS" in await codes_of(take(with_file(parts, samples.pdf())))


async def test_a_file_without_its_bytes(take: Take, parts: Parts) -> None:
    [file] = [one for one in parts if one.startswith("files/")]
    without = changed(parts, "manifest.json", lambda one: one.update(files=0))
    without.pop(file)

    assert "FILE_MISSING" in await codes_of(take(without))


async def test_bytes_that_no_item_holds(take: Take, parts: Parts) -> None:
    from tests.cms.files import samples

    content = samples.pdf()
    more = changed(parts, "manifest.json", lambda one: one.update(files=2))

    assert await code_of(take({**more, f"files/{sha256(content).hexdigest()}": content})) == "UNUSED_FILE"
