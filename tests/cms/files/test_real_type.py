"""Kinds of files, told by content."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.content.rules import file_types as types
from cms.content.rules.file_types import FileType
from cms.files.archives import MAX_DIRECTORY_BYTES
from cms.files.film import MAX_BOXES
from cms.files.real_type import real_type
from cms.kernel.errors import Invalid
from tests.cms.files import samples

OnDisk = Callable[[bytes], Path]


def code(refusal: pytest.ExceptionInfo[Invalid]) -> str:
    return refusal.value.problems[0].code


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (samples.pdf(), types.PDF),
        (samples.pptx(), types.PPTX),
        (samples.docx(), types.DOCX),
        (samples.xlsx(), types.XLSX),
        (samples.open_document("text"), types.ODT),
        (samples.open_document("presentation"), types.ODP),
        (samples.image("PNG"), types.PNG),
        (samples.image("JPEG"), types.JPEG),
        (samples.image("WEBP"), types.WEBP),
        (samples.image("GIF"), types.GIF),
        (samples.mp4(), types.MP4),
        (samples.mp4(b"iso5"), types.MP4),
        (samples.mp4_in_fragments(), types.MP4),
        (samples.mp4(padding=b"x" * 100), types.MP4),
        (b"\xef\xbb\xbf" + samples.pdf(), types.PDF),
        (b"\r\n" + samples.pdf(), types.PDF),
        (b"%!PS-Adobe-3.0 PDF-1.7\n" + samples.pdf(), types.PDF),
        (samples.packed({"readme.txt": "hello"}), types.ZIP),
        (samples.packed({}), types.ZIP),
        (samples.packed({"mimetype": "just a file of that name"}), types.ZIP),
    ],
)
def test_an_accepted_kind_is_known_by_its_content(on_disk: OnDisk, content: bytes, kind: FileType) -> None:
    assert real_type(on_disk(content)) is kind


@pytest.mark.parametrize(
    "content",
    [
        samples.program(),
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE html><html><script>alert(1)</script></html>",
        b"#!/bin/sh\nrm -rf /",
        b"just text",
        b"MZ" + samples.pdf(),
        b"<script>alert(1)</script>" + samples.pdf(),
        b"\x7fELF\x02\x01\x01",
        b"BM" + bytes(60),
        samples.mp4(b"heic"),
        samples.mp4(b"qt  "),
        b"MZ\x90\x00" + samples.mp4()[4:],
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        samples.open_document("spreadsheet"),
        samples.packed({"[Content_Types].xml": "<Types/>"}),
    ],
)
def test_any_other_kind_is_refused(on_disk: OnDisk, content: bytes) -> None:
    with pytest.raises(Invalid) as refusal:
        real_type(on_disk(content))

    assert code(refusal) == "FILE_TYPE"
    assert "Accepted are PDF, PPTX" in str(refusal.value)


def test_a_renamed_program_is_named_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(samples.program())

    with pytest.raises(Invalid, match="Windows Executable"):
        real_type(path)


def test_macros_are_refused_with_the_way_out(on_disk: OnDisk) -> None:
    with pytest.raises(Invalid, match="without them") as refusal:
        real_type(on_disk(samples.docm()))

    assert code(refusal) == "FILE_MACROS"


FILM = samples.mp4()
MDAT, MOOV = FILM.index(b"mdat"), FILM.index(b"moov")


@pytest.mark.parametrize(
    "content",
    [
        FILM[:28] + b"junk" * 1000,
        FILM[:28],
        FILM[:-1],
        FILM[: MOOV - 4],
        FILM[: MDAT - 4] + FILM[MOOV - 4 :],
        FILM + FILM[MOOV - 4 :],
        FILM.replace(b"vide", b"text"),
        FILM.replace(b"trak", b"junk"),
        FILM + b"\x00\x00\x00\x07free",
        FILM + b"\x00\x00\x00\x01free" + b"\xff" * 8,
        FILM + b"\x00\x00\x00\x08free" * (MAX_BOXES + 1),
        samples.docx_with("<workbook/>"),
        samples.docx_with("junk"),
        samples.docx_with(""),
        samples.docx_with("<document/>", "word/other.xml"),
        samples.pptx().replace(b"PK\x03\x04", b"PK\x03\x05"),
        samples.packed({"mimetype": types.ODT.mime, "content.xml": "<html/>"}),
        samples.packed({"mimetype": types.ODP.mime}),
    ],
    ids=range(18),
)
def test_first_bytes_of_an_accepted_kind_are_not_enough(on_disk: OnDisk, content: bytes) -> None:
    with pytest.raises(Invalid) as refusal:
        real_type(on_disk(content))

    assert code(refusal) in ("FILE_BROKEN", "FILE_TYPE")


def test_a_document_may_have_its_main_part_elsewhere(on_disk: OnDisk) -> None:
    main = f'<Types><Override PartName="/word/document2.xml" ContentType="{types.DOCX.mime}.main+xml"/></Types>'
    content = samples.packed({"[Content_Types].xml": main, "word/document2.xml": "<document/>"})

    assert real_type(on_disk(content)) is types.DOCX


def test_an_empty_file_is_refused(on_disk: OnDisk) -> None:
    with pytest.raises(Invalid) as refusal:
        real_type(on_disk(b""))

    assert code(refusal) == "FILE_EMPTY"


def test_a_truncated_archive_is_refused(on_disk: OnDisk) -> None:
    with pytest.raises(Invalid) as refusal:
        real_type(on_disk(samples.pptx()[:-200]))

    assert code(refusal) == "FILE_BROKEN"


def test_an_archive_of_countless_entries_is_refused_unopened(on_disk: OnDisk) -> None:
    end_of_directory = b"PK\x05\x06" + bytes(8) + (MAX_DIRECTORY_BYTES + 1).to_bytes(4, "little") + bytes(6)

    with pytest.raises(Invalid) as refusal:
        real_type(on_disk(b"PK\x03\x04" + bytes(100) + end_of_directory))

    assert code(refusal) == "FILE_TOO_LARGE"


def test_a_part_that_unpacks_to_too_much_is_refused(on_disk: OnDisk) -> None:
    bomb = samples.packed({"[Content_Types].xml": " " * 50_000_000})
    assert len(bomb) < 100_000

    with pytest.raises(Invalid) as refusal:
        real_type(on_disk(bomb))

    assert code(refusal) == "FILE_TOO_LARGE"


def test_a_file_over_the_limit_of_its_kind_is_refused(on_disk: OnDisk) -> None:
    path = on_disk(samples.image("PNG"))
    with path.open("r+b") as file:
        file.truncate(types.PNG.max_bytes + 1)

    with pytest.raises(Invalid, match="PNG file may have 30 MB") as refusal:
        real_type(path)

    assert code(refusal) == "FILE_TOO_LARGE"


def encrypted_zip() -> bytes:
    """A ZIP whose only part is marked as encrypted, in both of its headers."""
    content = bytearray(samples.packed({"[Content_Types].xml": "x"}))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert zipfile.ZipFile(io.BytesIO(content)).infolist()[0].flag_bits & 1
    return bytes(content)


@pytest.mark.parametrize("content", [encrypted_zip(), samples.locked_open_document()], ids=["zip", "odt"])
def test_a_document_behind_a_password_is_refused(on_disk: OnDisk, content: bytes) -> None:
    with pytest.raises(Invalid) as refusal:
        real_type(on_disk(content))

    assert code(refusal) == "FILE_ENCRYPTED"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(
        [b"", b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"\xff\xd8\xff", b"RIFF", samples.docx()[:120]]
    ),
    rest=st.binary(max_size=400),
    end=st.sampled_from([b"", samples.docx()[-60:], samples.docx()[-22:], b"PK\x06\x07" + bytes(16) + b"PK\x05\x06"]),
)
def test_whatever_the_bytes_they_are_a_kind_or_refused(on_disk: OnDisk, start: bytes, rest: bytes, end: bytes) -> None:
    assert kind_or_refusal(on_disk(start + rest + end))


def kind_or_refusal(file: Path) -> bool:
    """Anything else that is raised fails the claim."""
    try:
        return real_type(file) in types.ACCEPTED
    except Invalid as refusal:
        return refusal.problems[0].code.startswith("FILE_")
