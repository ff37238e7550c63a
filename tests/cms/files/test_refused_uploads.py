"""Uploaded bytes that are not what they seem, or not what was announced: refused, and gone."""

import pytest

from cms.access.actor import Actor
from cms.files.actions import complete_upload
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.uploads import PutUpload, code, files, keys, put_upload

__all__ = ["put_upload"]

HOSTILE = {
    "a program named like a PDF": ("letter.pdf", samples.program(), "FILE_TYPE"),
    "a page with a script": ("photo.png", b"<!DOCTYPE html><script>alert(1)</script>", "FILE_TYPE"),
    "a drawing with a script": (
        "logo.png",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "FILE_TYPE",
    ),
    "a document with macros": ("report.docx", samples.docm(), "FILE_MACROS"),
    "a PDF behind a password": ("secret.pdf", samples.pdf(password="x"), "FILE_ENCRYPTED"),
    "half a PDF": ("half.pdf", b"%PDF-1.7\nnothing of it", "FILE_BROKEN"),
    "half an image": ("half.png", samples.image("PNG", 600, 400)[:200], "FILE_BROKEN"),
    "an archive that unpacks to gigabytes": (
        "bomb.pptx",
        samples.packed({"[Content_Types].xml": " " * 50_000_000}),
        "FILE_TOO_LARGE",
    ),
    "an image that unpacks to gigabytes": ("bomb.png", samples.image("PNG", 9000, 6000), "FILE_TOO_LARGE"),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_not_what_it_seems_is_refused_and_gone(
    services: Services, editor: Actor, mongo: Mongo, put_upload: PutUpload, name: str
) -> None:
    filename, content, expected = HOSTILE[name]
    upload = await put_upload(content, filename)

    with pytest.raises(Invalid) as refused:
        await complete_upload(services, editor, upload.id, {})
    with pytest.raises(Invalid) as again:
        await complete_upload(services, editor, upload.id, {})

    assert code(refused) == code(again) == ("file", expected)
    assert await keys(services) == [] and await files(mongo) == 0


async def test_bytes_that_were_not_announced_are_refused_and_gone(
    services: Services, editor: Actor, put_upload: PutUpload
) -> None:
    content = samples.pdf()
    longer = await put_upload(content, "a.pdf", byte_size=len(content) + 1)
    shorter = await put_upload(content, "a.pdf", byte_size=len(content) - 1)
    other = await put_upload(content, "a.pdf", sha256="0" * 64)

    with pytest.raises(Invalid) as too_short:
        await complete_upload(services, editor, longer.id, {})
    with pytest.raises(Invalid) as too_long:
        await complete_upload(services, editor, shorter.id, {})
    with pytest.raises(Invalid) as wrong_hash:
        await complete_upload(services, editor, other.id, {})

    assert [code(one)[1] for one in (too_short, too_long, wrong_hash)] == ["FILE_SIZE", "FILE_SIZE", "FILE_HASH"]
    assert await keys(services) == []
